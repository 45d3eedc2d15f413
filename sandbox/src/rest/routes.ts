import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { APPLICATION_ROUTES } from './application/routes.js';
import { applicationRoutes } from './applications.js';
import { auditLogRoutes } from './audit-logs.js';
import { banRoutes } from './bans.js';
import { channelRoutes } from './channels.js';
import { commandPermissionRoutes } from './command-permissions.js';
import { commandRoutes } from './commands.js';
import { COMMUNITY_ROUTES } from './community/routes.js';
import { emojiRoutes } from './emojis.js';
import { eventExceptionRoutes } from './event-exceptions.js';
import { foreignWebhookRoutes } from './foreign-webhooks.js';
import { groupDmRoutes } from './group-dms.js';
import { guildRoutes } from './guilds.js';
import { interactionRoutes } from './interactions.js';
import { memberRoutes } from './members.js';
import { messageActionRoutes } from './message-actions.js';
import { messageRoutes } from './messages.js';
import { oauth2Routes } from './oauth2.js';
import { overwriteRoutes } from './overwrites.js';
import { pinRoutes } from './pins.js';
import { pollRoutes } from './polls.js';
import { reactionRoutes } from './reactions.js';
import { roleRoutes } from './roles.js';
import { scheduledEventRoutes } from './scheduled-events.js';
import { stageInstanceRoutes } from './stage-instances.js';
import { threadMemberRoutes } from './thread-members.js';
import { threadRoutes } from './threads.js';
import { userRoutes } from './users.js';
import { voiceRoutes } from './voice.js';
import { webhookRoutes } from './webhooks.js';

/** All of Discord's REST API that the sandbox covers. */
export function restRoutes(app: FastifyInstance, context: Context): void {
  const rooms = [
    applicationRoutes,
    userRoutes,
    emojiRoutes,
    voiceRoutes,
    stageInstanceRoutes,
    guildRoutes,
    channelRoutes,
    messageRoutes,
    memberRoutes,
    roleRoutes,
    scheduledEventRoutes,
    commandRoutes,
    interactionRoutes,
    auditLogRoutes,
    banRoutes,
    commandPermissionRoutes,
    eventExceptionRoutes,
    messageActionRoutes,
    overwriteRoutes,
    pinRoutes,
    pollRoutes,
    reactionRoutes,
    threadMemberRoutes,
    threadRoutes,
    webhookRoutes,
    foreignWebhookRoutes,
    groupDmRoutes,
    oauth2Routes,
    ...APPLICATION_ROUTES,
    ...COMMUNITY_ROUTES,
  ];
  for (const addRoutes of rooms) addRoutes(app, context);
}
