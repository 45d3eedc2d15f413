export const DAY_MS = 86_400_000;

/** The start of a moment's day, in UTC. */
export function dayOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / DAY_MS) * DAY_MS);
}

/** A day's name, such as `2026-01-07`. */
export function dayName(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** A time from its first moment up to, and without, its last. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/**
 * The whole days within a time that are added up already.
 * @param rolledUntil the first day that is not
 * @returns the time that they fill; `null` when there are none
 */
export function rolledDays({ from, to }: Span, rolledUntil: Date | null): Span | null {
  if (rolledUntil === null) return null;
  const first = dayOf(new Date(from.getTime() + DAY_MS - 1));
  const end = dayOf(to < rolledUntil ? to : rolledUntil);
  return first < end ? { from: first, to: end } : null;
}
