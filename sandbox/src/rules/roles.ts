import { refuse } from '../errors.js';
import { invalid } from '../validation/issues.js';
import type { Reader } from '../validation/reader.js';
import type { GuildRecord, RoleRecord } from '../world/records.js';
import { compareSnowflakes } from '../world/snowflake.js';
import type { World } from '../world/world.js';
import { demand } from './access.js';
import { guildPermissions, topPosition } from './permissions.js';

export const ROLE_LIMIT = 250;

/** A role of the guild; 10011 when there is none. */
export function findRole(world: World, guild: GuildRecord, roleId: string): RoleRecord {
  const role = world.roles.get(roleId);
  if (role?.guild_id !== guild.id) throw refuse(10011);
  return role;
}

/** Refuses (50013) to touch a role that is not strictly below one's own highest: ADMINISTRATOR does not lift this. */
export function checkRoleBelow(world: World, guild: GuildRecord, actorId: string, role: RoleRecord): void {
  if (role.position >= topPosition(world, guild, actorId)) throw refuse(50013);
}

/**
 * Refuses (50013) new positions by which a role that is not below one's own highest would move, or another come to stand
 * above one of those. Libraries send all roles with their numbers made anew: it is the order that counts.
 */
export function checkRoleOrder(
  world: World,
  guild: GuildRecord,
  actorId: string,
  positions: ReadonlyMap<RoleRecord, number | null>,
): void {
  const top = topPosition(world, guild, actorId);
  const before = world.rolesByGuild.of(guild.id).sort((a, b) => compareRoles(a, b));
  const after = before
    .map((role) => ({ ...role, position: positions.get(role) ?? role.position }))
    .sort((a, b) => compareRoles(a, b));
  const untouchable = before.filter((role) => role.position >= top);
  if (untouchable.some((role, place) => after[place]?.id !== role.id)) throw refuse(50013);
}

/** The highest first; of two in one place the older one. */
function compareRoles(a: RoleRecord, b: RoleRecord): number {
  return b.position - a.position || compareSnowflakes(a.id, b.id);
}

/** Refuses to give or take a role that is unknown, @everyone, a bot's own, or too high. */
export function checkGivableRole(world: World, guild: GuildRecord, actorId: string, roleId: string): void {
  const role = findRole(world, guild, roleId);
  if (role.managed) throw refuse(50028);
  if (role.id === guild.id) throw refuse(10011);
  checkRoleBelow(world, guild, actorId, role);
}

/** Reads the body of a create or edit: only the fields it names. One can only grant what one has. */
export function readRole(
  world: World,
  guild: GuildRecord,
  actorId: string,
  body: Reader,
  before = 0n,
): Partial<RoleRecord> {
  const name = body.string('name', { nullable: true, max: 100 });
  const permissions = body.bits('permissions', { nullable: true });
  const color = body.integer('color', { nullable: true, min: 0, max: 0xffffff });
  const colors = body.object('colors', { nullable: true });
  const primary = colors?.integer('primary_color', { required: true, min: 0, max: 0xffffff });
  const hoist = body.boolean('hoist', { nullable: true });
  const mentionable = body.boolean('mentionable', { nullable: true });
  const emoji = body.string('unicode_emoji', { nullable: true });
  body.issues.refuseIfAny();
  if (typeof permissions === 'string') {
    demand(guildPermissions(world, guild, actorId), BigInt(permissions) & ~before);
  }
  if (name === '') throw invalid(['name'], 'BASE_TYPE_REQUIRED', 'This field is required');
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof permissions === 'string' ? { permissions } : {}),
    ...(typeof (primary ?? color) === 'number' ? { color: primary ?? color ?? 0 } : {}),
    ...(typeof hoist === 'boolean' ? { hoist } : {}),
    ...(typeof mentionable === 'boolean' ? { mentionable } : {}),
    ...(emoji === undefined ? {} : { unicode_emoji: emoji }),
  };
}
