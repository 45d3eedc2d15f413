import {
  DISCORD_STATUS,
  isFinal,
  isShownAlike,
  type FoundScheduledEvent,
  type ScheduledEventFields,
  type WantedScheduledEvent,
} from './scheduled-event.js';

/**
 * What to make of what Discord has.
 * `kept`: ours, if with other fields · `started`, `completed`: somebody with the right to do so pressed it on Discord, ahead of
 * time · `removed`: cancelled or deleted by hand · `outdated`: Discord's clock moved it by times that are not the event's any
 * more, and nothing leads back · `over`: as the event itself.
 */
export type Verdict = 'kept' | 'started' | 'completed' | 'removed' | 'outdated' | 'over';

/** @param found what Discord has; `null` when it has none any more */
export function judge(
  found: Pick<FoundScheduledEvent, 'status' | 'fields'> | null,
  wanted: WantedScheduledEvent,
  now: Date,
): Verdict {
  const over = isFinal(wanted.status) || wanted.fields.scheduled_end_time <= now;
  if (found === null || found.status === DISCORD_STATUS.canceled) return over ? 'over' : 'removed';
  const { scheduled_start_time, scheduled_end_time } = found.fields;
  if (found.status === DISCORD_STATUS.completed) {
    if (over) return 'over';
    return scheduled_end_time <= now ? 'outdated' : 'completed';
  }
  if (found.status === DISCORD_STATUS.active && wanted.status === DISCORD_STATUS.scheduled) {
    if (scheduled_start_time > now) return 'started';
    return wanted.fields.scheduled_start_time <= now ? 'kept' : 'outdated';
  }
  return 'kept';
}

/** The fields in which what Discord has differs from what it is known to have. */
export function differingFields(
  known: ScheduledEventFields,
  found: ScheduledEventFields,
): (keyof ScheduledEventFields)[] {
  return (Object.keys(known) as (keyof ScheduledEventFields)[]).filter(
    (key) => !isShownAlike(known[key], found[key]),
  );
}

/** Whether Discord has something else than it is known to have. */
export function isDifferent(
  known: { readonly status: number | null; readonly confirmed: ScheduledEventFields | null },
  found: Pick<FoundScheduledEvent, 'status' | 'fields'>,
): boolean {
  if (known.status !== found.status || known.confirmed === null) return true;
  return differingFields(known.confirmed, found.fields).length > 0;
}
