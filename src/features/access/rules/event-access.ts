import { hasRole, type MemberRole } from '../../organizations/rules/organization.js';
import type { Event } from '../../events/rules/event.js';

/** What decides who may see an event and sign up for it. */
export type GuardedEvent = Pick<Event, 'org_id' | 'state' | 'visibility' | 'signup_role_ids'>;

/** How somebody stands to an event. */
export interface Standing {
  /** Their role in the event's organization; `null` when not a member. */
  readonly role: MemberRole | null;
  readonly site_admin: boolean;
  /** Whether they hold a Discord role that the organizer named (`signup_role_ids`). */
  readonly holds_signup_role: boolean;
}

/** Somebody of whom nothing is known. */
export const STRANGER: Standing = { role: null, site_admin: false, holds_signup_role: false };

/**
 * Whether someone may know of an event. Drafts are for the organization's staff; private events for its members and for
 * those whom the organizer invited by a Discord role; public and unlisted ones for everybody who knows the id.
 */
export function maySee(event: GuardedEvent, standing: Standing): boolean {
  if (standing.site_admin) return true;
  if (event.state === 'draft') return hasRole(standing.role, 'staff');
  return event.visibility !== 'private' || isInvited(standing);
}

/** Whether someone may sign up, as far as it depends on who they are: an event with named roles is for their holders and for members. */
export function mayJoin(event: GuardedEvent, standing: Standing): boolean {
  if (!maySee(event, standing)) return false;
  return standing.site_admin || isOpenToAll(event) || isInvited(standing);
}

/** Whether who they are makes no difference: everybody may see the event and sign up. */
export function isOpenToAll(event: GuardedEvent): boolean {
  return event.state !== 'draft' && event.visibility !== 'private' && event.signup_role_ids.length === 0;
}

/** Whether a Discord server may show an event: private ones are shown on their organization's own servers alone. */
export function mayBeShownOn(event: GuardedEvent, guild: { readonly org_id: string } | null): boolean {
  if (event.state === 'draft') return false;
  return event.visibility !== 'private' || guild?.org_id === event.org_id;
}

/** Whether someone may read the notes of a signup: its author and the organization's staff. */
export function mayReadNotes(
  reader: { readonly user_id: string } & Pick<Standing, 'role' | 'site_admin'>,
  signup: { readonly user_id: string },
): boolean {
  return reader.site_admin || hasRole(reader.role, 'staff') || reader.user_id === signup.user_id;
}

function isInvited({ role, holds_signup_role }: Standing): boolean {
  return role !== null || holds_signup_role;
}
