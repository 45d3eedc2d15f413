import type { FastifyInstance } from 'fastify';
import { openDm } from '../actions/dms.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { guildPermissions } from '../rules/permissions.js';
import { channelShape } from '../shapes/channel.js';
import { requireUser, selfShape, userShape } from '../shapes/user.js';
import { Reader } from '../validation/reader.js';
import { actorOf } from './request.js';

/** Users, and what is the bot's own: its guilds and direct messages. */
export function userRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get('/users/@me', { config: { access: 'bearer' } }, (request) => {
    const { principal } = request;
    const withEmail = principal?.kind === 'bot' || (principal?.scopes.includes('email') ?? false);
    return selfShape(requireUser(world, actorOf(request)), withEmail);
  });

  app.get('/users/@me/guilds', { config: { access: 'bearer' } }, (request) => {
    const userId = actorOf(request);
    return world.membersByUser.of(userId).flatMap((member) => {
      const guild = world.guilds.get(member.guild_id);
      if (!guild) return [];
      return {
        id: guild.id,
        name: guild.name,
        icon: guild.icon,
        banner: null,
        owner: guild.owner_id === userId,
        permissions: String(guildPermissions(world, guild, userId)),
        features: [],
      };
    });
  });

  app.get<{ Params: { user_id: string } }>('/users/:user_id', (request) => {
    const user = world.users.get(request.params.user_id);
    if (!user) throw refuse(10013);
    return userShape(user);
  });

  app.post('/users/@me/channels', (request) => {
    const body = Reader.of(request.body);
    const recipientId = body.snowflake('recipient_id', { required: true });
    body.issues.refuseIfAny();
    return channelShape(world, openDm(context, actorOf(request), recipientId ?? ''));
  });
}
