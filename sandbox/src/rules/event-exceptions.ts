import { refuse } from '../errors.js';
import type { Reader } from '../validation/reader.js';
import type { EventExceptionRecord, ScheduledEventRecord } from '../world/records.js';
import { snowflakeAt } from '../world/snowflake.js';
import { isoTime, type World } from '../world/world.js';
import { isOccurrence } from './occurrences.js';

/** An event's exception by its own id; 180005 when there is none. */
export function findException(
  world: World,
  event: ScheduledEventRecord,
  exceptionId: string,
): EventExceptionRecord {
  const exception = world.eventExceptions.get(`${event.id}:${exceptionId}`);
  if (!exception) throw refuse(180005);
  return exception;
}

/** Reads the body of a new exception: which occurrence of the rule it concerns, and what is different there. */
export function readNewException(
  world: World,
  event: ScheduledEventRecord,
  body: Reader,
): EventExceptionRecord {
  const original = body.time('original_scheduled_start_time', { required: true });
  if (
    typeof original === 'number' &&
    !(event.recurrence_rule && isOccurrence(event.recurrence_rule, original))
  ) {
    // Discord gives no code for this: neither its documentation nor a report names one.
    body.fault(
      'original_scheduled_start_time',
      'GUILD_SCHEDULED_EVENT_EXCEPTION_INVALID_START',
      'The event has no occurrence at this time.',
    );
  }
  const blank = { scheduled_start_time: null, scheduled_end_time: null, is_canceled: false };
  const exceptionId = snowflakeAt(original ?? 0);
  const fields = readFields(world, blank, body);
  return { id: `${event.id}:${exceptionId}`, event_id: event.id, exception_id: exceptionId, ...fields };
}

type Fields = Pick<EventExceptionRecord, 'scheduled_start_time' | 'scheduled_end_time' | 'is_canceled'>;

/** Reads the body of an exception's edit: only what it names changes. */
export function readExceptionChange(
  world: World,
  exception: EventExceptionRecord,
  body: Reader,
): EventExceptionRecord {
  return { ...exception, ...readFields(world, exception, body) };
}

function readFields(world: World, before: Fields, body: Reader): Fields {
  const start = readTime(world, before.scheduled_start_time, 'scheduled_start_time', body);
  const end = readTime(world, before.scheduled_end_time, 'scheduled_end_time', body);
  const isCanceled = body.boolean('is_canceled', { nullable: true }) ?? before.is_canceled;
  if (start !== null && end !== null && Date.parse(end) <= Date.parse(start)) {
    body.fault(
      'scheduled_end_time',
      'GUILD_SCHEDULED_EVENT_INVALID_END_TIME',
      'Cannot schedule event with end time before start time.',
    );
  }
  body.issues.refuseIfAny();
  return { scheduled_start_time: start, scheduled_end_time: end, is_canceled: isCanceled };
}

function readTime(world: World, before: string | null, field: string, body: Reader): string | null {
  const time = body.time(field, { nullable: true });
  if (time === undefined) return before;
  if (time === null) return null;
  if (time <= world.clock())
    body.fault(field, 'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST', 'Cannot schedule event in the past.');
  return isoTime(time).replace('.000000', '');
}
