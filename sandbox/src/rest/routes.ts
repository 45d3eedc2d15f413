import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { applicationRoutes } from './applications.js';
import { channelRoutes } from './channels.js';
import { commandRoutes } from './commands.js';
import { guildRoutes } from './guilds.js';
import { interactionRoutes } from './interactions.js';
import { memberRoutes } from './members.js';
import { messageRoutes } from './messages.js';
import { roleRoutes } from './roles.js';
import { scheduledEventRoutes } from './scheduled-events.js';
import { userRoutes } from './users.js';

/** All of Discord's REST API that the sandbox covers. */
export function restRoutes(app: FastifyInstance, context: Context): void {
  const rooms = [
    applicationRoutes,
    userRoutes,
    guildRoutes,
    channelRoutes,
    messageRoutes,
    memberRoutes,
    roleRoutes,
    scheduledEventRoutes,
    commandRoutes,
    interactionRoutes,
  ];
  for (const addRoutes of rooms) addRoutes(app, context);
}
