import type { Event } from '../../events/rules/event.js';
import { may, type Permission, type Standing, type Tie } from './permissions.js';

/** What decides who may see an event and sign up for it. */
export type GuardedEvent = Pick<
  Event,
  'org_id' | 'state' | 'visibility' | 'signup_role_ids' | 'members_only'
>;

/**
 * Whether someone may know of an event. Drafts are for those who prepare it; private events for the organization's members
 * and for those whom the organizer invited by a Discord role; public and unlisted ones for everybody who knows the id.
 */
export function maySee(event: GuardedEvent, standing: Standing): boolean {
  return may(standing, seeing(event));
}

function seeing({ state, visibility }: GuardedEvent): Permission {
  if (state === 'draft') return 'event.see_draft';
  return visibility === 'private' ? 'event.see_private' : 'event.see';
}

/** Whether someone may sign up, as far as it depends on who they are: an event for members, or with named roles, is for members and holders of the roles. */
export function mayJoin(event: GuardedEvent, standing: Standing): boolean {
  return maySee(event, standing) && may(standing, isOpenToAll(event) ? 'signup.open' : 'signup.restricted');
}

/** Whether who they are makes no difference: everybody may see the event and sign up. */
export function isOpenToAll(event: GuardedEvent): boolean {
  const { state, visibility, signup_role_ids, members_only } = event;
  return state !== 'draft' && visibility !== 'private' && !members_only && signup_role_ids.length === 0;
}

/** Whether a Discord server may show an event: private ones are shown on their organization's own servers alone. */
export function mayBeShownOn(event: GuardedEvent, guild: { readonly org_id: string } | null): boolean {
  if (event.state === 'draft') return false;
  return event.visibility !== 'private' || guild?.org_id === event.org_id;
}

/** What a member of an event's organization is to the event, beside their rank. */
export function organizerTies(
  userId: string,
  { created_by, co_organizer_ids }: Pick<Event, 'created_by' | 'co_organizer_ids'>,
): readonly Tie[] {
  return created_by === userId || co_organizer_ids.includes(userId) ? ['organizer'] : [];
}
