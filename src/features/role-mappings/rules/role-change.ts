import { DomainError } from '../../../common/errors.js';
import { roleObstacle, type GuildRole } from '../../guilds/rules/discord-server.js';

/** What is asked for. */
export interface RoleChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** A role that was not changed, and why. */
export interface FailedRole {
  readonly role_id: string;
  readonly reason: string;
}

/** What is to be done to reach what was asked for. */
export interface RolePlan {
  /** Roles to give that the member does not have. */
  readonly add: readonly string[];
  /** Roles to take that the member has. */
  readonly remove: readonly string[];
  readonly failed: readonly FailedRole[];
}

/**
 * Which changes are needed and possible. A bot gives and takes only roles that stand below its own highest one,
 * as Discord rules; what the member has, or has not, already needs no change.
 * @param held the member's roles
 * @param botRoles the bot's own roles
 */
export function planRoleChange(
  change: RoleChange,
  held: readonly string[],
  roles: readonly GuildRole[],
  botRoles: readonly string[],
): RolePlan {
  const failed: FailedRole[] = [];
  const possible = (roleId: string): boolean => {
    const reason = obstacle(roleId);
    if (reason !== null) failed.push({ role_id: roleId, reason });
    return reason === null;
  };
  const obstacle = (roleId: string): string | null => {
    const isBoth = change.add.includes(roleId) && change.remove.includes(roleId);
    const role = roles.some(({ id }) => id === roleId);
    if (role && isBoth) return 'The role is to be both added and removed.';
    return roleObstacle(roleId, roles, botRoles);
  };
  const add = unique(change.add).filter((id) => possible(id) && !held.includes(id));
  const both = new Set(change.add);
  const remove = unique(change.remove).filter((id) => !both.has(id) && possible(id) && held.includes(id));
  return { add, remove, failed };
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** In plain words, for admins. */
export function describeFailures(failed: readonly FailedRole[]): string {
  return failed.map(({ role_id, reason }) => `Role ${role_id}: ${reason}`).join(' ');
}

/** 503: roles follow plans in the main server, and none is configured. */
export function mainGuildUnset(): DomainError {
  return new DomainError(
    'unavailable',
    'main_guild_unset',
    'MAIN_GUILD_ID is not set, so there is no server to change roles in.',
  );
}

/** 503: the main server is configured, and the bot is not in it. */
export function mainGuildUnknown(): DomainError {
  return new DomainError(
    'unavailable',
    'main_guild_unknown',
    'MAIN_GUILD_ID names no server that the bot is in.',
  );
}
