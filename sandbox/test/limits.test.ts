import { describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../src/index.js';
import { channelNamed, makeGuild, rest } from './support/http.js';

interface Answer {
  id: string;
  code: number;
  retry_after: number;
}
const HOUR = 3_600_000;

/** A sandbox with a clock that stands still until told to go on. */
async function still(limits: object = {}): Promise<{ sandbox: Sandbox; pass: (ms: number) => void }> {
  let now = 1_900_000_000_000;
  const rateLimits = { globalPerSecond: 1_000_000, ...limits };
  const sandbox = await createSandbox({ clock: () => now, rateLimits });
  return {
    sandbox,
    pass: (ms) => {
      now += ms;
    },
  };
}

describe('limits', () => {
  it('shut out an address that made too many invalid requests, until ten minutes are over', async () => {
    const { sandbox, pass } = await still({ invalidPerTenMinutes: 20 });
    const ask = async (authorization: string): Promise<Response> =>
      fetch(`${sandbox.apiUrl}/v10/users/@me`, { headers: { authorization } });
    for (let i = 0; i < 19; i += 1) expect((await ask('Bot wrong')).status).toBe(401);
    expect((await ask(`Bot ${sandbox.token}`)).status).toBe(200);
    await ask('Bot wrong');
    await expect.poll(async () => (await ask(`Bot ${sandbox.token}`)).status).toBe(429);
    const banned = await ask(`Bot ${sandbox.token}`);
    expect(banned.headers.get('retry-after')).toBe('600');
    expect(banned.headers.get('via')).toBeNull();
    expect(banned.headers.get('x-ratelimit-bucket')).toBeNull();
    expect(await banned.text()).toBe('error code: 1015');
    pass(600_000);
    expect((await ask(`Bot ${sandbox.token}`)).status).toBe(200);
    await sandbox.close();
  });

  it('let messages older than an hour be edited three times in six seconds', async () => {
    const { sandbox, pass } = await still();
    const path = `/channels/${channelNamed(await makeGuild(sandbox), 'events')}/messages`;
    const { id } = (await rest<Answer>(sandbox, 'POST', path, { content: '0' })).body;
    const edit = async (): Promise<number> =>
      (await rest<Answer>(sandbox, 'PATCH', `${path}/${id}`, { content: 'x' })).body.code;
    const fresh = [await edit(), await edit(), await edit(), await edit()];
    pass(HOUR);
    const old = [await edit(), await edit(), await edit(), await edit()];
    expect([fresh, old].map((all) => all.map((code) => code === 30046))).toEqual([
      [false, false, false, false],
      [false, false, false, true],
    ]);
    pass(6_000);
    expect(await edit()).toBeUndefined();
    await sandbox.close();
  });

  it('let a channel be renamed twice in ten minutes, and changed otherwise all the time', async () => {
    const { sandbox, pass } = await still();
    const path = `/channels/${channelNamed(await makeGuild(sandbox), 'events')}`;
    const change = async (body: object): Promise<number> => (await rest(sandbox, 'PATCH', path, body)).status;
    expect([await change({ name: 'a' }), await change({ topic: 'b' })]).toEqual([200, 200]);
    const refused = await rest<Answer>(sandbox, 'PATCH', path, { name: 'c' });
    expect(refused.status).toBe(429);
    expect(refused.body.retry_after).toBe(600);
    expect(Number(refused.headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0);
    expect(await change({ nsfw: true })).toBe(200);
    expect(await change({ topic: 'b' })).toBe(200);
    pass(600_000);
    expect(await change({ name: 'c' })).toBe(200);
    await sandbox.close();
  });

  it('let 200 commands be made a day, and any number be changed', async () => {
    const { sandbox, pass } = await still();
    const path = `/applications/${sandbox.applicationId}/commands`;
    const overwrite = async (from: number): Promise<Answer> => {
      const names = Array.from({ length: 100 }, (_, i) => ({ name: `c${from + i}`, description: 'x' }));
      return (await rest<Answer>(sandbox, 'PUT', path, names)).body;
    };
    expect(await overwrite(0)).toHaveLength(100);
    expect(await overwrite(0)).toHaveLength(100);
    expect(await overwrite(100)).toHaveLength(100);
    expect((await overwrite(150)).code).toBe(30034);
    pass(24 * HOUR);
    expect(await overwrite(150)).toHaveLength(100);
    await sandbox.close();
  });

  it('count each guild, channel and webhook by itself, under one bucket', async () => {
    const { sandbox } = await still();
    const [one, two] = [await makeGuild(sandbox), await makeGuild(sandbox)];
    const get = async (id: string): Promise<(string | null)[]> => {
      const { headers } = await rest(sandbox, 'GET', `/guilds/${id}/roles`);
      return ['bucket', 'limit', 'remaining', 'reset-after'].map((name) =>
        headers.get(`x-ratelimit-${name}`),
      );
    };
    const [bucket, limit, remaining, resetAfter] = await get(one.id);
    expect([limit, remaining, resetAfter]).toEqual(['20', '19', '5.000']);
    expect(await get(one.id)).toEqual([bucket, '20', '18', '5.000']);
    expect(await get(two.id)).toEqual([bucket, '20', '19', '5.000']);
    await sandbox.close();
  });
});
