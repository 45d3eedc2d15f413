import { IANAZone } from 'luxon';
import type { IcsDateObject, IcsDuration } from 'ts-ics';
import { invalid } from '../../common/errors.js';
import { lazily } from '../../common/lazily.js';
import type { Entry } from './rules/entry.js';

const tsIcs = lazily(() => import('ts-ics'));

/** A time without a zone, which is read on the clock of whoever imports it (RFC 5545, 3.3.5, "form #1"). */
const FLOATING = /^(DTSTART|DTEND):(\d{8}T\d{6})(\r?)$/gmu;
const MINUTE_MS = 60_000;

/**
 * The events of a calendar file (RFC 5545), by a library that knows its zones.
 * @param zone IANA name, for times without one
 * @throws invalid when it is no calendar file
 */
export async function readCalendar(text: string, zone: string): Promise<Entry[]> {
  const { convertIcsCalendar } = await tsIcs();
  const { events = [], timezones = [] } = parsed(() =>
    convertIcsCalendar(undefined, text.replace(/^\uFEFF/u, '').replace(FLOATING, `$1;TZID=${zone}:$2$3`)),
  );
  const zones = new Set(timezones.map(({ id }) => id));
  return events.map((event: Read, index): Entry => {
    const { start, summary = '', description, location } = event;
    const at = start?.date ?? null;
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
  const { weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = duration;
  return Math.round(((weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds / 60);
}

function parsed<Calendar>(read: () => Calendar): Calendar {
  try {
    return read();
  } catch {
    throw invalid([{ field: 'body', message: 'is no calendar file that can be read' }]);
  }
}
