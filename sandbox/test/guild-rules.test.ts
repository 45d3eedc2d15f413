import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GatewayIntentBits } from 'discord-api-types/v10';
import { createChannel } from '../src/actions/channels.js';
import { blankChannel } from '../src/rules/channels.js';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { channelNamed, control, makeGuild, rest, userNamed } from './support/http.js';

interface Answer {
  id: string;
  code: number;
  position: number;
  errors: { parent_id?: { _errors: { code: string }[] } };
}
interface AuditLog {
  audit_log_entries: {
    action_type: number;
    target_id: string;
    reason?: string;
    changes?: { key: string; old_value?: unknown; new_value?: unknown }[];
  }[];
}
const HOUR = 3_600_000;

describe('guilds', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let base: string;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false } });
  });
  beforeEach(async () => {
    sandbox.reset();
    await enter({ bot_permissions: '8' });
  });
  afterAll(async () => {
    await sandbox.close();
  });

  const enter = async (extra: object): Promise<void> => {
    guild = await makeGuild(sandbox, extra);
    base = `/guilds/${guild.id}`;
  };
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer & { status: number }> => {
    const { status, body: answer } = await rest<Answer>(sandbox, method, path, body, headers);
    return { ...answer, status };
  };
  const roleNamed = (name: string): string => guild.roles.find((r) => r.name === name)?.id ?? '';
  const log = async (query = ''): Promise<AuditLog['audit_log_entries']> =>
    (await rest<AuditLog>(sandbox, 'GET', `${base}/audit-logs${query}`)).body.audit_log_entries;

  it.each([
    ['edited', 'PATCH', (role: string) => `/roles/${role}`, { name: 'x' }],
    ['deleted', 'DELETE', (role: string) => `/roles/${role}`, undefined],
    ['given', 'PUT', (role: string) => `/members/${userNamed(guild, 'ada')}/roles/${role}`, undefined],
    ['moved', 'PATCH', () => '/roles', [{ id: 'high', position: 1 }]],
    ['pushed past', 'PATCH', () => '/roles', [{ id: 'low', position: 60 }]],
  ])(
    'a role above the bot’s own cannot be %s, not even by an administrator',
    async (_name, method, path, body) => {
      const text = JSON.stringify(body ?? null)
        .replace('"high"', `"${roleNamed('Admiral')}"`)
        .replace('"low"', `"${roleNamed('Pilot')}"`);
      const sent = body === undefined ? undefined : (JSON.parse(text) as unknown);
      expect((await call(method, `${base}${path(roleNamed('Admiral'))}`, sent)).code).toBe(50013);
    },
  );

  it('hold 500 channels, 50 in a category, and 250 roles', async () => {
    const category = await call('POST', `${base}/channels`, { name: 'Wing', type: 4 });
    const child = { name: 'x', parent_id: category.id };
    const add = (count: number, parentId: string | null): void => {
      for (let i = 0; i < count; i += 1)
        createChannel(sandbox.context, { ...blankChannel(guild.id, 0, 'x'), parent_id: parentId });
    };
    add(49, category.id);
    expect((await call('POST', `${base}/channels`, child)).status).toBe(201);
    const full = await call('POST', `${base}/channels`, child);
    expect(full.errors.parent_id?._errors[0]?.code).toBe('CHANNEL_PARENT_MAX_CHANNELS');
    const moved = [{ id: channelNamed(guild, 'events'), parent_id: category.id }];
    expect((await call('PATCH', `${base}/channels`, moved)).code).toBe(50035);
    add(500 - sandbox.context.world.channelsByGuild.count(guild.id), null);
    expect((await call('POST', `${base}/channels`, { name: 'x' })).code).toBe(30013);
    const { world } = sandbox.context;
    const [first] = world.rolesByGuild.of(guild.id);
    while (first && world.rolesByGuild.count(guild.id) < 250)
      world.roles.put({ ...first, id: world.snowflakes.next() });
    expect((await call('POST', `${base}/roles`, { name: 'x' })).code).toBe(30005);
  });

  it('keep channels of a deleted category, without it', async () => {
    const category = await call('POST', `${base}/channels`, { name: 'Wing', type: 4 });
    const { id } = await call('POST', `${base}/channels`, { name: 'x', parent_id: category.id });
    await call('DELETE', `/channels/${category.id}`);
    expect(await call('GET', `/channels/${id}`)).toMatchObject({ status: 200, parent_id: null });
  });

  it('take overwrites only of what the bot may itself, and MANAGE_ROLES only of administrators', async () => {
    const manageRoles = 1n << 28n;
    await enter({ bot_permissions: String(manageRoles | (1n << 10n)) });
    const path = `/channels/${channelNamed(guild, 'events')}/permissions/${roleNamed('Pilot')}`;
    const put = (allow: bigint): Promise<Answer> => call('PUT', path, { type: 0, allow: String(allow) });
    expect((await put(1n << 10n)).code).toBeUndefined();
    expect((await put(1n << 13n)).code).toBe(50013);
    expect((await put(manageRoles)).code).toBe(50013);
    expect((await call('PUT', path.replace(/\d+$/, '123'), { type: 0 })).code).toBe(10009);
  });

  it('list all members only to applications with the privileged intent', async () => {
    expect((await rest<unknown[]>(sandbox, 'GET', `${base}/members?limit=2`)).body).toHaveLength(2);
    const without = await createSandbox({ allowedIntents: GatewayIntentBits.Guilds });
    const other = await makeGuild(without);
    const answer = await rest<Answer>(without, 'GET', `/guilds/${other.id}/members`);
    expect(answer.body.code).toBe(50001);
    expect((await rest(without, 'GET', `/guilds/${other.id}/members/search?query=a`)).status).toBe(200);
    await without.close();
  });

  it('shut banned users out until the ban is lifted', async () => {
    const ada = userNamed(guild, 'ada');
    expect((await call('GET', `${base}/bans/${ada}`)).code).toBe(10026);
    expect((await call('PUT', `${base}/bans/${guild.owner_id}`, {})).code).toBe(50013);
    await call('PUT', `${base}/bans/${ada}`, {}, { 'x-audit-log-reason': 'spam' });
    expect((await call('GET', `${base}/members/${ada}`)).code).toBe(10007);
    expect(await call('GET', `${base}/bans/${ada}`)).toMatchObject({ reason: 'spam', user: { id: ada } });
    const back = await control<Answer>(sandbox, 'PUT', `/guilds/${guild.id}/members/${ada}`, {});
    expect(back.body.code).toBe(40007);
    await call('DELETE', `${base}/bans/${ada}`);
    expect((await control(sandbox, 'PUT', `/guilds/${guild.id}/members/${ada}`, {})).status).toBe(200);
  });

  it('write down who did what and why, and find it by its kind and target', async () => {
    const time = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();
    const body = {
      name: 'Raid',
      privacy_level: 2,
      entity_type: 3,
      entity_metadata: { location: 'Stanton' },
      scheduled_start_time: time(1),
      scheduled_end_time: time(2),
    };
    const why = { 'x-audit-log-reason': encodeURIComponent('prêt') };
    const event = await call('POST', `${base}/scheduled-events`, body, why);
    await call('PATCH', `${base}/scheduled-events/${event.id}`, { name: 'Big raid' });
    await call('PATCH', `${base}/scheduled-events/${event.id}`, { name: 'Big raid' });
    await call('DELETE', `${base}/scheduled-events/${event.id}`);
    const entries = await log(`?target_id=${event.id}`);
    expect(entries.map((e) => [e.action_type, e.reason])).toEqual([
      [102, undefined],
      [101, undefined],
      [100, 'prêt'],
    ]);
    expect(entries[1]?.changes).toEqual([{ key: 'name', old_value: 'Raid', new_value: 'Big raid' }]);
    expect((await log('?action_type=100')).map((e) => e.target_id)).toEqual([event.id]);
    expect(await log('?user_id=123')).toEqual([]);
    const long = { 'x-audit-log-reason': 'x'.repeat(513) };
    expect((await call('POST', `${base}/scheduled-events`, body, long)).code).toBe(50035);
    expect((await rest<unknown[]>(sandbox, 'GET', `${base}/scheduled-events`)).body).toEqual([]);
  });
});
