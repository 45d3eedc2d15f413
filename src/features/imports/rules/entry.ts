import { invalid } from '../../../common/errors.js';
import { nameFault, textFault, tidy } from '../../../common/names.js';
import { EVENT_TYPES, type EventType } from '../../events/rules/event.js';
import type { NewEvent } from '../../events/rules/input.js';
import { EVENT_LIMITS } from '../../events/rules/limits.js';
import { readDuration, readPictureUrl, readRoles } from '../../events/rules/words.js';
import { VISIBILITIES } from '../../organizations/rules/organization.js';

/** What a row of a file says of an event, in its own words. */
export interface Entry {
  /** Its line in a table, its place among the events of a calendar; the first is 1. */
  readonly row: number;
  /** The same each time that the same event is imported. */
  readonly uid: string;
  readonly title: string;
  readonly start: Date | null;
  readonly duration_minutes?: number | undefined;
  readonly duration?: string | undefined;
  readonly description?: string | undefined;
  readonly location?: string | undefined;
  readonly type?: string | undefined;
  readonly visibility?: string | undefined;
  readonly seats?: string | undefined;
  readonly roles?: string | undefined;
  readonly banner_url?: string | undefined;
  /** Why it cannot become an event, whatever else it says: `skipped` when nothing is wrong with it. */
  readonly refused?: { readonly outcome: 'skipped' | 'invalid'; readonly message: string } | undefined;
}

/** An event, or why there will be none. */
export type ReadEntry =
  | { readonly event: Omit<NewEvent, 'org_id'> }
  | { readonly outcome: 'skipped' | 'invalid'; readonly message: string };

const DEFAULT_MINUTES = 120;
/** More rows than this are for several files. */
const MOST_ROWS = 200;

/** Asked before anything is made of the rows, which takes its time. @throws invalid */
export function requireFewRows(count: number): void {
  if (count > MOST_ROWS)
    throw invalid([{ field: 'body', message: `has ${count} rows; at most ${MOST_ROWS} at once` }]);
}

/** `null` for a date that looks like one and is none, such as the 45th. */
export function validDate(date: Date | null): Date | null {
  return date === null || Number.isNaN(date.getTime()) ? null : date;
}

/**
 * Makes an event of what a row says. All that is wrong is told at once.
 * @param words how types are called, beside their own names · @param description what stands where none is given
 */
export function readEntry(
  entry: Entry,
  { words, description }: { words: ReadonlyMap<string, EventType>; description: string },
  now: Date,
): ReadEntry {
  if (entry.refused !== undefined) return entry.refused;
  if (entry.start === null) return { outcome: 'invalid', message: 'has no date and time that can be read' };
  if (entry.start <= now) return { outcome: 'skipped', message: 'lies in the past' };

  const faults: string[] = [];
  const read = <Value>(
    what: string,
    given: string | undefined,
    reader: (text: string) => Value | null,
  ): Value | undefined => {
    const text = tidy(given ?? '');
    if (text === '') return undefined;
    const value = reader(text);
    if (value === null) faults.push(`${what} cannot be read: ${text.slice(0, 60)}`);
    return value ?? undefined;
  };

  const title = tidy(entry.title);
  const titleFault = nameFault(title, EVENT_LIMITS.title);
  if (titleFault !== null) faults.push(`title ${titleFault}`);
  const told = tidy(entry.description ?? '');
  const text =
    told.length < EVENT_LIMITS.description.min ? [told, description].filter(Boolean).join('\n') : told;
  const textIsWrong = textFault(text, EVENT_LIMITS.description);
  if (textIsWrong !== null) faults.push(`description ${textIsWrong}`);
  const minutes = entry.duration_minutes ?? read('duration', entry.duration, readDuration) ?? DEFAULT_MINUTES;
  const { min, max } = EVENT_LIMITS.duration_minutes;
  if (!(minutes >= min && minutes <= max)) faults.push(`duration must be ${min} to ${max} minutes`);
  const event = {
    title,
    description: text,
    start_at_utc: entry.start,
    duration_minutes: minutes,
    type: read('type', entry.type, (given) => typeOf(given, words)) ?? 'autre',
    location: read('location', entry.location, (given) =>
      nameFault(given, { min: 1, max: EVENT_LIMITS.location.max }) === null ? given : null,
    ),
    visibility: read(
      'visibility',
      entry.visibility,
      (given) => VISIBILITIES.find((known) => known === given.toLowerCase()) ?? null,
    ),
    max_participants: read('number of seats', entry.seats, readSeats),
    roles: read('roles', entry.roles, readRoles),
    banner_url: read('picture', entry.banner_url, readPictureUrl),
  } as const;
  return faults.length === 0 ? { event } : { outcome: 'invalid', message: faults.join('; ') };
}

function typeOf(given: string, words: ReadonlyMap<string, EventType>): EventType | null {
  const wanted = given.toLowerCase();
  return EVENT_TYPES.find((type) => type === wanted) ?? words.get(wanted) ?? null;
}

function readSeats(given: string): number | null {
  const { min, max } = EVENT_LIMITS.max_participants;
  const seats = /^\d{1,4}$/u.test(given) ? Number(given) : NaN;
  return seats >= min && seats <= max ? seats : null;
}
