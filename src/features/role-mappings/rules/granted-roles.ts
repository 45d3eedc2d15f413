import type { RoleMapping } from './role-mapping.js';

/** A mapping of a Discord role to membership, as far as the comparison looks at it. */
export type MemberMapping = Pick<RoleMapping, 'guild_id' | 'discord_role_id' | 'auto_assign' | 'auto_remove'>;

/** The roles that somebody holds, by server; none for who is not a member there. `null`: the server cannot be asked. */
export type HeldRoles = ReadonlyMap<string, readonly string[] | null>;

/**
 * The roles that grant somebody membership, by what Discord says now.
 * @param granted the roles that granted it until now; a role without a mapping grants nothing any more
 */
export function grantedRoles(
  granted: readonly string[],
  mappings: readonly MemberMapping[],
  held: HeldRoles,
): string[] {
  const grants = ({ guild_id, discord_role_id, auto_assign, auto_remove }: MemberMapping): boolean => {
    const before = granted.includes(discord_role_id);
    const roles = held.get(guild_id);
    if (roles === null || roles === undefined) return before;
    return roles.includes(discord_role_id) ? before || auto_assign : before && !auto_remove;
  };
  const roles = mappings.filter(grants).map(({ discord_role_id }) => discord_role_id);
  return [...new Set(roles)].sort();
}

/** Whether two sets of roles are the same, in any order. */
export function sameRoles(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((role) => others.includes(role));
}
