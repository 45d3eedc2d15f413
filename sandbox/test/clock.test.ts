import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { channelNamed, control, makeGuild, rest, userNamed } from './support/http.js';
import { RawClient } from './support/raw-client.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Clock {
  now: string;
  ahead_ms: number;
}

describe('the clock', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let client: RawClient;

  beforeEach(async () => {
    sandbox = await createSandbox({ openapi: null, rateLimits: { identifyWindowMs: 0 } });
    guild = await makeGuild(sandbox);
    client = await RawClient.identified(sandbox, { intents: 1 + (1 << 9) + (1 << 16) });
  });
  afterEach(async () => {
    await sandbox.close();
  });

  const move = async (body: object) => control<Clock>(sandbox, 'POST', '/clock', body);
  const schedule = async (startIn: number, lasts: number, extra: object = {}): Promise<{ id: string }> => {
    const at = (ms: number): string => new Date(Date.now() + ms).toISOString();
    const { body } = await rest<{ id: string }>(sandbox, 'POST', `/guilds/${guild.id}/scheduled-events`, {
      name: 'Raid',
      privacy_level: 2,
      entity_type: 3,
      entity_metadata: { location: 'Stanton' },
      scheduled_start_time: at(startIn),
      scheduled_end_time: at(startIn + lasts),
      ...extra,
    });
    return body;
  };
  const statuses = (id: string): unknown[] =>
    client
      .all('GUILD_SCHEDULED_EVENT_UPDATE')
      .filter((event) => event['id'] === id)
      .map((event) => event['status']);

  it('is moved ahead, and what was to happen has happened, in its order, when the answer comes', async () => {
    const raid = await schedule(HOUR, HOUR);
    const training = await schedule(3 * HOUR, HOUR);
    const { body } = await move({ advance_ms: 1.5 * HOUR });
    expect(body.ahead_ms).toBe(1.5 * HOUR);
    expect([statuses(raid.id), statuses(training.id)]).toEqual([[2], []]);
    await move({ now: new Date(Date.now() + 10 * HOUR).toISOString() });
    expect([statuses(raid.id), statuses(training.id)]).toEqual([
      [2, 3],
      [2, 3],
    ]);
    const order = client.all('GUILD_SCHEDULED_EVENT_UPDATE').map((event) => event['id']);
    expect(order).toEqual([raid.id, raid.id, training.id, training.id]);
    const posted = await rest<{ timestamp: string }>(
      sandbox,
      'POST',
      `/channels/${channelNamed(guild, 'events')}/messages`,
      { content: 'later' },
    );
    expect(Date.parse(posted.body.timestamp)).toBeGreaterThan(Date.now() + 9 * HOUR);
  });

  it('goes through every occurrence of a recurring event, and archives idle threads', async () => {
    const raid = await schedule(HOUR, HOUR, {
      recurrence_rule: {
        start: new Date(Date.now() + HOUR).toISOString(),
        frequency: 3,
        interval: 1,
        by_weekday: [0, 1, 2, 3, 4],
      },
    });
    const thread = await rest<{ id: string }>(
      sandbox,
      'POST',
      `/channels/${channelNamed(guild, 'events')}/threads`,
      { name: 'talk', type: 11, auto_archive_duration: 1_440 },
    );
    await move({ advance_ms: 7 * DAY });
    // Five working days: started, completed, and scheduled again.
    expect(statuses(raid.id).filter((status) => status === 3)).toHaveLength(5);
    const seen = await rest<{ thread_metadata: { archived: boolean } }>(
      sandbox,
      'GET',
      `/channels/${thread.body.id}`,
    );
    expect(seen.body.thread_metadata.archived).toBe(true);
  });

  it('ends polls: no more votes are taken, and the channel hears of the result', async () => {
    const channel = `/channels/${channelNamed(guild, 'events')}`;
    const answers = ['Today', 'Later'].map((text) => ({ poll_media: { text } }));
    const poll = { question: { text: 'When?' }, answers, duration: 2 };
    const { body: asked } = await rest<{ id: string }>(sandbox, 'POST', `${channel}/messages`, { poll });
    const vote = async (answer: number, name: string): Promise<number> => {
      const path = `/messages/${asked.id}/poll/${answer}/${userNamed(guild, name)}`;
      return (await control(sandbox, 'PUT', path)).status;
    };
    // Ada votes twice: only the later one counts.
    expect([await vote(1, 'ada'), await vote(2, 'ada'), await vote(2, 'bob')]).toEqual([200, 200, 200]);
    await move({ advance_ms: 1.9 * HOUR });
    expect(client.all('MESSAGE_CREATE').some((m) => m['type'] === 46)).toBe(false);
    await move({ advance_ms: 0.1 * HOUR });
    const [result] = client.all('MESSAGE_CREATE').filter((m) => m['type'] === 46);
    const told = (result?.['embeds'] as { fields: { name: string; value: string }[] }[])[0]?.fields;
    expect(told?.map(({ name, value }) => [name, value])).toEqual([
      ['poll_question_text', 'When?'],
      ['victor_answer_votes', '2'],
      ['total_votes', '2'],
      ['victor_answer_id', '2'],
      ['victor_answer_text', 'Later'],
    ]);
    const { body: ended } = await rest(sandbox, 'GET', `${channel}/messages/${asked.id}`);
    expect(ended).toMatchObject({
      poll: { results: { is_finalized: true, answer_counts: [{ count: 0 }, { count: 2 }] } },
    });
    expect(await vote(1, 'owner')).toBe(400);
  });

  it('ends lobbies in which nothing happens', async () => {
    const { body: lobby } = await rest<{ id: string }>(sandbox, 'POST', '/lobbies', {
      idle_timeout_seconds: 60,
    });
    const path = `/lobbies/${lobby.id}`;
    await move({ advance_ms: 50_000 });
    const member = `${path}/members/${userNamed(guild, 'ada')}`;
    expect((await rest(sandbox, 'PUT', member, { metadata: { side: 'red' } })).status).toBe(200);
    await move({ advance_ms: 50_000 });
    expect((await rest(sandbox, 'GET', path)).body).toMatchObject({
      members: [{ metadata: { side: 'red' } }],
    });
    await move({ advance_ms: 10_000 });
    expect((await rest(sandbox, 'GET', path)).body).toMatchObject({ code: 10031 });
  });

  it('goes ahead only, says what is wrong, and is right again after a reset', async () => {
    await move({ advance_ms: DAY });
    for (const body of [
      {},
      { advance_ms: -1 },
      { advance_ms: 'x' },
      { now: 'x' },
      { now: new Date().toISOString() },
      { now: '3000-01-01T00:00:00Z' },
    ])
      expect(await move(body)).toMatchObject({ status: 400, body: { code: 50035 } });
    expect((await control<Clock>(sandbox, 'GET', '/clock')).body.ahead_ms).toBe(DAY);
    await control(sandbox, 'POST', '/reset');
    expect((await control<Clock>(sandbox, 'GET', '/clock')).body.ahead_ms).toBe(0);
  });
});

describe('a control call', () => {
  it.each(['', '&compress=zlib-stream', '&compress=zstd-stream'])(
    'answers when the bot has been told%s',
    async (compression) => {
      const sandbox = await createSandbox({ openapi: null, rateLimits: { enabled: false } });
      const guild = await makeGuild(sandbox);
      const client = await RawClient.open(sandbox, `v=10&encoding=json${compression}`);
      client.identify();
      await client.dispatched('GUILD_CREATE');
      const place = { channel_id: channelNamed(guild, 'events'), user_id: userNamed(guild, 'bob') };
      // What it has received, not what it has inflated: for that a client takes its own time.
      const before = client.frames;
      for (let i = 1; i <= 20; i += 1) {
        await control(sandbox, 'POST', '/messages', { ...place, content: `${i} ${'x'.repeat(1_900)}` });
        expect(client.frames - before).toBe(i);
      }
      await control(sandbox, 'POST', '/gateway', { action: 'close', code: 4000 });
      expect(sandbox.context.gateway.readyCount).toBe(0);
      await sandbox.close();
    },
  );
});
