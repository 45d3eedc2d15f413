import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type RequestEntry, type Sandbox } from '../src/index.js';
import { channelNamed, control, makeGuild, rest } from './support/http.js';

interface Refusal {
  code: number;
  message: string;
  errors?: Record<string, { _errors: { code: string }[] }>;
}
interface Made {
  id: string;
  status: number;
  content: string;
}

const HOUR = 3_600_000;
const inAnHour = (hours = 1): string => new Date(Date.now() + hours * HOUR).toISOString();
const external = (extra: object = {}): object => ({
  name: 'Raid',
  privacy_level: 2,
  entity_type: 3,
  entity_metadata: { location: 'Stanton' },
  scheduled_start_time: inAnHour(1),
  scheduled_end_time: inAnHour(2),
  ...extra,
});

describe('REST', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let events: string;
  let messages: string;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false } });
  });
  beforeEach(async () => {
    sandbox.reset();
    guild = await makeGuild(sandbox);
    events = `/guilds/${guild.id}/scheduled-events`;
    messages = `/channels/${channelNamed(guild, 'events')}/messages`;
  });
  afterAll(async () => {
    await sandbox.close();
  });

  it('knows only its own token', async () => {
    const answer = await fetch(`${sandbox.apiUrl}/v10/users/@me`, {
      headers: { authorization: 'Bot wrong' },
    });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ message: '401: Unauthorized', code: 0 });
  });

  it('tells all faults of a scheduled event at once, in Discord’s nested form', async () => {
    const past = new Date(Date.now() - 60_000).toISOString();
    const body = external({
      name: 'x'.repeat(101),
      scheduled_start_time: past,
      scheduled_end_time: null,
      entity_metadata: null,
    });
    const answer = await rest<Refusal>(sandbox, 'POST', events, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 50035, message: 'Invalid Form Body' });
    const codes = Object.entries(answer.body.errors ?? {}).map(([field, e]) => [field, e._errors[0]?.code]);
    expect(Object.fromEntries(codes)).toEqual({
      name: 'BASE_TYPE_BAD_LENGTH',
      scheduled_start_time: 'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST',
      scheduled_end_time: 'BASE_TYPE_REQUIRED',
      entity_metadata: 'BASE_TYPE_REQUIRED',
    });
  });

  it.each([
    ['scheduled', [], 2, true],
    ['scheduled', [], 3, false],
    ['scheduled', [], 4, true],
    ['active', [2], 3, true],
    ['active', [2], 4, false],
    ['active', [2], 1, false],
    ['completed', [2, 3], 2, false],
    ['cancelled', [4], 1, false],
  ])('an event that is %s (%j) may become %i: %s', async (_name, steps, to, allowed) => {
    const { body } = await rest<Made>(sandbox, 'POST', events, external());
    for (const status of steps) await rest(sandbox, 'PATCH', `${events}/${body.id}`, { status });
    const answer = await rest<Refusal & Made>(sandbox, 'PATCH', `${events}/${body.id}`, { status: to });
    expect(answer.status).toBe(allowed ? 200 : 400);
    if (allowed) expect(answer.body.status).toBe(to);
    else expect([50035, 180000]).toContain(answer.body.code);
  });

  it('lists only live events and refuses the 101st with 30038', async () => {
    const made = await Promise.all(
      Array.from({ length: 100 }, () => rest<Made>(sandbox, 'POST', events, external())),
    );
    expect(made.every((m) => m.status === 200)).toBe(true);
    expect((await rest<Refusal>(sandbox, 'POST', events, external())).body.code).toBe(30038);
    await rest(sandbox, 'PATCH', `${events}/${made[0]?.body.id ?? ''}`, { status: 4 });
    expect((await rest<Made[]>(sandbox, 'GET', events)).body).toHaveLength(99);
    expect((await rest<Made>(sandbox, 'GET', `${events}/${made[0]?.body.id ?? ''}`)).body.status).toBe(4);
    expect((await rest<Refusal>(sandbox, 'GET', `${events}/123`)).body.code).toBe(10070);
  });

  it('lets MANAGE_EVENTS alone create no event, nor CREATE_EVENTS alone change another’s', async () => {
    const bits = (...names: bigint[]): string => String(names.reduce((a, b) => a | b, 1n << 10n));
    const managing = await makeGuild(sandbox, { bot_permissions: bits(1n << 33n) });
    expect(
      (await rest<Refusal>(sandbox, 'POST', `/guilds/${managing.id}/scheduled-events`, external())).body.code,
    ).toBe(50013);
    const creating = await makeGuild(sandbox, { bot_permissions: bits(1n << 44n) });
    const own = await rest<Made>(sandbox, 'POST', `/guilds/${creating.id}/scheduled-events`, external());
    expect(own.status).toBe(200);
    const record = sandbox.context.world.scheduledEvents.get(own.body.id);
    if (record) sandbox.context.world.scheduledEvents.patch(record, { creator_id: creating.owner_id });
    const change = await rest<Refusal>(
      sandbox,
      'PATCH',
      `/guilds/${creating.id}/scheduled-events/${own.body.id}`,
      { name: 'Mine' },
    );
    expect(change.body.code).toBe(50013);
  });

  it('returns the first message again for a repeated nonce', async () => {
    const body = { content: 'once', nonce: 'verselink-1', enforce_nonce: true };
    const first = await rest<Made>(sandbox, 'POST', messages, body);
    const second = await rest<Made>(sandbox, 'POST', messages, { ...body, content: 'twice' });
    expect(second.body).toMatchObject({ id: first.body.id, content: 'once' });
    expect((await rest<Made[]>(sandbox, 'GET', messages)).body).toHaveLength(1);
  });

  it('pings only whom allowed_mentions lets', async () => {
    const owner = guild.owner_id;
    const role = guild.roles.find((r) => r.name === 'Pilot')?.id ?? '';
    const content = `@everyone <@${owner}> <@&${role}>`;
    const all = await rest(sandbox, 'POST', messages, { content });
    expect(all.body).toMatchObject({
      mention_everyone: true,
      mention_roles: [role],
      mentions: [{ id: owner }],
    });
    const none = await rest(sandbox, 'POST', messages, { content, allowed_mentions: { parse: [] } });
    expect(none.body).toMatchObject({ mention_everyone: false, mention_roles: [], mentions: [] });
    const wrong = await rest<Refusal>(sandbox, 'POST', messages, {
      content,
      allowed_mentions: { parse: ['users'], users: [owner] },
    });
    expect(wrong.body.code).toBe(50035);
  });

  it.each([
    ['too long', { content: 'x'.repeat(2001) }, 50035],
    ['empty', {}, 50006],
    [
      'too many embed characters',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
      50035,
    ],
    [
      'twice the same custom id',
      { components: [{ type: 1, components: [button('a'), button('a')] }] },
      50035,
    ],
    [
      'six rows',
      { components: Array.from({ length: 6 }, (_, i) => ({ type: 1, components: [button(`b${i}`)] })) },
      50035,
    ],
  ])('refuses a message that is %s', async (_name, body, code) => {
    expect((await rest<Refusal>(sandbox, 'POST', messages, body)).body.code).toBe(code);
  });

  it('cuts the connection before or after the work', async () => {
    const faults = [
      { method: 'POST', path: messages, drop: 'before' },
      { method: 'POST', path: `/api/v10${messages}`, drop: 'after' },
    ];
    await control(sandbox, 'POST', '/faults', faults);
    await expect(rest(sandbox, 'POST', messages, { content: 'never done' })).rejects.toThrow();
    await expect(rest(sandbox, 'POST', messages, { content: 'done' })).rejects.toThrow();
    expect((await rest(sandbox, 'POST', messages, { content: 'then fine' })).status).toBe(200);
    const kept = (await rest<Made[]>(sandbox, 'GET', messages)).body.map((m) => m.content);
    expect(kept).toEqual(['then fine', 'done']);
  });

  it('answers with injected refusals as often as told, for paths with wildcards', async () => {
    await control(sandbox, 'POST', '/faults', [
      { path: '/channels/*/messages', status: 403, code: 50013, times: 2 },
      { path: '/channels/*/messages', status: 429, retry_after: 0.5 },
    ]);
    const codes = [];
    for (let i = 0; i < 4; i += 1)
      codes.push((await rest<Refusal>(sandbox, 'POST', messages, { content: 'x' })).status);
    expect(codes).toEqual([403, 403, 429, 200]);
  });

  it('writes down every request with what the OpenAPI description finds wrong in it', async () => {
    await rest(sandbox, 'POST', messages, { content: 'x', components: 'no list' });
    const log = (await control<RequestEntry[]>(sandbox, 'GET', '/requests')).body;
    expect(log.at(-1)).toMatchObject({
      method: 'POST',
      path: `/api/v10${messages}`,
      status: 400,
      route: '/channels/{channel_id}/messages',
    });
    if (sandbox.context.rest.openapi) {
      expect(log.at(-1)?.faults.join()).toContain('/components');
      expect(log.at(-1)?.answer_faults).toEqual([]);
    }
    const later = await control<RequestEntry[]>(sandbox, 'GET', `/requests?since=${log.at(-1)?.seq ?? 0}`);
    expect(later.body).toEqual([]);
  });
});

describe('time', () => {
  it('starts and ends EXTERNAL events by their own times', async () => {
    let now = Date.now();
    const sandbox = await createSandbox({ clock: () => now, rateLimits: { enabled: false } });
    const guild = await makeGuild(sandbox);
    const path = `/guilds/${guild.id}/scheduled-events`;
    const { body } = await rest<Made>(sandbox, 'POST', path, external());
    const statusAfter = async (hours: number): Promise<number> => {
      now += hours * HOUR;
      await new Promise((resolve) => setTimeout(resolve, 700));
      return (await rest<Made>(sandbox, 'GET', `${path}/${body.id}`)).body.status;
    };
    expect(await statusAfter(1.1)).toBe(2);
    expect(await statusAfter(1)).toBe(3);
    await sandbox.close();
  });
});

describe('rate limits', () => {
  it('announces a bucket in headers and refuses past it', async () => {
    const sandbox = await createSandbox();
    const guild = await makeGuild(sandbox);
    const path = `/channels/${channelNamed(guild, 'events')}/messages`;
    const answers = [];
    for (let i = 0; i < 6; i += 1)
      answers.push(await rest<{ retry_after: number }>(sandbox, 'POST', path, { content: 'x' }));
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers.map((a) => a.headers.get('x-ratelimit-remaining'))).toEqual([
      '4',
      '3',
      '2',
      '1',
      '0',
      '0',
    ]);
    expect(answers[5]?.headers.get('x-ratelimit-scope')).toBe('user');
    expect(answers[5]?.body.retry_after).toBeGreaterThan(0);
    await sandbox.close();
  });

  it('refuses the 51st request of a second, whatever the route', async () => {
    const sandbox = await createSandbox({ clock: () => 1_800_000_000_000 });
    const answers = await Promise.all(
      Array.from({ length: 51 }, (_, i) => rest(sandbox, 'GET', `/users/${i + 1}`)),
    );
    const refused = answers.filter((a) => a.status === 429 && a.headers.get('x-ratelimit-global') === 'true');
    expect(refused).toHaveLength(1);
    await sandbox.close();
  });
});

function button(customId: string): object {
  return { type: 2, style: 1, label: 'x', custom_id: customId };
}
