import { describe, expect, it } from 'vitest';
import { codePoints } from '../../../common/text.js';
import { anEvent } from '../../../../test/factories/event.js';
import {
  changedFields,
  DISCORD_STATUS,
  fieldsForCreate,
  isMarked,
  LATE_START_MS,
  statusMoves,
  takenFrom,
  wantedScheduledEvent,
} from './scheduled-event.js';

const { scheduled, active, completed, canceled } = DISCORD_STATUS;
const URL = `https://verselink.example/api/v1/events/${anEvent().id}/ics`;

describe('wantedScheduledEvent', () => {
  it('keeps within Discord’s limits and never cuts the mark', () => {
    const event = anEvent({
      title: '🚀'.repeat(200),
      description: 'é'.repeat(5000),
      location: 'x'.repeat(300),
    });
    const { fields } = wantedScheduledEvent(event, URL);
    expect(codePoints(fields.name)).toBe(100);
    expect(codePoints(fields.description)).toBe(1000);
    expect(codePoints(fields.location)).toBe(100);
    expect(fields.description.endsWith(URL)).toBe(true);
  });

  it('names a place even when the event has none: Discord requires one', () => {
    expect(wantedScheduledEvent(anEvent({ location: null }), URL).fields.location).not.toBe('');
  });
});

describe('isMarked', () => {
  const event = anEvent({ description: 'é'.repeat(5000) });
  const { description } = wantedScheduledEvent(event, URL).fields;

  it('knows the mark again, also under another address', () => {
    expect(isMarked(description, event.id)).toBe(true);
    expect(
      isMarked(description.replace('https://verselink.example', 'http://old.example:8080'), event.id),
    ).toBe(true);
    expect(isMarked(wantedScheduledEvent(event, `${URL}?key=k_-1`).fields.description, event.id)).toBe(true);
  });

  it('is not taken in by another event, nor by a link within the text', () => {
    expect(isMarked(description, 'another')).toBe(false);
    const other = URL.replace(event.id, 'another');
    const quoting = wantedScheduledEvent(anEvent({ id: 'another', description }), other).fields;
    expect(isMarked(quoting.description, event.id)).toBe(false);
  });
});

describe('statusMoves', () => {
  const legal = new Set(['1>2', '2>3', '1>4']);

  it('makes only Discord’s legal moves, from every status to every status', () => {
    for (const from of Object.values(DISCORD_STATUS)) {
      for (const to of Object.values(DISCORD_STATUS)) {
        let at: number = from;
        for (const next of statusMoves(from, to)) {
          expect(legal.has(`${at}>${next}`), `${at}>${next}`).toBe(true);
          at = next;
        }
      }
    }
  });

  it('goes through running to completed', () => {
    expect(statusMoves(scheduled, completed)).toEqual([active, completed]);
  });

  it('completes a running event that is cancelled, since Discord cannot cancel it', () => {
    expect(statusMoves(active, canceled)).toEqual([completed]);
  });

  it('cancels one that has not begun', () => {
    expect(statusMoves(scheduled, canceled)).toEqual([canceled]);
  });

  it('never goes back', () => {
    expect(statusMoves(active, scheduled)).toEqual([]);
    expect(statusMoves(completed, active)).toEqual([]);
    expect(statusMoves(canceled, scheduled)).toEqual([]);
  });
});

describe('changedFields', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  const { fields } = wantedScheduledEvent(anEvent({ start_at_utc: new Date('2026-02-01T20:00:00Z') }), URL);

  it('is empty when Discord shows everything already', () => {
    expect(changedFields({ ...fields }, fields, scheduled, now)).toEqual({});
  });

  it('names only what differs', () => {
    expect(changedFields({ ...fields, name: 'old' }, fields, scheduled, now)).toEqual({ name: fields.name });
  });

  it('never sends a start on a running event', () => {
    const confirmed = { ...fields, scheduled_start_time: now };
    expect(changedFields(confirmed, fields, active, now)).toEqual({});
    expect(changedFields(confirmed, fields, scheduled, now)).toEqual({
      scheduled_start_time: fields.scheduled_start_time,
    });
  });

  it('never sends a time in the past', () => {
    const later = new Date('2027-01-01T00:00:00Z');
    expect(Object.keys(changedFields(null, fields, scheduled, later))).toEqual([
      'name',
      'description',
      'location',
    ]);
  });
});

describe('fieldsForCreate', () => {
  const start = new Date('2026-02-01T20:00:00Z');
  const { fields } = wantedScheduledEvent(anEvent({ start_at_utc: start, duration_minutes: 60 }), URL);

  it('gives an event that has begun a start just ahead', () => {
    const now = new Date('2026-02-01T20:10:00Z');
    expect(fieldsForCreate(fields, now)?.scheduled_start_time).toEqual(
      new Date(now.getTime() + LATE_START_MS),
    );
  });

  it('gives nothing for an event that is over', () => {
    expect(fieldsForCreate(fields, new Date('2026-02-01T21:00:00Z'))).toBeNull();
  });

  it('leaves the future alone', () => {
    expect(fieldsForCreate(fields, new Date('2026-01-01T00:00:00Z'))).toBe(fields);
  });
});

describe('a scheduled event far ahead', () => {
  it('is taken by Discord from five years before', () => {
    const now = new Date('2026-01-07T12:00:00Z');
    const fields = (year: number) => ({
      ...wantedScheduledEvent(anEvent(), 'https://example.org').fields,
      scheduled_start_time: new Date(`${String(year)}-01-07T12:00:00Z`),
    });
    expect(takenFrom(fields(2030), now)).toBeNull();
    expect(takenFrom(fields(2042), now)?.getUTCFullYear()).toBe(2037);
  });
});
