import { GatewayIntentBits as I } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { control, makeGuild, rest, userNamed, type Answer } from './support/http.js';
import { RawClient } from './support/raw-client.js';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const START = Math.ceil(Date.now() / HOUR) * HOUR + HOUR;
const at = (ms: number): string => new Date(ms).toISOString();

interface Exception {
  event_exception_id: string;
  code?: number;
}

/** Occurrences of a weekly event that differ from its rule. */
describe('exceptions of a scheduled event', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let eventId: string;
  let exceptions: string;
  let bot: RawClient;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false } });
  });
  beforeEach(async () => {
    sandbox.reset();
    guild = await makeGuild(sandbox, { bot_permissions: '8' });
    const rule = {
      start: at(START),
      frequency: 2,
      interval: 1,
      by_weekday: [(new Date(START).getUTCDay() + 6) % 7],
    };
    const events = `/guilds/${guild.id}/scheduled-events`;
    const made = await rest<{ id: string }>(sandbox, 'POST', events, {
      name: 'Raid',
      privacy_level: 2,
      entity_type: 3,
      entity_metadata: { location: 'Stanton' },
      scheduled_start_time: at(START),
      scheduled_end_time: at(START + HOUR),
      recurrence_rule: rule,
    });
    eventId = made.body.id;
    exceptions = `${events}/${eventId}/exceptions`;
    bot = await RawClient.identified(sandbox, { intents: I.Guilds | I.GuildScheduledEvents });
  });
  afterAll(async () => {
    await sandbox.close();
  });

  const make = async (weeks: number, fields: object): Promise<Answer<Exception>> =>
    rest<Exception>(sandbox, 'POST', exceptions, {
      original_scheduled_start_time: at(START + weeks * WEEK),
      ...fields,
    });
  const told = async (verb: string): Promise<unknown[]> => {
    await bot.settle();
    return bot.all(`GUILD_SCHEDULED_EVENT_EXCEPTION_${verb}`);
  };

  it('are made, changed and taken back, and bots with the intent are told each time', async () => {
    const moved = at(START + WEEK + 2 * HOUR);
    const made = await make(1, {
      scheduled_start_time: moved,
      scheduled_end_time: at(START + WEEK + 3 * HOUR),
    });
    expect(made.status).toBe(200);
    const id = made.body.event_exception_id;
    const of = { event_id: eventId, event_exception_id: id, guild_id: guild.id };
    expect(await told('CREATE')).toMatchObject([{ ...of, is_canceled: false }]);

    const changed = await rest(sandbox, 'PATCH', `${exceptions}/${id}`, { is_canceled: true });
    expect(changed.body).toMatchObject({ event_exception_id: id, is_canceled: true });
    expect(await told('UPDATE')).toMatchObject([{ ...of, is_canceled: true }]);

    const event = await rest(sandbox, 'GET', `/guilds/${guild.id}/scheduled-events/${eventId}`);
    expect(event.body).toMatchObject({
      status: 1,
      guild_scheduled_event_exceptions: [{ event_exception_id: id, is_canceled: true }],
    });
    expect((await rest(sandbox, 'DELETE', `${exceptions}/${id}`)).status).toBe(204);
    expect(await told('DELETE')).toMatchObject([of]);
    expect((await rest(sandbox, 'DELETE', `${exceptions}/${id}`)).body).toMatchObject({ code: 180005 });
  });

  it('are told to nobody without the intent', async () => {
    const deaf = await RawClient.identified(sandbox, { intents: I.Guilds });
    await make(1, { is_canceled: true });
    await deaf.settle();
    expect(deaf.names.filter((name) => name?.includes('EXCEPTION'))).toEqual([]);
  });

  it('have who is interested in them, apart from the event', async () => {
    const id = (await make(1, { is_canceled: false })).body.event_exception_id;
    for (const name of ['ada', 'bob']) {
      const path = `/scheduled-events/${eventId}/users/${userNamed(guild, name)}`;
      await control(sandbox, 'PUT', `${path}?exception_id=${id}`);
    }
    await bot.settle();
    expect(bot.all('GUILD_SCHEDULED_EVENT_USER_ADD').at(-1)).toMatchObject({
      guild_scheduled_event_id: eventId,
      guild_scheduled_event_exception_id: id,
      user_id: userNamed(guild, 'bob'),
    });
    const path = `/guilds/${guild.id}/scheduled-events/${eventId}/${id}/users`;
    const users = async (query: string): Promise<unknown[]> =>
      (await rest<{ user: { username: string } }[]>(sandbox, 'GET', `${path}?${query}`)).body.map(
        ({ user }) => user.username,
      );
    expect((await users('')).sort()).toEqual(['ada', 'bob']);
    expect(await users('limit=1')).toHaveLength(1);
    const [first] = [userNamed(guild, 'ada'), userNamed(guild, 'bob')].sort();
    expect(await users(`after=${first ?? ''}`)).toHaveLength(1);
    const unknown = await rest(sandbox, 'GET', path.replace(`/${id}/`, '/1/'));
    expect(unknown.body).toMatchObject({ code: 180005 });
  });

  it('are written down in the audit log', async () => {
    const id = (await make(1, { is_canceled: false })).body.event_exception_id;
    await rest(sandbox, 'PATCH', `${exceptions}/${id}`, { is_canceled: true });
    await rest(sandbox, 'DELETE', `${exceptions}/${id}`);
    const log = await rest<{ audit_log_entries: { action_type: number; target_id: string }[] }>(
      sandbox,
      'GET',
      `/guilds/${guild.id}/audit-logs?limit=3`,
    );
    expect(log.body.audit_log_entries.map((entry) => [entry.action_type, entry.target_id])).toEqual(
      [202, 201, 200].map((type) => [type, eventId]),
    );
  });

  it.each<[string, () => object, number | object]>([
    ['without its occurrence', () => ({ is_canceled: true }), 50035],
    ['at a time that is none of them', () => ({ original_scheduled_start_time: at(START + HOUR) }), 50035],
    [
      'that ends before it begins',
      () => ({
        original_scheduled_start_time: at(START + WEEK),
        scheduled_start_time: at(START + WEEK + HOUR),
        scheduled_end_time: at(START + WEEK),
      }),
      50035,
    ],
    [
      'moved into the past',
      () => ({ original_scheduled_start_time: at(START + WEEK), scheduled_start_time: at(START - WEEK) }),
      50035,
    ],
  ])('are refused %s', async (_how, body, code) => {
    expect((await rest(sandbox, 'POST', exceptions, body())).body).toMatchObject({ code });
    expect(await told('CREATE')).toEqual([]);
  });

  it('are refused to who may not edit the event, and to an event that is not there', async () => {
    const other = await makeGuild(sandbox, { bot_permissions: '1024' });
    const by = { user_id: other.owner_id };
    const event = await control<{ id: string }>(sandbox, 'POST', `/guilds/${other.id}/scheduled-events`, {
      ...by,
      name: 'Raid',
      privacy_level: 2,
      entity_type: 3,
      entity_metadata: { location: 'Stanton' },
      scheduled_start_time: at(START),
      scheduled_end_time: at(START + HOUR),
      recurrence_rule: {
        start: at(START),
        frequency: 2,
        interval: 1,
        by_weekday: [(new Date(START).getUTCDay() + 6) % 7],
      },
    });
    const body = { original_scheduled_start_time: at(START + WEEK), is_canceled: true };
    const path = `/guilds/${other.id}/scheduled-events/${event.body.id}/exceptions`;
    expect((await rest(sandbox, 'POST', path, body)).body).toMatchObject({ code: 50013 });
    const nowhere = `/guilds/${guild.id}/scheduled-events/1/exceptions`;
    expect((await rest(sandbox, 'POST', nowhere, body)).body).toMatchObject({ code: 10070 });
  });
});
