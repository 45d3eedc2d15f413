import type { EventDraft, EntryFields, PlacedEntry } from './draft.js';
import type { Event } from './event.js';
import { isOpen } from './transitions.js';
import {
  firstFree,
  type MemberAnswer,
  type RosterEntry,
  type SeatAnswer,
  type SeatedEvent,
  takesSeat,
  wishesOf,
} from './roster.js';

/** What somebody gets who asks for a seat: one in the first role that has one free, or a place in the queue for all of them. */
export function seatOrQueue(
  event: SeatedEvent,
  answer: SeatAnswer,
  wishes: readonly (string | null)[],
): Pick<RosterEntry, 'status' | 'role_id'> {
  const roleId = firstFree(event, wishes);
  if (roleId === undefined) return { status: 'waitlist', role_id: wishes[0] ?? null };
  return { status: answer, role_id: roleId };
}

/** The fields that say which roles somebody wants; nothing of `role_ids` where it was never said. */
export function wished(wishes: readonly (string | null)[], before: RosterEntry | null): EntryFields {
  const several = wishes.length > 1 ? wishes.filter((roleId) => roleId !== null) : [];
  const isSaid = several.length > 0 || (before?.role_ids ?? []).length > 0;
  return { role_id: wishes[0] ?? null, ...(isSaid && { role_ids: several }) };
}

/** Whether staff have to approve a member's signup; not that of those who organize. */
export function needsApproval(event: Event, userId: string): boolean {
  const { approval_required, created_by, co_organizer_ids } = event;
  return approval_required && userId !== created_by && !co_organizer_ids.includes(userId);
}

/** What an answer makes of somebody without a seat: a seat, a place at the end of a queue, a wait for approval, or just the answer. */
export function arrivalAs(
  draft: EventDraft,
  wanted: MemberAnswer,
  wishes: readonly (string | null)[],
  { before, isApproved }: { readonly before: RosterEntry | null; readonly isApproved: boolean },
): Pick<RosterEntry, 'status' | 'role_id' | 'order'> & EntryFields {
  const order = draft.drawOrder();
  const asked = { ...wished(wishes, before), role_id: wishes[0] ?? null, order };
  if (!takesSeat(wanted)) return { ...asked, status: wanted };
  const isRemembered = wanted !== 'confirmed' || before?.wants !== undefined;
  const wants = isRemembered ? { wants: wanted } : {};
  if (!isApproved) return { ...asked, ...wants, status: 'pending' };
  return { ...asked, ...wants, ...seatOrQueue(draft.event, wanted, wishes) };
}

/**
 * Until when a seat that frees now is held for the first who waits; `null` when they have it at once: where there are no offers,
 * where the answers are locked, or when the event would have begun before they have answered.
 */
export function offerEnd(
  { offer_minutes: minutes, state, start_at_utc: start, locked }: Event,
  now: Date,
): Date | null {
  if (minutes === null || locked || state !== 'published') return null;
  const end = new Date(now.getTime() + minutes * 60_000);
  return end < start ? end : null;
}

/** Takes back the offers that were not answered in time: who was offered a seat is not in the queue any more. */
export function lapseOffers(draft: EventDraft): void {
  if (draft.event.seats.offered === 0 || !isOpen(draft.event.state)) return;
  for (const [place, { status, offer_expires_at: end }] of draft.entries.entries()) {
    const isOver = status === 'offered' && end !== null && end !== undefined && end <= draft.now;
    if (isOver) draft.change(place, { status: 'withdrawn' }, 'lapsed', null);
  }
}

/** Gives somebody who waits for approval a seat, or their place in the queue: by when they asked. */
export function approve(draft: EventDraft, { place, entry }: PlacedEntry, commandId: string | null): void {
  const { roles } = draft.event;
  // A role may have been taken away since they asked for it.
  const known = wishesOf(entry).filter((roleId) => roleId === null || roles.some(({ id }) => id === roleId));
  const wishes = known.length > 0 ? known : [null];
  const granted = {
    ...wished(wishes, entry),
    ...seatOrQueue(draft.event, entry.wants ?? 'confirmed', wishes),
  };
  draft.change(place, granted, 'approved', commandId);
}

/** As `approve`, for everybody who waits for it, the first who asked first. */
export function approveAll(draft: EventDraft): void {
  const pending = [...draft.entries.entries()].filter(([, { status }]) => status === 'pending');
  pending.sort(([, a], [, b]) => a.order - b.order);
  for (const [place, entry] of pending) approve(draft, { place, entry }, null);
}
