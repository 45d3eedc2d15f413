/** A role on Discord that somebody is to have, or had to have. */
export interface RoleGrant {
  readonly role_id: string;
  /** What it stands for, for example `plan`; none when it is to be taken. */
  readonly reasons: readonly string[];
  /** Whether we gave it. A role that the member held already was given by a person, and is never taken. */
  readonly ours: boolean;
}

/** What is wanted for one reason. */
export interface WantedRoles {
  readonly reason: string;
  readonly wanted: readonly string[];
  /** Roles that are not taken although they are not wanted any more. */
  readonly kept: readonly string[];
}

/** What is to be done on Discord, and what is known once it is done. */
export interface SettledGrants {
  /** To be written down before Discord is called, so that a crash leaves no role of which nothing is known. */
  readonly grants: readonly RoleGrant[];
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/**
 * Makes a member's grants say what is wanted for one reason. A role that stands for several things goes after the last.
 * @param held the roles that the member has on Discord; `null` for somebody who is not on the server, and has none
 */
export function settleGrants(
  grants: readonly RoleGrant[],
  { reason, wanted, kept }: WantedRoles,
  held: readonly string[] | null,
): SettledGrants {
  const known = new Map(grants.map((grant) => [grant.role_id, grant]));
  const next: RoleGrant[] = [];
  const add: string[] = [];
  const remove: string[] = [];
  for (const roleId of new Set([...known.keys(), ...wanted])) {
    const before = known.get(roleId) ?? { role_id: roleId, reasons: [], ours: false };
    const others = before.reasons.filter((other) => other !== reason);
    const reasons = wanted.includes(roleId) ? [...others, reason] : others;
    const isHeld = held?.includes(roleId) === true;
    if (reasons.length > 0) {
      // Who leaves a server loses every role there, so nothing of ours is left.
      const ours = isHeld ? before.ours : held !== null;
      if (ours && !isHeld) add.push(roleId);
      next.push({ role_id: roleId, reasons, ours });
    } else if (before.ours && isHeld && !kept.includes(roleId)) {
      remove.push(roleId);
      next.push({ role_id: roleId, reasons, ours: true });
    }
  }
  return { grants: next, add, remove };
}

/** The grants after Discord was called. @param failed roles that could not be changed */
export function confirmGrants(
  { grants, add, remove }: SettledGrants,
  failed: readonly string[],
): readonly RoleGrant[] {
  return grants.flatMap((grant) => {
    const { role_id } = grant;
    if (remove.includes(role_id)) return failed.includes(role_id) ? [grant] : [];
    return add.includes(role_id) && failed.includes(role_id) ? [{ ...grant, ours: false }] : [grant];
  });
}

/** Whether a member has on Discord what is noted. @param held as in `settleGrants` */
export function isInStep(grants: readonly RoleGrant[], held: readonly string[] | null): boolean {
  if (held === null) return grants.every(({ ours }) => !ours);
  return grants.every(({ role_id, reasons }) => reasons.length > 0 && held.includes(role_id));
}
