import type { Actor } from '../../../common/actor.js';
import { forbidden } from '../../../common/errors.js';
import { MEMBER_ROLES, type MemberRole } from './organization.js';

/** Whether `held` is at least as strong as `needed`. */
export function hasRole(held: MemberRole | null, needed: MemberRole): boolean {
  return held !== null && MEMBER_ROLES.indexOf(held) <= MEMBER_ROLES.indexOf(needed);
}

/**
 * Refuses an actor whose role in the organization is weaker than `needed`. Site admins may do everything.
 * @param held the actor's role in the organization, `null` when not a member
 */
export function requireRole(actor: Actor, held: MemberRole | null, needed: MemberRole): void {
  if (actor.site_admin || hasRole(held, needed)) return;
  throw forbidden(`This needs the role "${needed}" in the organization.`, 'org_role_required');
}
