import type { Actor } from '../../../common/actor.js';
import type { MemberRole, Organization } from './organization.js';

/**
 * Whether an actor may know of an organization: private ones are for members alone, unlisted ones for whoever has the id.
 * @param held the actor's role in the organization, `null` when not a member
 */
export function canSee(actor: Actor, organization: Organization, held: MemberRole | null): boolean {
  return organization.visibility !== 'private' || held !== null || actor.site_admin;
}
