import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox, type SandboxOptions } from '../src/index.js';
import { OpenApiChecker } from '../src/openapi/checker.js';
import { control, makeGuild } from './support/http.js';

describe('a sandbox', () => {
  let sandbox: Sandbox | undefined;

  const start = async (options: SandboxOptions = {}): Promise<Sandbox> => {
    sandbox = await createSandbox({ openapi: null, ...options });
    return sandbox;
  };
  afterEach(async () => {
    await sandbox?.close();
    sandbox = undefined;
  });

  it('listens on both loopback addresses, if the machine has both', async () => {
    const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    const { port } = await start();
    expect((await fetch(`http://127.0.0.1:${port}/sandbox/guilds`)).status).toBe(200);
    if (addresses.some((one) => one.address === '::1'))
      expect((await fetch(`http://[::1]:${port}/sandbox/guilds`)).status).toBe(200);
  });

  it('says so when its port is taken', async () => {
    const { port } = await start();
    await expect(createSandbox({ port, openapi: null })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it.each<[SandboxOptions, string]>([
    [{}, 'fr'],
    [{ defaultLocale: 'de' }, 'de'],
  ])('made with %j lets people of no told language speak %s', async (options, locale) => {
    const made = await start(options);
    const guild = await makeGuild(made, {
      members: [{ username: 'ada' }, { username: 'bob', locale: 'ja' }],
    });
    const locales = guild.members.map(({ user }) => [
      user.username,
      made.context.world.users.get(user.id)?.locale,
    ]);
    expect(Object.fromEntries(locales)).toMatchObject({ ada: locale, bob: 'ja' });
    // Joining another server changes nothing.
    const bob = guild.members.find(({ user }) => user.username === 'bob')?.user.id ?? '';
    const other = await makeGuild(made, { members: [] });
    await control(made, 'PUT', `/guilds/${other.id}/members/${bob}`, {});
    expect(made.context.world.users.get(bob)?.locale).toBe('ja');
  });
});

describe('the OpenAPI checks', () => {
  it('are compiled in steps before they are needed, and not twice', { tags: ['discord-openapi'] }, (test) => {
    const checker = OpenApiChecker.load(undefined);
    if (!checker) {
      test.skip(
        'no description at hand: set DISCORD_OPENAPI to discord-openapi.json of discord/discord-api-spec',
      );
      return;
    }
    const route = '/channels/{channel_id}/messages';
    const steps = [...checker.prepare('POST', route, false)].length;
    expect(steps).toBeGreaterThan(20);
    expect([...checker.prepare('POST', route, false)].length).toBeLessThan(5);
    const parts = { query: {}, params: { channel_id: '1' }, contentType: 'application/json' };
    expect(checker.checkRequest('POST', route, { ...parts, body: { content: 'x' } })).toEqual([]);
    const faults = checker.checkRequest('POST', route, { ...parts, body: { content: 5 } });
    expect(faults.join()).toContain('body/content');
  });
});
