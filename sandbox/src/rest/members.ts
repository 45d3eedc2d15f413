import {
  AuditLogEvent,
  GatewayIntentBits,
  PermissionFlagsBits as P,
  type APIAuditLogChange,
} from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { changesBetween } from '../actions/audit-log.js';
import { addMember, removeMember, updateMember } from '../actions/members.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { intentsGranted } from '../rules/application-flags.js';
import { demand, findMember, reachGuild, reachGuildWith } from '../rules/access.js';
import { guildPermissions, topPosition } from '../rules/permissions.js';
import { checkGivableRole } from '../rules/roles.js';
import { readVoiceChange } from '../rules/voice-changes.js';
import { memberShape, requireUser } from '../shapes/user.js';
import { invalid } from '../validation/issues.js';
import { Reader } from '../validation/reader.js';
import type { GuildRecord, MemberRecord } from '../world/records.js';
import { compareSnowflakes } from '../world/snowflake.js';
import { isoTime, memberId } from '../world/world.js';
import { audit } from './audit.js';
import { changeVoice } from './member-voice.js';
import { actorOf, noContent, queryInteger } from './request.js';

interface InGuild {
  Params: { guild_id: string };
}
interface OfMember {
  Params: { guild_id: string; user_id: string };
}
interface OfRole {
  Params: { guild_id: string; user_id: string; role_id: string };
}
interface Paged {
  Querystring: { limit?: string; after?: string; query?: string };
}
const LONGEST_TIMEOUT_MS = 28 * 86_400_000;
const ROLE = '/guilds/:guild_id/members/:user_id/roles/:role_id';

/** Members of a guild and their roles. */
export function memberRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<InGuild & Paged>('/guilds/:guild_id/members', (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    // The whole list is for applications with the privileged intent; searching and single members are not.
    if (!(intentsGranted(context.world.ownApplication.flags) & GatewayIntentBits.GuildMembers))
      throw refuse(50001);
    const limit = queryInteger(request.query.limit, 'limit', { min: 1, max: 1000, default: 1 });
    const after = request.query.after ?? '0';
    return world.membersByGuild
      .of(guild.id)
      .filter((m) => compareSnowflakes(m.user_id, after) > 0)
      .sort((a, b) => compareSnowflakes(a.user_id, b.user_id))
      .slice(0, limit)
      .map((m) => memberShape(world, m));
  });

  app.get<InGuild & Paged>('/guilds/:guild_id/members/search', (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    const limit = queryInteger(request.query.limit, 'limit', { min: 1, max: 1000, default: 1 });
    const query = request.query.query?.toLowerCase();
    if (query === undefined) throw invalid(['query'], 'BASE_TYPE_REQUIRED', 'This field is required');
    const found = world.membersByGuild.of(guild.id).filter((m) => {
      const user = requireUser(world, m.user_id);
      return [user.username, user.global_name, m.nick].some((name) => name?.toLowerCase().startsWith(query));
    });
    return found.slice(0, limit).map((m) => memberShape(world, m));
  });

  app.get<OfMember>('/guilds/:guild_id/members/:user_id', (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    return memberShape(world, findMember(world, guild.id, request.params.user_id));
  });

  app.patch<OfMember>('/guilds/:guild_id/members/:user_id', (request) => {
    const actorId = actorOf(request);
    const guild = reachGuild(world, request.params.guild_id, actorId);
    const member = findMember(world, guild.id, request.params.user_id);
    const body = Reader.of(request.body);
    const fields = readChange(context, guild, actorId, member, body);
    const voice = readVoiceChange(world, guild, { actorId, userId: member.user_id }, body);
    const changed = Object.keys(fields).length > 0 ? updateMember(context, member, fields) : member;
    note(context, request, member, changed);
    if (voice) changeVoice(context, request, voice);
    return memberShape(world, changed);
  });

  /** One's own name in a guild. */
  app.patch<InGuild>('/guilds/:guild_id/members/@me', (request) =>
    memberShape(world, rename(context, request)),
  );

  /** The same by the path of before 2021. */
  app.patch<InGuild>('/guilds/:guild_id/members/@me/nick', (request) => ({
    nick: rename(context, request).nick ?? '',
  }));

  /** Lets a user in who has let the application do so (scope `guilds.join`); 204 for who is in already. */
  app.put<OfMember>('/guilds/:guild_id/members/:user_id', (request, reply) => {
    const { guild_id, user_id } = request.params;
    const guild = reachGuildWith(world, guild_id, actorOf(request), P.CreateInstantInvite);
    const body = Reader.of(request.body);
    const token = body.string('access_token', { required: true }) ?? '';
    body.issues.refuseIfAny();
    const grant = world.grants.get(token);
    const valid = grant?.user_id === user_id && grant.expires_at > world.clock();
    if (!valid || !grant.scopes.includes('guilds.join')) throw refuse(50025);
    if (world.bans.has(memberId(guild.id, user_id))) throw refuse(40007);
    if (world.members.has(memberId(guild.id, user_id))) return noContent(reply);
    return reply.status(201).send(memberShape(world, addMember(context, guild.id, user_id, [])));
  });

  app.delete<OfMember>('/guilds/:guild_id/members/:user_id', (request, reply) => {
    const actorId = actorOf(request);
    const guild = reachGuildWith(world, request.params.guild_id, actorId, P.KickMembers);
    const member = findMember(world, guild.id, request.params.user_id);
    checkAbove(context, guild, actorId, member);
    removeMember(context, member);
    audit(context, request, {
      guild_id: guild.id,
      action_type: AuditLogEvent.MemberKick,
      target_id: member.user_id,
    });
    return noContent(reply);
  });

  app.put<OfRole>(ROLE, (request, reply) => {
    const { member, roleId } = reachRole(context, actorOf(request), request.params);
    if (!member.roles.includes(roleId)) {
      const changed = updateMember(context, member, { roles: [...member.roles, roleId] });
      note(context, request, member, changed);
    }
    return noContent(reply);
  });

  app.delete<OfRole>(ROLE, (request, reply) => {
    const { member, roleId } = reachRole(context, actorOf(request), request.params);
    if (member.roles.includes(roleId)) {
      const roles = member.roles.filter((id) => id !== roleId);
      note(context, request, member, updateMember(context, member, { roles }));
    }
    return noContent(reply);
  });
}

function rename(context: Context, request: FastifyRequest<InGuild>): MemberRecord {
  const { world } = context;
  const actorId = actorOf(request);
  const guild = reachGuild(world, request.params.guild_id, actorId);
  const member = findMember(world, guild.id, actorId);
  const body = Reader.of(request.body);
  const nick = body.string('nick', { nullable: true, max: 32 });
  body.issues.refuseIfAny();
  if (nick === undefined) return member;
  demand(guildPermissions(world, guild, actorId), P.ChangeNickname);
  const changed = updateMember(context, member, { nick: nick === '' ? null : nick });
  note(context, request, member, changed);
  return changed;
}

/** Writes down what has changed of a member: roles given and taken, and besides them the rest. */
function note(context: Context, request: FastifyRequest, before: MemberRecord, after: MemberRecord): void {
  const { roles } = context.world;
  const named = (ids: string[]): object[] => ids.map((id) => ({ id, name: roles.get(id)?.name ?? '' }));
  const given = named(after.roles.filter((id) => !before.roles.includes(id)));
  const taken = named(before.roles.filter((id) => !after.roles.includes(id)));
  const place = { guild_id: after.guild_id, target_id: after.user_id };
  const changes = [
    ...(given.length > 0 ? [{ key: '$add', new_value: given }] : []),
    ...(taken.length > 0 ? [{ key: '$remove', new_value: taken }] : []),
  ] as APIAuditLogChange[];
  audit(context, request, { ...place, action_type: AuditLogEvent.MemberRoleUpdate, changes });
  audit(context, request, {
    ...place,
    action_type: AuditLogEvent.MemberUpdate,
    changes: changesBetween(before, after, ['nick', 'communication_disabled_until']),
  });
}

function reachRole(
  { world }: Context,
  actorId: string,
  params: OfRole['Params'],
): { member: MemberRecord; roleId: string } {
  const guild = reachGuildWith(world, params.guild_id, actorId, P.ManageRoles);
  const member = findMember(world, guild.id, params.user_id);
  checkGivableRole(world, guild, actorId, params.role_id);
  return { member, roleId: params.role_id };
}

function readChange(
  context: Context,
  guild: GuildRecord,
  actorId: string,
  member: MemberRecord,
  body: Reader,
): Partial<MemberRecord> {
  const { world } = context;
  const nick = body.string('nick', { nullable: true, max: 32 });
  const roles = body.snowflakes('roles');
  const until = body.time('communication_disabled_until', { nullable: true });
  if (typeof until === 'number' && until > world.clock() + LONGEST_TIMEOUT_MS)
    body.fault('communication_disabled_until', 'DATE_TYPE_MAX', 'Timeouts last 28 days at most.');
  body.issues.refuseIfAny();
  const has = guildPermissions(world, guild, actorId);
  const fields: Partial<MemberRecord> = {};
  if (nick !== undefined) {
    demand(has, member.user_id === actorId ? P.ChangeNickname : P.ManageNicknames);
    checkAbove(context, guild, actorId, member);
    fields.nick = nick === '' ? null : nick;
  }
  if (roles) {
    demand(has, P.ManageRoles);
    const unique = [...new Set(roles)].filter((id) => id !== guild.id);
    const changed = [
      ...unique.filter((id) => !member.roles.includes(id)),
      ...member.roles.filter((id) => !unique.includes(id)),
    ];
    for (const id of changed) checkGivableRole(world, guild, actorId, id);
    fields.roles = unique;
  }
  if (until !== undefined) {
    demand(has, P.ModerateMembers);
    // Administrators cannot be timed out.
    if (until !== null && guildPermissions(world, guild, member.user_id) & P.Administrator)
      throw refuse(50013);
    checkAbove(context, guild, actorId, member);
    fields.communication_disabled_until = until === null ? null : isoTime(until);
  }
  return fields;
}

function checkAbove({ world }: Context, guild: GuildRecord, actorId: string, member: MemberRecord): void {
  if (member.user_id === actorId) return;
  if (topPosition(world, guild, actorId) <= topPosition(world, guild, member.user_id)) throw refuse(50013);
}
