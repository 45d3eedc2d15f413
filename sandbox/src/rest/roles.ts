import { AuditLogEvent, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { changesBetween } from '../actions/audit-log.js';
import { createRole, deleteRole, updateRole } from '../actions/roles.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { reachGuild, reachGuildWith } from '../rules/access.js';
import { checkRoleBelow, checkRoleOrder, findRole, readRole, ROLE_LIMIT } from '../rules/roles.js';
import { roleShape } from '../shapes/role.js';
import { MOST_INT32, Reader } from '../validation/reader.js';
import type { RoleRecord } from '../world/records.js';
import { audit } from './audit.js';
import { actorOf, noContent } from './request.js';

interface InGuild {
  Params: { guild_id: string };
}
interface OfRole {
  Params: { guild_id: string; role_id: string };
}

/** Roles of a guild. */
export function roleRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<InGuild>('/guilds/:guild_id/roles', (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    return world.rolesByGuild.of(guild.id).map(roleShape);
  });

  app.get<OfRole>('/guilds/:guild_id/roles/:role_id', (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    return roleShape(findRole(world, guild, request.params.role_id));
  });

  app.post<InGuild>('/guilds/:guild_id/roles', (request) => {
    const actorId = actorOf(request);
    const guild = reachGuildWith(world, request.params.guild_id, actorId, P.ManageRoles);
    const fields = readRole(world, guild, actorId, Reader.of(request.body));
    if (world.rolesByGuild.count(guild.id) >= ROLE_LIMIT) throw refuse(30005);
    const role = createRole(context, {
      guild_id: guild.id,
      name: 'new role',
      permissions: world.roles.get(guild.id)?.permissions ?? '0',
      color: 0,
      hoist: false,
      managed: false,
      mentionable: false,
      unicode_emoji: null,
      bot_id: null,
      ...fields,
    });
    note(context, request, null, role);
    return roleShape(role);
  });

  /** New positions for several roles; none may be, or come to stand, at or above one's own highest. */
  app.patch<InGuild>('/guilds/:guild_id/roles', (request) => {
    const actorId = actorOf(request);
    const guild = reachGuildWith(world, request.params.guild_id, actorId, P.ManageRoles);
    const { readers, issues } = Reader.listOf(request.body);
    const moves = readers.map((reader) => ({
      id: reader.snowflake('id', { required: true }),
      position: reader.integer('position', { nullable: true, min: 0, max: MOST_INT32 }),
    }));
    issues.refuseIfAny();
    const positions = moves.map(
      ({ id, position }) => [findRole(world, guild, id ?? ''), position ?? null] as const,
    );
    checkRoleOrder(world, guild, actorId, new Map(positions));
    for (const { id, position } of moves) {
      const role = findRole(world, guild, id ?? '');
      if (typeof position === 'number') note(context, request, role, updateRole(context, role, { position }));
    }
    return world.rolesByGuild.of(guild.id).map(roleShape);
  });

  app.patch<OfRole>('/guilds/:guild_id/roles/:role_id', (request) => {
    const actorId = actorOf(request);
    const guild = reachGuildWith(world, request.params.guild_id, actorId, P.ManageRoles);
    const role = findRole(world, guild, request.params.role_id);
    checkRoleBelow(world, guild, actorId, role);
    const fields = readRole(world, guild, actorId, Reader.of(request.body), BigInt(role.permissions));
    const changed = updateRole(context, role, fields);
    note(context, request, role, changed);
    return roleShape(changed);
  });

  app.delete<OfRole>('/guilds/:guild_id/roles/:role_id', (request, reply) => {
    const actorId = actorOf(request);
    const guild = reachGuildWith(world, request.params.guild_id, actorId, P.ManageRoles);
    const role = findRole(world, guild, request.params.role_id);
    if (role.id === guild.id || role.managed) throw refuse(50028);
    checkRoleBelow(world, guild, actorId, role);
    deleteRole(context, role);
    note(context, request, role, null);
    return noContent(reply);
  });

  app.get<InGuild>('/guilds/:guild_id/roles/member-counts', (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    const members = world.membersByGuild.of(guild.id);
    const roles = world.rolesByGuild.of(guild.id).filter((role) => role.id !== guild.id);
    const holders = (role: RoleRecord): number => members.filter((m) => m.roles.includes(role.id)).length;
    return Object.fromEntries(roles.map((role) => [role.id, holders(role)]));
  });
}

const AUDITED = ['name', 'permissions', 'color', 'hoist', 'mentionable', 'unicode_emoji'];

/** Writes down that a role was made (null before), changed, or deleted (null after). Its place in the order is not written. */
function note(
  context: Context,
  request: FastifyRequest,
  before: RoleRecord | null,
  after: RoleRecord | null,
): void {
  const { id = '', guild_id = '' } = after ?? before ?? {};
  const actionType = !before
    ? AuditLogEvent.RoleCreate
    : after
      ? AuditLogEvent.RoleUpdate
      : AuditLogEvent.RoleDelete;
  audit(context, request, {
    guild_id,
    action_type: actionType,
    target_id: id,
    changes: changesBetween(before, after, AUDITED),
  });
}
