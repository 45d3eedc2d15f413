import type { Event } from '../../events/rules/event.js';
import type { Guild } from '../../guilds/rules/guild.js';
import { DEFAULT_REMINDERS } from '../../guilds/rules/guild.js';

const MINUTE_MS = 60_000;

/**
 * Offsets are spans of time before the start, not dates: "a day before" is 24 hours, also over the night in which the clocks
 * are changed.
 */
type Offsets = readonly number[];

/** What of an event its reminders go by. */
type Reminded = Pick<Event, 'start_at_utc' | 'reminder_offsets_minutes'>;
type RemindingServer = Pick<Guild, 'reminder_enabled' | 'reminder_offsets_minutes'>;

function timeOf(start: Date, offset: number): Date {
  return new Date(start.getTime() - offset * MINUTE_MS);
}

/** When a server is reminded of an event. */
export function offsetsOn(event: Reminded, server: RemindingServer): Offsets {
  if (!server.reminder_enabled) return [];
  return event.reminder_offsets_minutes ?? server.reminder_offsets_minutes;
}

/**
 * When people are reminded directly: as the event says, else whenever one of its servers is, so that somebody on several hears
 * of each time once.
 * @param servers those that show the event
 */
export function offsetsOfPeople(event: Reminded, servers: readonly RemindingServer[]): Offsets {
  if (event.reminder_offsets_minutes !== null) return event.reminder_offsets_minutes;
  if (servers.length === 0) return DEFAULT_REMINDERS;
  return [...new Set(servers.flatMap((server) => offsetsOn(event, server)))];
}

/** Every offset at which somebody is reminded. */
export function allOffsets(event: Reminded, servers: readonly RemindingServer[]): Offsets {
  return [
    ...new Set([
      ...offsetsOfPeople(event, servers),
      ...servers.flatMap((server) => offsetsOn(event, server)),
    ]),
  ];
}

/** When the next reminder after a moment is due; `null` when there is none. */
export function nextReminder(start: Date, offsets: Offsets, after: Date): Date | null {
  const times = offsets.map((offset) => timeOf(start, offset)).filter((time) => time > after);
  return times.length === 0 ? null : new Date(Math.min(...times.map((time) => time.getTime())));
}

/** The offsets that are due by now and were not before `from`. */
export function dueOffsets(start: Date, offsets: Offsets, from: Date, now: Date): number[] {
  return offsets.filter((offset) => timeOf(start, offset) >= from && timeOf(start, offset) <= now);
}

/** Until when a late reminder still says the truth: the next one, or the start. */
export function truthfulUntil(start: Date, offset: number, offsets: Offsets): Date {
  const later = offsets.filter((other) => other < offset);
  return later.length === 0 ? start : timeOf(start, Math.max(...later));
}
