import fc from 'fast-check';
import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { anEvent } from '../../../test/factories/event.js';
import { calendarFile } from './calendar-file.js';
import { calendarText } from './rules/calendar-text.js';
import type { Event } from './rules/event.js';

const URL = 'https://verselink.example/api/v1/events/1/ics';
const written = (...events: readonly Partial<Event>[]): string =>
  calendarFile(events.map((fields) => ({ ...anEvent(fields), url: URL })));

/** What a program reads of the first event of a file. */
interface Read {
  readonly uid: string;
  readonly sequence: number | undefined;
  readonly title: string;
  readonly description: string | undefined;
  readonly location: string | undefined;
  readonly start: number;
  readonly end: number | undefined;
  readonly changed: number | undefined;
  readonly status: string | undefined;
  readonly url: string | undefined;
}

function byIcalJs(file: string): Read {
  const component = new ICAL.Component(ICAL.parse(file) as unknown[]).getFirstSubcomponent('vevent');
  if (component === null) throw new Error('There is no event');
  const event = new ICAL.Event(component);
  const changed = component.getFirstPropertyValue('last-modified') as ICAL.Time;
  return {
    uid: event.uid,
    sequence: event.sequence,
    title: event.summary,
    description: event.description,
    location: event.location,
    start: event.startDate.toJSDate().getTime(),
    end: event.endDate.toJSDate().getTime(),
    changed: changed.toJSDate().getTime(),
    status: String(component.getFirstPropertyValue('status')),
    url: String(component.getFirstPropertyValue('url')),
  };
}

function byTsIcs(file: string): Read {
  const [event] = convertIcsCalendar(undefined, file).events ?? [];
  if (event === undefined) throw new Error('There is no event');
  return {
    uid: event.uid,
    sequence: event.sequence,
    title: event.summary,
    description: event.description,
    location: event.location,
    start: event.start.date.getTime(),
    end: event.end?.date.getTime(),
    changed: event.lastModified?.date.getTime(),
    status: event.status,
    url: event.url,
  };
}

/** Texts that have led programs astray. @param lines what else may stand in them */
const texts = (...lines: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        {
          weight: 3,
          arbitrary: fc.constantFrom('a', 'é', '日', ' ', '"', "'", ';', ',', ':', '=', '\\', 'n', '\n'),
        },
        fc.constantFrom(
          '👩‍🚀',
          '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
          String.raw`\n`,
          String.raw`\\;`,
          '\r\n',
          '\u2028',
          '\u0007',
          '\t',
          ...lines,
        ),
        fc.string({ unit: 'grapheme', maxLength: 5 }),
      ),
      { minLength: 1, maxLength: 200 },
    )
    .map((parts) => `a${parts.join('')}z`);
const nasty = texts('END:VEVENT', 'BEGIN:VEVENT\r\n');

const PARSERS = [
  ['ical.js', byIcalJs, nasty],
  // It takes these words for the end of an event also where they stand within a line.
  ['ts-ics', byTsIcs, texts()],
] as const;

describe.each(PARSERS)('a calendar file, read by %s', (_name, read, text) => {
  it('says what the event says, whatever that is', () => {
    fc.assert(
      fc.property(text, text, text, (title, description, location) => {
        const event = read(written({ title, description, location }));
        expect([event.title, event.description, event.location]).toEqual(
          [title, description, location].map(calendarText),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('tells when it is, which edition, and that it is cancelled', () => {
    const fields = { edition: 7, state: 'cancelled', updated_at: new Date('2029-12-31T10:00:00Z') } as const;
    const { id, start_at_utc } = anEvent();
    expect(read(written(fields))).toMatchObject({
      uid: `${id}@verselink`,
      sequence: 7,
      start: start_at_utc.getTime(),
      end: start_at_utc.getTime() + 2 * 3_600_000,
      changed: fields.updated_at.getTime(),
      status: 'CANCELLED',
      url: URL,
    });
  });
});

it('keeps to the letter of RFC 5545: octets, line ends, properties', () => {
  fc.assert(
    fc.property(nasty, (title) => {
      const file = written({ title }, { title });
      expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
      const tooLong = file.split('\r\n').filter((line) => Buffer.byteLength(line) > 75);
      expect(tooLong).toEqual([]);
      const names = file
        .replaceAll('\r\n ', '')
        .split('\r\n')
        .map((line) => line.split(/[:;]/u)[0] ?? '');
      const once = ['UID', 'DTSTAMP', 'SEQUENCE', 'DTSTART', 'DTEND', 'SUMMARY', 'LAST-MODIFIED', 'STATUS'];
      for (const name of once) expect(names.filter((one) => one === name)).toHaveLength(2);
      expect(names).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(?:METHOD|ORGANIZER)$/u)]));
    }),
    { numRuns: 60 },
  );
});

it('names itself where programs read it again, and asks them to', () => {
  const file = calendarFile([], { name: 'Orion; raids, and\nmore' });
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  // A name that the library does not know is given as it stands.
  expect(calendar.getFirstPropertyValue('name')).toBe(String.raw`Orion\; raids\, and\nmore`);
  expect(file).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n');
});
