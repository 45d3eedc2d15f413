import type { APIGuildScheduledEvent } from 'discord-api-types/v10';
import type { EventExceptionRecord, ScheduledEventRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { requireUser, userShape } from './user.js';

/** A scheduled event in Discord's own form; `user_count` only where Discord gives it. */
export function scheduledEventShape(
  world: World,
  event: ScheduledEventRecord,
  withUserCount = false,
): APIGuildScheduledEvent {
  const shape = {
    id: event.id,
    guild_id: event.guild_id,
    name: event.name,
    description: event.description,
    channel_id: event.channel_id,
    creator_id: event.creator_id,
    creator: userShape(requireUser(world, event.creator_id)),
    image: event.image,
    scheduled_start_time: event.scheduled_start_time,
    scheduled_end_time: event.scheduled_end_time,
    status: event.status,
    entity_type: event.entity_type,
    entity_id: event.entity_id,
    recurrence_rule: event.recurrence_rule,
    ...(withUserCount ? { user_count: world.subscriptionsByEvent.count(event.id) } : {}),
    privacy_level: event.privacy_level,
    sku_ids: [],
    guild_scheduled_event_exceptions: world.exceptionsByEvent.of(event.id).map(exceptionShape),
    entity_metadata: event.entity_metadata,
  };
  return shape as unknown as APIGuildScheduledEvent;
}

/** An occurrence that differs from its event's rule, in Discord's own form. */
export function exceptionShape(exception: EventExceptionRecord): {
  event_id: string;
  event_exception_id: string;
  scheduled_start_time: string | null;
  scheduled_end_time: string | null;
  is_canceled: boolean;
} {
  const { event_id, exception_id, scheduled_start_time, scheduled_end_time, is_canceled } = exception;
  return {
    event_id,
    event_exception_id: exception_id,
    scheduled_start_time,
    scheduled_end_time,
    is_canceled,
  };
}
