import type { Actor } from '../../../common/actor.js';
import { hasRole } from '../../organizations/rules/organization-access.js';
import type { MemberRole } from '../../organizations/rules/organization.js';
import type { Event } from './event.js';

/**
 * Whether someone may know of an event. Drafts are for the organization's staff, private events for its members;
 * public and unlisted ones are for everybody who knows the id.
 * @param actor `null` for someone who has not signed in
 * @param held the actor's role in the event's organization, `null` when not a member
 */
export function maySee(
  event: Pick<Event, 'state' | 'visibility'>,
  actor: Actor | null,
  held: MemberRole | null,
): boolean {
  if (actor?.site_admin === true) return true;
  if (event.state === 'draft') return hasRole(held, 'staff');
  return event.visibility !== 'private' || held !== null;
}
