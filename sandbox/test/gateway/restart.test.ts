import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectTo, createSandbox, type Sandbox } from '../../src/index.js';
import { channelNamed, control, makeGuild, userNamed } from '../support/http.js';
import { RawClient } from '../support/raw-client.js';

/** What was built is what is started: `npm run build -w sandbox` comes first. */
const PROGRAM = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

interface Started {
  child: ChildProcess;
  port: string;
  token: string;
}

describe('sessions of a sandbox with a folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function startProgram(port: string): Promise<Started> {
    const args = [PROGRAM, '--port', port, '--data', folder, '--server', 'Crew', '--openapi', 'none'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    const [, taken = '', token = ''] = /localhost:(\d+) .*token (\S+)\)/.exec(line) ?? [];
    return { child, port: taken, token };
  }

  async function end({ child }: Started, signal: NodeJS.Signals): Promise<void> {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  /** A door that stays open while the sandbox is away: discord.js gives its session up when nobody is there at all. */
  async function doorTo(port: string): Promise<net.Server> {
    const door = net.createServer((visitor) => {
      let inside: net.Socket;
      const knock = (): void => {
        inside = net.connect(Number(port), '127.0.0.1');
        inside.once('error', () => setTimeout(knock, 100));
        inside.once('connect', () => {
          inside.on('error', () => undefined);
          inside.on('close', () => visitor.destroy());
          visitor.pipe(inside).pipe(visitor);
        });
      };
      visitor.on('error', () => undefined);
      visitor.on('close', () => inside.destroy());
      knock();
    });
    await once(door.listen(0, '127.0.0.1'), 'listening');
    return door;
  }

  it('are resumed by discord.js when it was killed and when it was ended, without another identify', async () => {
    let program = await startProgram('0');
    const { port, token } = program;
    const door = await doorTo(port);
    const rest = { api: `http://127.0.0.1:${(door.address() as AddressInfo).port}/api` };
    const intents = [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.MessageContent,
    ];
    const bot = new Client({ intents, rest });
    const heard: string[] = [];
    const starts: string[] = [];
    bot.on(Events.MessageCreate, ({ content }) => void heard.push(content));
    bot.on(Events.ShardReady, () => void starts.push('identified'));
    bot.on(Events.ShardResume, () => void starts.push('resumed'));
    const ready = once(bot, Events.ClientReady);
    await bot.login(token);
    await ready;
    const control = connectTo(`http://127.0.0.1:${port}`);
    const [server] = await control.listGuilds();
    const guild = await control.readGuild({ guild_id: server?.id ?? '' });
    const by = { channel_id: guild.channels[0]?.id ?? '', user_id: guild.owner_id };

    for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
      const resumed = once(bot, Events.ShardResume);
      await control.writeMessage({ ...by, content: `before ${signal}` });
      await end(program, signal);
      program = await startProgram(port);
      await control.writeMessage({ ...by, content: `while away by ${signal}` });
      await resumed;
    }
    await control.writeMessage({ ...by, content: 'after' });
    await vi.waitFor(() => expect(heard).toHaveLength(5));
    expect(heard).toEqual([
      'before SIGKILL',
      'while away by SIGKILL',
      'before SIGTERM',
      'while away by SIGTERM',
      'after',
    ]);
    expect(starts).toEqual(['identified', 'resumed', 'resumed']);
    await bot.destroy();
    await end(program, 'SIGTERM');
    door.close();
  }, 30_000);

  describe('read by the next one', () => {
    const open = async (): Promise<Sandbox> =>
      createSandbox({ dataDir: folder, openapi: null, rateLimits: { identifyWindowMs: 0 } });
    let sandbox: Sandbox;

    beforeEach(async () => {
      sandbox = await open();
    });
    afterEach(async () => {
      await sandbox.close();
    });

    async function restart(): Promise<void> {
      await sandbox.close();
      sandbox = await open();
    }

    it('have everything after the number that the client got, numbered as it was', async () => {
      const guild = await makeGuild(sandbox);
      const by = { channel_id: channelNamed(guild, 'events'), user_id: userNamed(guild, 'bob') };
      const first = await RawClient.identified(sandbox);
      await first.settle();
      const { lastSeq } = first;
      first.close(4000);
      await first.closed;
      await control(sandbox, 'POST', '/messages', { ...by, content: 'missed 1' });
      await restart();
      await control(sandbox, 'POST', '/messages', { ...by, content: 'missed 2' });
      const second = await RawClient.open(sandbox);
      second.resume(first);
      await second.dispatched('RESUMED');
      expect(second.all('MESSAGE_CREATE').map((d) => d['content'])).toEqual(['missed 1', 'missed 2']);
      expect(second.received.flatMap(({ s }) => s ?? [])).toEqual([lastSeq + 1, lastSeq + 2, lastSeq + 3]);
    });

    it('are invalid where they have ended, or never were', async () => {
      const ended = await RawClient.identified(sandbox);
      ended.close(1000);
      await ended.closed;
      await vi.waitFor(() => expect(readdirSync(join(folder, 'sessions'))).toEqual([]));
      await restart();
      const next = await RawClient.open(sandbox);
      next.resume(ended);
      expect((await next.next(Op.InvalidSession)).d).toBe(false);
    });

    it('are invalid when they were lost for too long', async () => {
      const lost = await RawClient.identified(sandbox);
      lost.close(4000);
      await lost.closed;
      await sandbox.close();
      sandbox = await createSandbox({ dataDir: folder, openapi: null, clock: () => Date.now() + 200_000 });
      const next = await RawClient.open(sandbox);
      next.resume(lost);
      expect((await next.next(Op.InvalidSession)).d).toBe(false);
      expect(readdirSync(join(folder, 'sessions'))).toEqual([]);
    });
  });
});
