import { exceptionShape } from '../shapes/scheduled-event.js';
import type { EventExceptionRecord, ScheduledEventRecord } from '../world/records.js';
import type { Parts } from '../world/parts.js';

type Verb = 'CREATE' | 'UPDATE' | 'DELETE';

/** Puts an occurrence's exception into the world, new or changed, and announces it. */
export function putException(
  parts: Parts,
  event: ScheduledEventRecord,
  exception: EventExceptionRecord,
): EventExceptionRecord {
  const known = parts.world.eventExceptions.has(exception.id);
  const saved = parts.world.eventExceptions.put(exception);
  announce(parts, event, saved, known ? 'UPDATE' : 'CREATE');
  return saved;
}

/** Takes an exception back, with who was interested in it: the occurrence is as its rule says again. */
export function deleteException(
  parts: Parts,
  event: ScheduledEventRecord,
  exception: EventExceptionRecord,
): void {
  forgetException(parts, exception);
  announce(parts, event, exception, 'DELETE');
}

function forgetException({ world }: Pick<Parts, 'world'>, exception: EventExceptionRecord): void {
  for (const interest of world.subscriptionsByEvent.of(exception.id)) world.subscriptions.delete(interest.id);
  world.eventExceptions.delete(exception.id);
}

/** Forgets all exceptions of an event, without a word. */
export function forgetExceptions(parts: Pick<Parts, 'world'>, eventId: string): void {
  for (const exception of parts.world.exceptionsByEvent.of(eventId)) forgetException(parts, exception);
}

function announce(
  { bus }: Parts,
  event: ScheduledEventRecord,
  exception: EventExceptionRecord,
  verb: Verb,
): void {
  const data = { ...exceptionShape(exception), guild_id: event.guild_id };
  bus.dispatch(`GUILD_SCHEDULED_EVENT_EXCEPTION_${verb}`, data, event);
}
