import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox, type SandboxOptions } from '../src/index.js';
import { channelNamed, control, makeGuild, rest, userNamed } from './support/http.js';
import { PNG } from './support/pictures.js';
import { RawClient } from './support/raw-client.js';

interface Named {
  name: string;
  guild_id: string;
}

describe('fixtures', () => {
  let folder: string;
  const opened: Sandbox[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fixtures-'));
  });
  afterEach(async () => {
    for (const sandbox of opened.splice(0)) await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(options: SandboxOptions = {}): Promise<Sandbox> {
    const sandbox = await createSandbox({ openapi: null, fixturesDir: folder, ...options });
    opened.push(sandbox);
    return sandbox;
  }
  const save = async (sandbox: Sandbox, name: string, guild: GuildView): Promise<void> => {
    const { status } = await control<Named>(sandbox, 'PUT', `/fixtures/${name}`, { guild_id: guild.id });
    expect(status).toBe(200);
  };
  const load = async (sandbox: Sandbox, name: string): Promise<{ status: number; body: GuildView }> =>
    control<GuildView>(sandbox, 'POST', `/fixtures/${name}/load`);

  /** A server with something of most kinds. */
  async function lively(sandbox: Sandbox): Promise<GuildView> {
    const guild = await makeGuild(sandbox, { bot_permissions: '8' });
    const channel = channelNamed(guild, 'events');
    const poll = { question: { text: 'When?' }, answers: [{ poll_media: { text: 'Now' } }], duration: 24 };
    await rest(sandbox, 'POST', `/channels/${channel}/messages`, { content: 'Who comes?' });
    await rest(sandbox, 'POST', `/channels/${channel}/messages`, { poll });
    await rest(sandbox, 'POST', `/channels/${channel}/threads`, { name: 'Debriefing', type: 11 });
    await rest(sandbox, 'POST', `/guilds/${guild.id}/emojis`, { name: 'idris', image: PNG });
    const event = await rest<{ id: string }>(sandbox, 'POST', `/guilds/${guild.id}/scheduled-events`, {
      name: 'Raid',
      privacy_level: 2,
      entity_type: 3,
      entity_metadata: { location: 'Stanton' },
      scheduled_start_time: new Date(Date.now() + 3_600_000).toISOString(),
      scheduled_end_time: new Date(Date.now() + 7_200_000).toISOString(),
    });
    await control(sandbox, 'PUT', `/scheduled-events/${event.body.id}/users/${userNamed(guild, 'ada')}`);
    return (await control<GuildView>(sandbox, 'GET', `/guilds/${guild.id}`)).body;
  }

  it('bring a server back as it was, with its ids, and the bot joins it again', async () => {
    const sandbox = await open({ fixturesDir: undefined as never });
    const guild = await lively(sandbox);
    await save(sandbox, 'crew', guild);
    const channel = channelNamed(guild, 'events');
    await rest(sandbox, 'POST', `/channels/${channel}/messages`, { content: 'afterwards' });
    await rest(
      sandbox,
      'DELETE',
      `/guilds/${guild.id}/scheduled-events/${guild.scheduled_events[0]?.id ?? ''}`,
    );
    const bot = await RawClient.identified(sandbox);
    const loaded = await load(sandbox, 'crew');
    await bot.settle();
    expect(loaded.body).toEqual(guild);
    expect(bot.names.slice(-2)).toEqual(['GUILD_DELETE', 'GUILD_CREATE']);
  });

  it('are files that another sandbox reads, whose bot takes the place of the first', async () => {
    const first = await open();
    const guild = await lively(first);
    await save(first, 'crew', guild);
    expect(readdirSync(folder)).toEqual(['crew.json']);
    const token = `${Buffer.from('1160000000000000009').toString('base64')}.x.y`;
    const second = await open({ token });
    expect((await control<string[]>(second, 'GET', '/fixtures')).body).toEqual(['crew']);
    const { body } = await load(second, 'crew');
    expect(JSON.stringify(body)).toContain(second.applicationId);
    // The pictures' address is the sandbox's own.
    const there = JSON.stringify(guild).replaceAll(first.applicationId, second.applicationId);
    expect(body).toEqual(JSON.parse(there.replaceAll(first.url, second.url)));
    const emojis = await rest<{ id: string }[]>(second, 'GET', `/guilds/${guild.id}/emojis`);
    const picture = await fetch(`${second.url}/emojis/${emojis.body[0]?.id ?? ''}.png`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    // New things there have ids of their own.
    const channel = channelNamed(guild, 'events');
    const fresh = await rest<{ id: string }>(second, 'POST', `/channels/${channel}/messages`, {
      content: 'new',
    });
    expect(JSON.stringify(guild)).not.toContain(fresh.body.id);
  });

  it('go from one sandbox to another over the wire, too', async () => {
    const first = await open({ fixturesDir: join(folder, 'one') });
    const guild = await lively(first);
    await save(first, 'crew', guild);
    const read = await control<object>(first, 'GET', '/fixtures/crew');
    const second = await open({ fixturesDir: join(folder, 'two') });
    const put = await control<Named>(second, 'PUT', '/fixtures/copy', read.body);
    expect(put.body).toMatchObject({ name: 'copy', guild_id: guild.id });
    expect((await load(second, 'copy')).body.name).toBe('Les Corsaires');
    await control(second, 'DELETE', '/fixtures/copy');
    expect(readdirSync(join(folder, 'two'))).toEqual([]);
  });

  it.each([
    ['GET', '/fixtures/nobody', 404],
    ['DELETE', '/fixtures/nobody', 404],
    ['POST', '/fixtures/nobody/load', 404],
    ['GET', '/fixtures/..%2Fsecret', 400],
    ['POST', '/fixtures/..%2F..%2Fetc%2Fpasswd/load', 400],
    ['DELETE', '/fixtures/..%2Fsecret', 400],
    ['PUT', '/fixtures/..%2Fsecret', 400],
    ['PUT', '/fixtures/a.b', 400],
    ['PUT', `/fixtures/${'a'.repeat(65)}`, 400],
  ])('are refused by %s %s with %i', async (method, path, status) => {
    const sandbox = await open({ fixturesDir: join(folder, 'inside') });
    const guild = await makeGuild(sandbox);
    writeFileSync(join(folder, 'secret.json'), '{}');
    const answer = await control(
      sandbox,
      method,
      path,
      method === 'PUT' ? { guild_id: guild.id } : undefined,
    );
    expect(answer.status).toBe(status);
    expect(readdirSync(folder).sort()).toEqual(['inside', 'secret.json']);
  });

  it.each([
    ['cut short', '{"version": 1, "guild_id'],
    ['no object', '[]'],
    ['another thing', '{"hello": "world"}'],
    [
      'without its server',
      '{"version":1,"guild_id":"1","application_id":"2","saved_at":"","files":{},"records":{}}',
    ],
  ])('are refused when their file is broken: %s', async (_how, text) => {
    const sandbox = await open();
    writeFileSync(join(folder, 'broken.json'), text);
    const answer = await load(sandbox, 'broken');
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    expect((await control<unknown[]>(sandbox, 'GET', '/guilds')).body).toEqual([]);
  });

  it('stand in the folder that the program is told', async () => {
    const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
    const args = [program, '--port', '0', '--server', 'Crew', '--fixtures', folder, '--openapi', 'none'];
    const child = execFile(process.execPath, args);
    const line = await new Promise<string>((resolve) => child.stdout?.once('data', resolve));
    const url = `http://127.0.0.1:${/localhost:(\d+)/.exec(line)?.[1] ?? ''}`;
    const [guild] = (await (await fetch(`${url}/sandbox/guilds`)).json()) as GuildView[];
    const body = JSON.stringify({ guild_id: guild?.id });
    const headers = { 'content-type': 'application/json' };
    await fetch(`${url}/sandbox/fixtures/crew`, { method: 'PUT', headers, body });
    child.kill();
    expect(readdirSync(folder)).toEqual(['crew.json']);
  });
});
