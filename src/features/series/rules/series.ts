import type { TemplateFields } from '../../templates/rules/template.js';

/** When an event comes again: on the clock of a zone, so that 21:00 stays 21:00 whatever the clock there does. */
export interface Recurrence {
  /** The value of an RRULE (RFC 5545, 3.3.10), such as `FREQ=WEEKLY;BYDAY=TU`. */
  readonly rule: string;
  /** IANA name, such as `Europe/Paris`. */
  readonly timezone: string;
  /** When it begins, on the zone's clock: `2026-12-01T21:00`. */
  readonly local_start: string;
  /** Days of the zone's calendar on which it does not take place: `2026-12-22`. */
  readonly skipped: readonly string[];
}

/** What an occurrence takes from its series. */
export interface SeriesContent extends Recurrence {
  readonly event: TemplateFields;
}

/** An event that comes again and again. Each occurrence becomes an event of its own when its turn comes. */
export interface Series extends SeriesContent {
  readonly id: string;
  readonly org_id: string;
  /** How many days before its start an occurrence is published. */
  readonly publish_days_before: number;
  readonly created_by: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** A series with what VerseLink keeps beside it for itself. */
export interface SeriesRecord extends Series {
  /** Raised by every write: the condition of the next one. */
  readonly revision: number;
  /** When there is something to be done: an occurrence to be published, a change to be carried over; `null` for nothing any more. */
  readonly due_at: Date | null;
  /** What was said before a change that events made earlier do not know yet; `null` when they do. */
  readonly before_change: SeriesContent | null;
}

/** An occurrence: the day that names it, on the zone's calendar, and when it starts. */
export interface Occurrence {
  readonly on: string;
  readonly at: Date;
}

export const PUBLISH_DAYS_BEFORE = { min: 1, max: 60, usual: 14 } as const;
/** Characters of a rule. */
export const RULE_MAX = 200;
/** Days that are skipped at once, past ones not counted. */
export const MOST_SKIPPED = 366;

const DAY_MS = 86_400_000;

/** When an occurrence is to be published. */
export function publicationOf({ at }: Occurrence, daysBefore: number): Date {
  return new Date(at.getTime() - daysBefore * DAY_MS);
}

/** What a rule says, as people are told it. */
export interface RuleParts {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY';
  readonly interval: number;
  /** Weekdays, 1 for Monday to 7; `nth` of the month, from its end if negative; `null` for each. */
  readonly days: readonly { readonly weekday: number; readonly nth: number | null }[];
  /** Days of the month, from its end if negative. */
  readonly month_days: readonly number[];
  readonly count: number | null;
  /** The last day that may be one. */
  readonly until: string | null;
}
