import {
  GuildScheduledEventEntityType as Entity,
  GuildScheduledEventStatus as Status,
} from 'discord-api-types/v10';
import { nextOccurrence } from '../rules/occurrences.js';
import { isLive } from '../shapes/guild.js';
import { scheduledEventShape } from '../shapes/scheduled-event.js';
import type { EventExceptionRecord, ScheduledEventRecord } from '../world/records.js';
import { snowflakeAt } from '../world/snowflake.js';
import { isoTime, type World } from '../world/world.js';
import { forgetExceptions } from './event-exceptions.js';
import type { Parts } from '../world/parts.js';
import type { Timed } from '../world/timers.js';

/** Events not started this long after their start are cancelled. Discord says "a few hours" and gives no figure. */
const UNSTARTED_MS = 3 * 3_600_000;

/** Makes a scheduled event and announces it; its creator is interested in it from the start. */
export function createEvent(
  { world, bus }: Parts,
  fields: Omit<ScheduledEventRecord, 'id' | 'entity_id'>,
): ScheduledEventRecord {
  const event = world.scheduledEvents.put({ ...fields, id: world.snowflakes.next(), entity_id: null });
  world.subscriptions.put(subscription(event.id, event.creator_id));
  bus.dispatch('GUILD_SCHEDULED_EVENT_CREATE', scheduledEventShape(world, event), event);
  return event;
}

/**
 * Puts a changed version of an event in the place of the old one and announces it. When an occurrence of a recurring event
 * is over, the event is scheduled for its next one, which is announced as well; what is given back is the occurrence.
 */
export function updateEvent({ world, bus }: Parts, event: ScheduledEventRecord): ScheduledEventRecord {
  const before = world.scheduledEvents.get(event.id);
  // A changed rule wipes the exceptions of the old one (discord-userdoccers).
  if (JSON.stringify(before?.recurrence_rule) !== JSON.stringify(event.recurrence_rule))
    forgetExceptions({ world }, event.id);
  world.scheduledEvents.put(event);
  bus.dispatch('GUILD_SCHEDULED_EVENT_UPDATE', scheduledEventShape(world, event), event);
  const next = event.status === Status.Completed ? nextOf(world, event) : null;
  if (next) {
    world.scheduledEvents.put(next);
    bus.dispatch('GUILD_SCHEDULED_EVENT_UPDATE', scheduledEventShape(world, next), next);
  }
  return event;
}

/** A recurring event as it is scheduled after the occurrence that is over; null when it does not come again. */
function nextOf(world: World, event: ScheduledEventRecord): ScheduledEventRecord | null {
  const rule = event.recurrence_rule;
  if (!rule) return null;
  const started = Date.parse(event.scheduled_start_time);
  const end = event.scheduled_end_time;
  const lasts = end === null ? null : Date.parse(end) - started;
  let original = nextOccurrence(rule, Math.max(started, world.clock()));
  while (original !== null) {
    const exception = world.eventExceptions.get(`${event.id}:${snowflakeAt(original)}`);
    if (!exception?.is_canceled) {
      const start = exception?.scheduled_start_time ?? timeText(original);
      const until = lasts === null ? null : timeText(Date.parse(start) + lasts);
      return {
        ...event,
        status: Status.Scheduled,
        scheduled_start_time: start,
        scheduled_end_time: exception?.scheduled_end_time ?? until,
      };
    }
    original = nextOccurrence(rule, original);
  }
  return null;
}

/** Whole seconds, as scheduled events have them. */
function timeText(millis: number): string {
  return isoTime(millis).replace('.000000', '');
}

/** Removes an event and announces it. */
export function deleteEvent({ world, bus }: Parts, event: ScheduledEventRecord): void {
  removeEvent(world, event);
  bus.dispatch('GUILD_SCHEDULED_EVENT_DELETE', scheduledEventShape(world, event), event);
}

/** Removes an event without a word: what Discord does when the event's channel is deleted (discord-api-docs #4581). */
export function removeEvent(world: World, event: ScheduledEventRecord): void {
  for (const interest of world.subscriptionsByEvent.of(event.id)) world.subscriptions.delete(interest.id);
  forgetExceptions({ world }, event.id);
  world.scheduledEvents.delete(event.id);
}

/** Marks or unmarks a member's interest, in all of an event or in one occurrence; doing it twice changes nothing. */
export function setInterest(
  parts: Parts,
  event: ScheduledEventRecord,
  userId: string,
  interested: boolean,
  occurrence?: EventExceptionRecord,
): void {
  const { world, bus } = parts;
  const interest = subscription(occurrence?.id ?? event.id, userId);
  if (world.subscriptions.has(interest.id) === interested) return;
  const data = {
    guild_scheduled_event_id: event.id,
    user_id: userId,
    guild_id: event.guild_id,
    ...(occurrence ? { guild_scheduled_event_exception_id: occurrence.exception_id } : {}),
  };
  if (interested) {
    world.subscriptions.put(interest);
    bus.dispatch('GUILD_SCHEDULED_EVENT_USER_ADD', data, event);
  } else {
    world.subscriptions.delete(interest.id);
    bus.dispatch('GUILD_SCHEDULED_EVENT_USER_REMOVE', data, event);
  }
}

function subscription(eventId: string, userId: string): { id: string; event_id: string; user_id: string } {
  return { id: `${eventId}:${userId}`, event_id: eventId, user_id: userId };
}

/** Starts and ends EXTERNAL events by their own times, and cancels what was never started. */
export const eventTimes: Timed = {
  nextAt: (world) => Math.min(...world.liveEvents.of('live').map((event) => nextChange(event).at)),
  run(parts) {
    const now = parts.world.clock();
    for (const event of parts.world.liveEvents.of('live')) {
      const { at, status } = nextChange(event);
      if (at <= now) updateEvent(parts, { ...event, status });
    }
  },
};

/** What time makes of an event next, and when. */
function nextChange(event: ScheduledEventRecord): { at: number; status: Status } {
  const { entity_type: entity, scheduled_end_time: end } = event;
  const start = Date.parse(event.scheduled_start_time);
  if (event.status === Status.Scheduled) {
    return entity === Entity.External
      ? { at: start, status: Status.Active }
      : { at: start + UNSTARTED_MS, status: Status.Canceled };
  }
  const endsByItself = entity === Entity.External && end !== null;
  return { at: endsByItself ? Date.parse(end) : Infinity, status: Status.Completed };
}

/** How many live events a guild has. */
export function liveCount(world: World, guildId: string): number {
  return world.eventsByGuild.of(guildId).filter(isLive).length;
}
