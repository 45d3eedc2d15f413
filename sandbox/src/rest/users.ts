import type { FastifyInstance, FastifyRequest } from 'fastify';
import { openDm, openGroup } from '../actions/dms.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { recipientsOf } from '../rules/group-dms.js';
import { guildPermissions } from '../rules/permissions.js';
import { channelShape } from '../shapes/channel.js';
import { featuresOf } from '../shapes/guild.js';
import { memberShape, requireUser, selfShape, userShape } from '../shapes/user.js';
import { readImage } from '../validation/image.js';
import { Reader } from '../validation/reader.js';
import { compareSnowflakes } from '../world/snowflake.js';
import { memberId } from '../world/world.js';
import { actorOf, queryFlag, queryInteger } from './request.js';

interface GuildPage {
  before?: string;
  after?: string;
  limit?: string;
  with_counts?: string;
}

/** Users, and what is the bot's own: its guilds and direct messages. */
export function userRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get('/users/@me', { config: { access: 'bearer' } }, (request) => {
    demandScope(request, 'identify');
    const { principal } = request;
    const withEmail = principal?.kind === 'bot' || (principal?.scopes.includes('email') ?? false);
    return selfShape(requireUser(world, actorOf(request)), withEmail);
  });

  app.get<{ Querystring: GuildPage }>('/users/@me/guilds', { config: { access: 'bearer' } }, (request) => {
    const userId = actorOf(request);
    demandScope(request, 'guilds');
    const { before, after, with_counts } = request.query;
    const limit = queryInteger(request.query.limit, 'limit', { min: 1, max: 200, default: 200 });
    const all = world.membersByUser.of(userId).sort((a, b) => compareSnowflakes(a.guild_id, b.guild_id));
    const from = all.filter((m) => after === undefined || compareSnowflakes(m.guild_id, after) > 0);
    const wanted =
      before === undefined
        ? from.slice(0, limit)
        : from.filter((m) => compareSnowflakes(m.guild_id, before) < 0).slice(-limit);
    return wanted.flatMap((member) => {
      const guild = world.guilds.get(member.guild_id);
      const count = world.membersByGuild.count(member.guild_id);
      if (!guild) return [];
      return {
        id: guild.id,
        name: guild.name,
        icon: guild.icon,
        banner: null,
        owner: guild.owner_id === userId,
        permissions: String(guildPermissions(world, guild, userId)),
        features: featuresOf(guild),
        ...(queryFlag(with_counts)
          ? { approximate_member_count: count, approximate_presence_count: count }
          : {}),
      };
    });
  });

  app.get<{ Params: { guild_id: string } }>(
    '/users/@me/guilds/:guild_id/member',
    { config: { access: 'bearer' } },
    (request) => {
      // Only users have it: a bot reads its membership like anybody's.
      if (request.principal?.kind !== 'bearer') throw refuse(20001);
      demandScope(request, 'guilds.members.read');
      const member = world.members.get(memberId(request.params.guild_id, request.principal.userId));
      if (!member) throw refuse(10004);
      return memberShape(world, member);
    },
  );

  app.patch('/users/@me', (request) => {
    const body = Reader.of(request.body);
    const username = body.string('username', { min: 2, max: 32 });
    const avatar = readImage(body, 'avatar');
    const banner = readImage(body, 'banner');
    body.issues.refuseIfAny();
    world.keepPictures(body.pictures);
    const user = world.users.patch(requireUser(world, actorOf(request)), {
      ...(typeof username === 'string' ? { username } : {}),
      ...(avatar === undefined ? {} : { avatar }),
      ...(banner === undefined ? {} : { banner }),
    });
    context.bus.dispatch('USER_UPDATE', selfShape(user, true), { guild_id: null });
    return selfShape(user, true);
  });

  app.get<{ Params: { user_id: string } }>('/users/:user_id', (request) => {
    const user = world.users.get(request.params.user_id);
    if (!user) throw refuse(10013);
    return userShape(user);
  });

  app.post('/users/@me/channels', (request) => {
    const body = Reader.of(request.body);
    const tokens = body.list('access_tokens') ?? [];
    const recipientId = body.snowflake('recipient_id', { required: tokens.length === 0, nullable: true });
    body.issues.refuseIfAny();
    if (tokens.length > 0)
      return channelShape(world, openGroup(context, actorOf(request), recipientsOf(world, tokens)));
    return channelShape(world, openDm(context, actorOf(request), recipientId ?? ''));
  });
}

/** Refuses with 401 what the user has not let the application do; bots may all. */
function demandScope({ principal }: FastifyRequest, scope: string): void {
  if (principal?.kind === 'bearer' && !principal.scopes.includes(scope)) throw refuse(0);
}
