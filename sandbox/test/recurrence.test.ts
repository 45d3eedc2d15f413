import type { APIGuildScheduledEventRecurrenceRule } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { nextOccurrence } from '../src/rules/occurrences.js';
import { control, makeGuild, rest, userNamed } from './support/http.js';

interface Answer {
  id: string;
  code: number;
  status: number;
  scheduled_start_time: string;
  scheduled_end_time: string;
  event_exception_id: string;
  guild_scheduled_event_exceptions: unknown[];
}
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Friday. */
const START = Date.parse('2027-01-01T20:00:00Z');
const rule = (fields: object): APIGuildScheduledEventRecurrenceRule =>
  ({
    start: new Date(START).toISOString(),
    interval: 1,
    by_weekday: null,
    by_n_weekday: null,
    by_month: null,
    by_month_day: null,
    ...fields,
  }) as APIGuildScheduledEventRecurrenceRule;

describe('the next occurrence', () => {
  it.each([
    ['every day', { frequency: 3 }, ['01-02', '01-03', '01-04']],
    ['on working days', { frequency: 3, by_weekday: [0, 1, 2, 3, 4] }, ['01-04', '01-05', '01-06']],
    ['every Friday', { frequency: 2, by_weekday: [4] }, ['01-08', '01-15', '01-22']],
    ['every other Friday', { frequency: 2, interval: 2, by_weekday: [4] }, ['01-15', '01-29', '02-12']],
    ['the second Tuesday', { frequency: 1, by_n_weekday: [{ n: 2, day: 1 }] }, ['01-12', '02-09', '03-09']],
    ['the last Friday', { frequency: 1, by_n_weekday: [{ n: 5, day: 4 }] }, ['01-29', '02-26', '03-26']],
    ['every first of March', { frequency: 0, by_month: [3], by_month_day: [1] }, ['03-01', '03-01', '03-01']],
    ['every 29th of February', { frequency: 0, by_month: [2], by_month_day: [29] }, ['02-29', '02-29']],
  ])('of %s', (_name, fields, expected) => {
    let after = START;
    for (const day of expected) {
      const next = nextOccurrence(rule(fields), after);
      expect(new Date(next ?? 0).toISOString()).toMatch(new RegExp(`^20\\d\\d-${day}T20:00:00.000Z$`));
      after = next ?? 0;
    }
  });
});

describe('a recurring event', () => {
  let now: number;
  let sandbox: Sandbox;
  let guild: GuildView;
  let events: string;
  let event: Answer;

  beforeEach(async () => {
    now = START - HOUR;
    sandbox = await createSandbox({ clock: () => now, rateLimits: { enabled: false } });
    guild = await makeGuild(sandbox);
    events = `/guilds/${guild.id}/scheduled-events`;
    event = await call('POST', events, {
      name: 'Raid',
      privacy_level: 2,
      entity_type: 3,
      entity_metadata: { location: 'Stanton' },
      scheduled_start_time: new Date(START).toISOString(),
      scheduled_end_time: new Date(START + 2 * HOUR).toISOString(),
      recurrence_rule: { start: new Date(START).toISOString(), frequency: 2, interval: 1, by_weekday: [4] },
    });
  });
  afterEach(async () => {
    await sandbox.close();
  });

  const call = async (method: string, path: string, body?: unknown): Promise<Answer> =>
    (await rest<Answer>(sandbox, method, path, body)).body;
  const occurrence = (weeks: number): string => new Date(START + weeks * 7 * DAY).toISOString();
  const except = async (weeks: number, fields: object): Promise<Answer> =>
    call('POST', `${events}/${event.id}/exceptions`, {
      original_scheduled_start_time: occurrence(weeks),
      ...fields,
    });
  const finish = async (): Promise<Answer> => {
    await call('PATCH', `${events}/${event.id}`, { status: 2 });
    now = Date.parse((await call('GET', `${events}/${event.id}`)).scheduled_start_time) + HOUR;
    expect((await call('PATCH', `${events}/${event.id}`, { status: 3 })).status).toBe(3);
    return call('GET', `${events}/${event.id}`);
  };

  it('is scheduled for its next occurrence when one is over', async () => {
    const next = await finish();
    expect(next.status).toBe(1);
    expect(Date.parse(next.scheduled_start_time)).toBe(START + 7 * DAY);
    expect(Date.parse(next.scheduled_end_time)).toBe(START + 7 * DAY + 2 * HOUR);
  });

  it('leaves out cancelled occurrences and moves the moved ones', async () => {
    await except(1, { is_canceled: true });
    const moved = new Date(START + 15 * DAY).toISOString();
    const { event_exception_id } = await except(2, { scheduled_start_time: moved });
    expect(BigInt(event_exception_id) >> 22n).toBe(BigInt(START + 14 * DAY - 1_420_070_400_000));
    expect(Date.parse((await finish()).scheduled_start_time)).toBe(Date.parse(moved));
    await call('DELETE', `${events}/${event.id}/exceptions/${event_exception_id}`);
    expect((await call('PATCH', `${events}/${event.id}/exceptions/${event_exception_id}`, {})).code).toBe(
      180005,
    );
  });

  it('has no exceptions but for its own occurrences, and loses them with its rule', async () => {
    expect((await except(1.5, { is_canceled: true })).code).toBe(50035);
    await except(1, { is_canceled: true });
    expect((await call('GET', `${events}/${event.id}`)).guild_scheduled_event_exceptions).toHaveLength(1);
    await call('PATCH', `${events}/${event.id}`, { recurrence_rule: null });
    expect((await call('GET', `${events}/${event.id}`)).guild_scheduled_event_exceptions).toEqual([]);
  });

  it('never comes again once it is cancelled', async () => {
    await call('PATCH', `${events}/${event.id}`, { status: 4 });
    expect((await call('GET', `${events}/${event.id}`)).status).toBe(4);
    expect(await call('GET', events)).toEqual([]);
  });

  it('counts interest in it and in its occurrences apart', async () => {
    const { event_exception_id: exception } = await except(1, { is_canceled: false });
    const user = userNamed(guild, 'ada');
    const interest = `/scheduled-events/${event.id}/users/${user}`;
    await control(sandbox, 'PUT', `${interest}?exception_id=${exception}`);
    const users = await rest(sandbox, 'GET', `${events}/${event.id}/${exception}/users?with_member=true`);
    expect(users.body).toMatchObject([{ user_id: user, guild_scheduled_event_exception_id: exception }]);
    const counts = await rest(sandbox, 'GET', `${events}/${event.id}/users/counts`);
    // One is the creator's own.
    expect(counts.body).toEqual({
      guild_scheduled_event_count: 1,
      guild_scheduled_event_exception_counts: { [exception]: 1 },
    });
  });

  it('gives who is interested page by page; before beats after', async () => {
    const ids = ['101', '102', '103'];
    for (const id of ids) {
      await control(sandbox, 'PUT', `/guilds/${guild.id}/members/${id}`, { username: `u${id}` });
      await control(sandbox, 'PUT', `/scheduled-events/${event.id}/users/${id}`);
    }
    const page = async (query: string): Promise<string[]> => {
      const path = `${events}/${event.id}/users?${query}`;
      return (await rest<{ user_id: string }[]>(sandbox, 'GET', path)).body.map((u) => u.user_id);
    };
    expect(await page('limit=2')).toEqual(['101', '102']);
    expect(await page('after=101&limit=2')).toEqual(['102', '103']);
    expect(await page('before=103&after=102&limit=1')).toEqual(['102']);
  });
});
