import { AuditLogEvent, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { banUser, unbanUser } from '../actions/bans.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { reachGuildWith } from '../rules/access.js';
import { topPosition } from '../rules/permissions.js';
import { requireUser, userShape } from '../shapes/user.js';
import { Reader } from '../validation/reader.js';
import type { BanRecord, GuildRecord } from '../world/records.js';
import { compareSnowflakes } from '../world/snowflake.js';
import { memberId } from '../world/world.js';
import { audit, reasonOf } from './audit.js';
import { actorOf, noContent, queryInteger } from './request.js';

interface InGuild {
  Params: { guild_id: string };
}
interface OfUser {
  Params: { guild_id: string; user_id: string };
}
interface Paged {
  Querystring: { limit?: string; before?: string; after?: string };
}

/** Seconds of messages that a ban can delete: seven days. */
const LONGEST_DELETE = 604_800;

/** Users who may not join a guild. */
export function banRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;
  const shape = (ban: BanRecord): object => ({
    user: userShape(requireUser(world, ban.user_id)),
    reason: ban.reason,
  });

  app.get<InGuild & Paged>('/guilds/:guild_id/bans', (request) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.BanMembers);
    const { before, after, limit } = request.query;
    const most = queryInteger(limit, 'limit', { min: 1, max: 1_000, default: 1_000 });
    const all = world.bansByGuild.of(guild.id).sort((a, b) => compareSnowflakes(a.user_id, b.user_id));
    if (before !== undefined)
      return all
        .filter((b) => compareSnowflakes(b.user_id, before) < 0)
        .slice(-most)
        .map(shape);
    return all
      .filter((b) => compareSnowflakes(b.user_id, after ?? '0') > 0)
      .slice(0, most)
      .map(shape);
  });

  app.get<OfUser>('/guilds/:guild_id/bans/:user_id', (request) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.BanMembers);
    return shape(find(context, guild, request.params.user_id));
  });

  app.put<OfUser>('/guilds/:guild_id/bans/:user_id', (request, reply) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.BanMembers);
    const { user_id } = request.params;
    if (!world.users.has(user_id)) throw refuse(10013);
    const body = Reader.of(request.body);
    const days = body.integer('delete_message_days', { nullable: true, min: 0, max: 7 }) ?? 0;
    const seconds = readSeconds(body) ?? days * 86_400;
    if (!mayBan(context, guild, actorOf(request), user_id)) throw refuse(50013);
    ban(context, request, guild, { userId: user_id, seconds });
    return noContent(reply);
  });

  app.delete<OfUser>('/guilds/:guild_id/bans/:user_id', (request, reply) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.BanMembers);
    unbanUser(context, find(context, guild, request.params.user_id));
    audit(context, request, {
      guild_id: guild.id,
      action_type: AuditLogEvent.MemberBanRemove,
      target_id: request.params.user_id,
    });
    return noContent(reply);
  });

  app.post<InGuild>('/guilds/:guild_id/bulk-ban', (request) => {
    const needed = P.BanMembers | P.ManageGuild;
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), needed);
    const body = Reader.of(request.body);
    const ids = body.snowflakes('user_ids', { required: true, max: 200 }) ?? [];
    const seconds = readSeconds(body) ?? 0;
    const bannedUsers = ids.filter((userId) => {
      const done = world.bans.has(memberId(guild.id, userId)) || !world.users.has(userId);
      if (done || !mayBan(context, guild, actorOf(request), userId)) return false;
      ban(context, request, guild, { userId, seconds });
      return true;
    });
    if (bannedUsers.length === 0) throw refuse(500000);
    return { banned_users: bannedUsers, failed_users: ids.filter((id) => !bannedUsers.includes(id)) };
  });
}

function readSeconds(body: Reader): number | undefined {
  const seconds = body.integer('delete_message_seconds', { nullable: true, min: 0, max: LONGEST_DELETE });
  body.issues.refuseIfAny();
  return seconds ?? undefined;
}

/** Only who stands above a member may ban them; strangers can be banned by anybody who may ban. */
function mayBan({ world }: Context, guild: GuildRecord, actorId: string, userId: string): boolean {
  return userId !== actorId && topPosition(world, guild, actorId) > topPosition(world, guild, userId);
}

function ban(
  context: Context,
  request: FastifyRequest,
  guild: GuildRecord,
  { userId, seconds }: { userId: string; seconds: number },
): void {
  if (context.world.bans.has(memberId(guild.id, userId))) return;
  banUser(context, { guild_id: guild.id, user_id: userId, reason: reasonOf(request) }, seconds);
  audit(context, request, {
    guild_id: guild.id,
    action_type: AuditLogEvent.MemberBanAdd,
    target_id: userId,
  });
}

function find({ world }: Context, guild: GuildRecord, userId: string): BanRecord {
  const found = world.bans.get(memberId(guild.id, userId));
  if (!found) throw refuse(10026);
  return found;
}
