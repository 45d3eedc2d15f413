import type { Event } from '../../events/rules/event.js';
import { endOf } from '../../events/rules/event.js';
import type { EventRecord } from '../../events/rules/event-record.js';

/** A time span; `to` is `null` while it lasts. */
export interface Span {
  readonly from: Date;
  readonly to: Date | null;
}

/** The time in which presence counts. */
export interface Window {
  readonly from: Date;
  readonly to: Date;
}

/** So long before its start people of an event gather. */
const LEAD_MS = 15 * 60_000;
const MINUTE_MS = 60_000;

/** When presence counts for an event: from a quarter of an hour before it begins until it ends, as it did or should. */
export function windowOf(
  event: Pick<Event, 'start_at_utc' | 'duration_minutes'> & Pick<EventRecord, 'changes'>,
): Window {
  const at = (kind: 'started' | 'completed') => event.changes.find((change) => change.kind === kind)?.at;
  const begin = earlier(event.start_at_utc, at('started'));
  return { from: new Date(begin.getTime() - LEAD_MS), to: earlier(endOf(event), at('completed')) };
}

function earlier(planned: Date, happened: Date | undefined): Date {
  return happened !== undefined && happened < planned ? happened : planned;
}

/** Whole minutes of a window that spans cover; where they overlap, once. */
export function minutesWithin(spans: readonly Span[], { from, to }: Window, now: Date): number {
  const end = Math.min(to.getTime(), now.getTime());
  const clipped = spans
    .map((span) => [Math.max(span.from.getTime(), from.getTime()), Math.min((span.to ?? now).getTime(), end)])
    .sort(([a = 0], [b = 0]) => a - b);
  let [covered, until] = [0, from.getTime()];
  for (const [start = 0, stop = 0] of clipped) {
    covered += Math.max(0, stop - Math.max(start, until));
    until = Math.max(until, stop);
  }
  return Math.round(covered / MINUTE_MS);
}

const IN_LOCATION = /<#(\d{17,20})>|discord\.com\/channels\/\d+\/(\d{17,20})/g;

/** Channels that an event's location names, as a mention or a link. */
export function channelsIn(location: string | null): string[] {
  return [...(location ?? '').matchAll(IN_LOCATION)].flatMap(([, mention, link]) => mention ?? link ?? []);
}
