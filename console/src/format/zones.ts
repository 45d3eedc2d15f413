import { fromAbsolute, parseDateTime, toCalendarDateTime, toZoned } from '@internationalized/date';

/** Which of two readings is meant of a time that a change of clocks lets come twice. */
export type Fold = 'earlier' | 'later';

/** What a time on a zone's clock stands for. */
export interface Reading {
  readonly at: Date;
  /** `gap`: the clocks skip it, and `at` is as much later; `twice`: it comes twice, and `both` are when. */
  readonly kind: 'plain' | 'gap' | 'twice';
  readonly both: Readonly<Record<Fold, Date>>;
}

/** Reads `2026-12-05T20:30` on a zone's clock; `null` for what is no time. */
export function readLocal(local: string, zone: string, fold: Fold): Reading | null {
  const earlier = instantOf(local, zone, 'earlier');
  const later = instantOf(local, zone, 'later');
  if (earlier === null || later === null) return null;
  const both = { earlier, later };
  if (earlier.getTime() === later.getTime()) return { at: earlier, kind: 'plain', both };
  if (localOf(earlier, zone) === local) return { at: both[fold], kind: 'twice', both };
  return { at: later, kind: 'gap', both };
}

function instantOf(local: string, zone: string, fold: Fold): Date | null {
  try {
    return toZoned(parseDateTime(local), zone, fold).toDate();
  } catch {
    return null;
  }
}

/** A moment on a zone's clock, to the minute: `2026-12-05T20:30`. */
export function localOf(at: Date, zone: string): string {
  return toCalendarDateTime(fromAbsolute(at.getTime(), zone)).toString().slice(0, 16);
}

/** `Paris` of `Europe/Paris`. */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** The zones that the browser knows, and those that are in use although it calls them otherwise. */
export function zonesWith(...used: readonly string[]): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...used])].sort();
}
