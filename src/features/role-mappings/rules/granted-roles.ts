import type { OrgMember, RoleGrants } from '../../organizations/rules/organization.js';
import type { RoleMapping } from './role-mapping.js';

/** A mapping of a Discord role to membership, as far as the comparison looks at it. */
export type MemberMapping = Pick<
  RoleMapping,
  'guild_id' | 'discord_role_id' | 'verselink_role_type' | 'auto_assign' | 'auto_remove'
>;

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

/**
 * What Discord roles make of somebody. Whom a person made a member stays one; a plain member is staff while they hold a role
 * that stands for it, and whom a person made staff or admin needs none.
 */
export function grantsNow(
  was: Pick<OrgMember, 'role' | 'granted_by' | 'staff_by'> | null,
  mappings: readonly MemberMapping[],
  held: HeldRoles,
): RoleGrants {
  const { granted_by = [], staff_by = [] } = was ?? {};
  const isByHand = was !== null && granted_by.length === 0;
  const mayBeRaised = was === null || was.role === 'member' || staff_by.length > 0;
  const ofStaff = mappings.filter(({ verselink_role_type: type }) => type === 'org_staff');
  return {
    granted_by: isByHand ? [] : grantedRoles(granted_by, mappings, held),
    staff_by: mayBeRaised ? grantedRoles(staff_by, ofStaff, held) : [],
  };
}

/** Whether roles make of somebody what they are already. */
export function sameGrants(now: RoleGrants, was: Partial<RoleGrants> | null): boolean {
  return sameRoles(now.granted_by, was?.granted_by ?? []) && sameRoles(now.staff_by, was?.staff_by ?? []);
}

/** Whether two sets of roles are the same, in any order. */
function sameRoles(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((role) => others.includes(role));
}
