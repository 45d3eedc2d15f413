import { truncateMarkdown } from '../../../common/discord-text.js';
import { codePoints, truncate } from '../../../common/text.js';
import { calendarPath } from '../../events/rules/calendar-text.js';
import { endOf, type Event } from '../../events/rules/event.js';

/** Discord's status of a scheduled event. */
export const DISCORD_STATUS = { scheduled: 1, active: 2, completed: 3, canceled: 4 } as const;
export type DiscordStatus = (typeof DISCORD_STATUS)[keyof typeof DISCORD_STATUS];

/** Discord's limits, in code points. */
export const SCHEDULED_EVENT_LIMITS = { name: 100, description: 1000, location: 100 } as const;

/** Discord refuses a start in the past; a late mirror starts this soon instead. */
export const LATE_START_MS = 30_000;

/** The fields of an EXTERNAL scheduled event that we decide. */
export interface ScheduledEventFields {
  readonly name: string;
  readonly description: string;
  readonly location: string;
  readonly scheduled_start_time: Date;
  readonly scheduled_end_time: Date;
}

/** A scheduled event as Discord has it. */
export interface FoundScheduledEvent {
  readonly id: string;
  readonly guild_id: string;
  /** Where it takes place, when that is a channel of the server. */
  readonly channel_id: string | null;
  /** Whether it comes again and again. */
  readonly recurring: boolean;
  /** Who made it; `null` for very old ones. */
  readonly creator_id: string | null;
  readonly status: DiscordStatus;
  /** How many are interested; `null` where Discord does not say. */
  readonly user_count: number | null;
  /** The location is empty when it takes place in a channel, and the end is the start when it has none. */
  readonly fields: ScheduledEventFields;
}

/** What a server should hold for an event. */
export interface WantedScheduledEvent {
  readonly fields: ScheduledEventFields;
  readonly status: DiscordStatus;
}

/** Shown when an event names no place: Discord requires one for an EXTERNAL event. */
const DEFAULT_LOCATION = 'Star Citizen';

/**
 * Whether a scheduled event that our bot created mirrors this event, also when it was marked under an earlier
 * `PUBLIC_URL`. Anybody can copy the text, so it says nothing about what others created.
 */
export function isMarked(description: string, eventId: string): boolean {
  return description.replace(/\?key=[\w-]+$/u, '').endsWith(calendarPath(eventId));
}

/**
 * The scheduled event that mirrors this event, cut to Discord's limits.
 * @param calendarUrl where the event's calendar file is; it marks the mirror and is never cut
 */
export function wantedScheduledEvent(event: Event, calendarUrl: string): WantedScheduledEvent {
  const mark = `\n\n📅 ${calendarUrl}`;
  return {
    fields: {
      name: truncate(event.title, SCHEDULED_EVENT_LIMITS.name),
      description:
        truncateMarkdown(event.description, SCHEDULED_EVENT_LIMITS.description - codePoints(mark)) + mark,
      location: truncate(event.location ?? DEFAULT_LOCATION, SCHEDULED_EVENT_LIMITS.location),
      scheduled_start_time: event.start_at_utc,
      scheduled_end_time: endOf(event),
    },
    status: wantedStatus(event),
  };
}

function wantedStatus(event: Event): DiscordStatus {
  switch (event.state) {
    case 'active':
      return DISCORD_STATUS.active;
    case 'completed':
      return DISCORD_STATUS.completed;
    case 'cancelled':
      return DISCORD_STATUS.canceled;
    case 'draft':
    case 'published':
      return DISCORD_STATUS.scheduled;
  }
}

/** Those from which Discord allows no further change. */
export const FINAL_STATUSES: readonly DiscordStatus[] = [DISCORD_STATUS.completed, DISCORD_STATUS.canceled];

/** Whether Discord allows no further change. */
export function isFinal(status: DiscordStatus): boolean {
  return FINAL_STATUSES.includes(status);
}

/**
 * The legal moves that bring a scheduled event from `actual` to `wanted`, in order; empty when there are none.
 * Only 1→2, 2→3 and 1→4 exist, so a running event that is cancelled is completed, and nothing ever runs backwards.
 */
export function statusMoves(actual: DiscordStatus, wanted: DiscordStatus): readonly DiscordStatus[] {
  if (isFinal(actual) || wanted <= actual) return [];
  if (actual === DISCORD_STATUS.active) return [DISCORD_STATUS.completed];
  if (wanted === DISCORD_STATUS.completed) return [DISCORD_STATUS.active, DISCORD_STATUS.completed];
  return [wanted];
}

/**
 * The fields to send so that Discord shows `wanted`; empty when it already does.
 * A running event accepts no start time, not even an unchanged one, and Discord takes no time in the past.
 */
export function changedFields(
  confirmed: ScheduledEventFields | null,
  wanted: ScheduledEventFields,
  actual: DiscordStatus,
  now: Date,
): Partial<ScheduledEventFields> {
  const kept = (Object.keys(wanted) as (keyof ScheduledEventFields)[]).filter((key) => {
    if (key === 'scheduled_start_time' && actual !== DISCORD_STATUS.scheduled) return false;
    const value = wanted[key];
    if (value instanceof Date && value <= now) return false;
    return confirmed === null || !isShownAlike(confirmed[key], value);
  });
  // One that was moved into a channel by hand comes back by its place and its end together.
  const returns = confirmed?.location === '' && wanted.scheduled_end_time > now;
  const keys = returns ? [...new Set([...kept, 'scheduled_end_time' as const])] : kept;
  return Object.fromEntries(keys.map((key) => [key, wanted[key]]));
}

/**
 * The fields for a create at `now`, or `null` when the event is over and Discord would refuse it.
 * An event that has begun gets a start just ahead, since Discord takes no start in the past.
 */
export function fieldsForCreate(wanted: ScheduledEventFields, now: Date): ScheduledEventFields | null {
  const earliest = new Date(now.getTime() + LATE_START_MS);
  if (wanted.scheduled_end_time <= earliest) return null;
  if (wanted.scheduled_start_time > earliest) return wanted;
  return { ...wanted, scheduled_start_time: earliest };
}

/** Discord takes no scheduled event that begins later than about five years from now. */
const FURTHEST_MS = 5 * 365 * 86_400_000;

/** When Discord takes a scheduled event that begins then; `null` when it does by now. */
export function takenFrom({ scheduled_start_time }: ScheduledEventFields, now: Date): Date | null {
  const from = new Date(scheduled_start_time.getTime() - FURTHEST_MS);
  return from > now ? from : null;
}

/** Changes that Discord may take or refuse each by itself; the times only together. */
export function apart(changed: Partial<ScheduledEventFields>): Partial<ScheduledEventFields>[] {
  const { scheduled_start_time: start, scheduled_end_time: end, ...texts } = changed;
  const times = {
    ...(start !== undefined && { scheduled_start_time: start }),
    ...(end !== undefined && { scheduled_end_time: end }),
  };
  const parts = Object.entries(texts).map(([key, value]) => ({ [key]: value }));
  return Object.keys(times).length === 0 ? parts : [...parts, times];
}

/** Whether Discord shows two values alike: it trims texts and drops milliseconds. */
export function isShownAlike(one: string | Date, other: string | Date): boolean {
  if (typeof one === 'string' || typeof other === 'string')
    return String(one).trim() === String(other).trim();
  return Math.floor(one.getTime() / 1000) === Math.floor(other.getTime() / 1000);
}
