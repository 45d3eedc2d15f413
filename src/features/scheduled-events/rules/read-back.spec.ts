import { describe, expect, it } from 'vitest';
import { differingFields, isDifferent, judge, type Verdict } from './read-back.js';
import { DISCORD_STATUS, type ScheduledEventFields } from './scheduled-event.js';

const NOW = new Date('2026-01-07T12:00:00.000Z');
const at = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const fields = (start: number, end: number): ScheduledEventFields => ({
  name: 'Raid',
  description: 'A raid.',
  location: 'Daymar',
  scheduled_start_time: at(start),
  scheduled_end_time: at(end),
});
const { scheduled, active, completed, canceled } = DISCORD_STATUS;

describe('judge', () => {
  it.each<[string, Parameters<typeof judge>[0], Parameters<typeof judge>[1], Verdict]>([
    [
      'unchanged',
      { status: scheduled, fields: fields(60, 120) },
      { status: scheduled, fields: fields(60, 120) },
      'kept',
    ],
    ['not there any more', null, { status: scheduled, fields: fields(60, 120) }, 'removed'],
    [
      'cancelled by hand',
      { status: canceled, fields: fields(60, 120) },
      { status: scheduled, fields: fields(60, 120) },
      'removed',
    ],
    ['gone, as the event is over', null, { status: completed, fields: fields(-60, 60) }, 'over'],
    ['gone, as the event has ended by its time', null, { status: active, fields: fields(-60, -1) }, 'over'],
    [
      'started ahead of time',
      { status: active, fields: fields(60, 120) },
      { status: scheduled, fields: fields(60, 120) },
      'started',
    ],
    [
      'started by Discord’s clock as ours will',
      { status: active, fields: fields(-1, 60) },
      { status: scheduled, fields: fields(-1, 60) },
      'kept',
    ],
    [
      'started by Discord’s clock, but moved since',
      { status: active, fields: fields(-1, 60) },
      { status: scheduled, fields: fields(120, 180) },
      'outdated',
    ],
    [
      'started as we did',
      { status: active, fields: fields(60, 120) },
      { status: active, fields: fields(60, 120) },
      'kept',
    ],
    [
      'ended ahead of time',
      { status: completed, fields: fields(-30, 30) },
      { status: active, fields: fields(-30, 30) },
      'completed',
    ],
    [
      'ended by Discord’s clock, but prolonged since',
      { status: completed, fields: fields(-60, -1) },
      { status: active, fields: fields(-60, 60) },
      'outdated',
    ],
    [
      'running while ours is cancelled',
      { status: active, fields: fields(-30, 30) },
      { status: canceled, fields: fields(-30, 30) },
      'kept',
    ],
  ])('%s', (_case, found, wanted, verdict) => {
    expect(judge(found, wanted, NOW)).toBe(verdict);
  });
});

describe('what differs', () => {
  it('is told field by field, blind to milliseconds and outer spaces', () => {
    const known = fields(60, 120);
    const found = {
      ...known,
      name: 'Renamed',
      description: ' A raid. ',
      scheduled_start_time: new Date(known.scheduled_start_time.getTime() + 999),
    };
    expect(differingFields(known, found)).toEqual(['name']);
    expect(isDifferent({ status: scheduled, confirmed: known }, { status: scheduled, fields: known })).toBe(
      false,
    );
    expect(isDifferent({ status: scheduled, confirmed: known }, { status: active, fields: known })).toBe(
      true,
    );
    expect(isDifferent({ status: scheduled, confirmed: null }, { status: scheduled, fields: known })).toBe(
      true,
    );
  });
});
