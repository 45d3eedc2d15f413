import { dayName } from './days.js';

/** What members do with the bot. */
export const INTERACTION_KINDS = ['command', 'component'] as const;
export type InteractionKind = (typeof INTERACTION_KINDS)[number];

/** Interactions of one kind in one hour. */
export interface InteractionCount {
  readonly hour: Date;
  readonly kind: InteractionKind;
  readonly count: number;
  /** In all, and of the slowest: milliseconds up to the acknowledgement. */
  readonly ack_ms: number;
  readonly longest_ack_ms: number;
}

/** Interactions of one kind on one day, in UTC. */
export interface InteractionDay {
  readonly day: string;
  readonly kind: InteractionKind;
  readonly count: number;
  /** For each hour of the day, from 0 to 23. */
  readonly by_hour: readonly number[];
  readonly average_ack_ms: number;
  readonly longest_ack_ms: number;
}

/** Adds the hours up to days, the newest first. */
export function byDay(hours: readonly InteractionCount[]): InteractionDay[] {
  const days = new Map<string, [InteractionCount, ...InteractionCount[]]>();
  for (const each of hours) {
    const key = `${dayName(each.hour)} ${each.kind}`;
    days.set(key, [each, ...(days.get(key) ?? [])]);
  }
  return [...days.values()].map(addUp).sort((a, b) => b.day.localeCompare(a.day));
}

function addUp(hours: readonly [InteractionCount, ...InteractionCount[]]): InteractionDay {
  const byHour = Array.from({ length: 24 }, () => 0);
  for (const { hour, count } of hours) byHour[hour.getUTCHours()] = count;
  const count = hours.reduce((sum, each) => sum + each.count, 0);
  const ackMs = hours.reduce((sum, each) => sum + each.ack_ms, 0);
  const [{ hour, kind }] = hours;
  return {
    day: dayName(hour),
    kind,
    count,
    by_hour: byHour,
    average_ack_ms: Math.round(ackMs / count),
    longest_ack_ms: Math.max(...hours.map((each) => each.longest_ack_ms)),
  };
}
