import { IANAZone } from 'luxon';
import type { IcsDateObject, IcsDuration } from 'ts-ics';
import { type DomainError, invalid } from '../../common/errors.js';
import { lazily } from '../../common/lazily.js';
import { type Entry, requireFewRows, validDate } from './rules/entry.js';

const tsIcs = lazily(() => import('ts-ics'));

/** A time without a zone, which is read on the clock of the one who imports it (RFC 5545, 3.3.5, "form #1"). */
const FLOATING = /^(DTSTART|DTEND)(?:;VALUE=DATE-TIME)?:(\d{8}T\d{6})(\r?)$/gmu;
/** Where the library sees a part of the file begin or end, also in the middle of a line. */
const PART = /(BEGIN|END):(V[A-Z]+|STANDARD|DAYLIGHT)/gu;
const ZONE = /BEGIN:VTIMEZONE[^]*?END:VTIMEZONE/gu;
/** How clocks change: on one day of a year. */
const CLOCK_RULE =
  /^RRULE:(?:(?:FREQ=YEARLY|BYMONTH=\d+|BYDAY=[+-]?\d[A-Z]{2}|UNTIL=\w+|WKST=[A-Z]{2});?){3,}$/u;
/** For each time of the file the library counts each rule's changes since the first one: times by rules. */
const MOST_COUNTING = 1_600;
const FAR_AWAY = /^DT(?:START|END)[^:]*:(?:0\d|1[0-8]|2[1-9]|[3-9]\d)\d{6}/mu;
const MINUTE_MS = 60_000;

/**
 * The events of a calendar file (RFC 5545), by a library that knows its zones.
 * @param zone IANA name, for times without one
 * @throws invalid when it is no calendar file
 */
export async function readCalendar(text: string, zone: string): Promise<Entry[]> {
  requireWellFormed(text);
  const { convertIcsCalendar } = await tsIcs();
  const lines = prepared(text, zone);
  const { events = [], timezones = [] } = parsed(() => convertIcsCalendar(undefined, lines));
  const zones = new Set(timezones.map(({ id }) => id));
  return events.map((event: Read, index): Entry => {
    const { start, summary = '', description, location } = event;
    const at = validDate(start?.date ?? null);
    const row = index + 1;
    return {
      row,
      uid: event.uid ?? `${summary}/${at?.toISOString() ?? row}`,
      title: summary,
      start: at,
      duration_minutes: minutesOf(event),
      description,
      location,
      refused: refusalOf(event, zones),
    };
  });
}

/** What an event says; unlike in the library's types, anything may be missing in what people send. */
interface Read {
  readonly uid?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly location?: string;
  readonly start?: IcsDateObject;
  readonly end?: IcsDateObject | null;
  readonly duration?: IcsDuration | null;
  readonly status?: string;
  readonly recurrenceRule?: object;
  readonly recurrenceId?: object;
}

function refusalOf(
  { start, recurrenceRule, recurrenceId, status }: Read,
  zones: ReadonlySet<string>,
): Entry['refused'] {
  if (status === 'CANCELLED') return { outcome: 'skipped', message: 'is cancelled' };
  if (recurrenceRule !== undefined || recurrenceId !== undefined)
    return {
      outcome: 'skipped',
      message: 'repeats: series are not imported; keep a template and make each event',
    };
  if (start?.type === 'DATE') return { outcome: 'invalid', message: 'is for the whole day: it needs a time' };
  const zone = start?.local?.timezone;
  if (zone !== undefined && !zones.has(zone) && !IANAZone.isValidZone(zone))
    return { outcome: 'invalid', message: `is in a time zone that is not known: ${zone.slice(0, 60)}` };
  return undefined;
}

function minutesOf({ start, end, duration }: Read): number | undefined {
  if (start !== undefined && end) return Math.round((end.date.getTime() - start.date.getTime()) / MINUTE_MS);
  if (!duration) return undefined;
  const { before = false, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = duration;
  return (before ? -1 : 1) * Math.round(((weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds / 60);
}

/**
 * What is not well-formed costs the library time by the square of its length, so it is refused before.
 * @throws invalid for parts that do not end, and for more events than are taken at once
 */
function requireWellFormed(text: string): void {
  const open: string[] = [];
  const counts = new Map<string, number>();
  for (const [, word, name = ''] of text.matchAll(PART)) {
    if (word === 'BEGIN') {
      open.push(name);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    } else if (open.pop() !== name) throw unreadable();
  }
  if (open.length > 0 || counts.get('VCALENDAR') !== 1) throw unreadable();
  requireFewRows(counts.get('VEVENT') ?? 0);
}

/** The text as the library reads it well: without the zones that it knows anyway, and what else makes it count for long. */
function prepared(text: string, zone: string): string {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .replace(/\r?\n[ \t]/gu, '')
    .replace(/^(?:EXDATE|RDATE).*$/gmu, '')
    // Outlook's clocks change since 1601.
    .replace(/^DTSTART:1601/gmu, 'DTSTART:2000')
    .replace(FLOATING, `$1;TZID=${zone}:$2$3`)
    .replace(ZONE, (described) => (isKnownZone(/^TZID:(.*?)\r?$/mu.exec(described)?.[1]) ? '' : described));
  const rules = (lines.match(ZONE) ?? []).flatMap(
    (described) => described.match(/^RRULE.*?(?=\r?$)/gmu) ?? [],
  );
  const times = lines.match(/;TZID=/gu) ?? [];
  const isCalm = rules.length * times.length <= MOST_COUNTING && rules.every((rule) => CLOCK_RULE.test(rule));
  if (!isCalm) throw invalid([{ field: 'body', message: 'describes time zones that change too often' }]);
  if (FAR_AWAY.test(lines))
    throw invalid([{ field: 'body', message: 'has dates before 1900 or after 2099' }]);
  return lines;
}

function isKnownZone(name: string | undefined): boolean {
  return name !== undefined && IANAZone.isValidZone(name);
}

function parsed<Calendar>(read: () => Calendar): Calendar {
  try {
    return read();
  } catch {
    throw unreadable();
  }
}

function unreadable(): DomainError {
  return invalid([{ field: 'body', message: 'is no calendar file that can be read' }]);
}
