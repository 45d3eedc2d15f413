import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  INVITED_WITH,
  PERMISSIONS,
  type PermissionName,
} from '../../src/features/guilds/rules/permissions.js';
import { runDoctor } from '../../src/cli/doctor/run.js';
import { startApp, type TestApp } from '../support/app.js';
import { openDatabases, type TestDatabases } from '../support/databases.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { type Program, startProgram } from '../support/process.js';
import { aScene, type Scene } from '../support/scene.js';

// The command as an operator runs it, in this process where its own is not looked at. Wants `npm run build`.

const ALL = Object.values(PERMISSIONS).reduce((bits, bit) => bits | bit, 0n);
/** What members may do without any role; a bot is denied it where its channel denies it. */
const OF_EVERYBODY = ['View Channels', 'Send Messages', 'Embed Links', 'Read Message History'] as const;

/** Every permission; of those for threads, which are asked for together, one. */
const NAMED_WHEN_MISSING = (Object.keys(PERMISSIONS) as PermissionName[]).filter(
  (name) => !name.includes('Threads') || name === 'Create Private Threads',
);

let discord: TestDiscord;
let databases: TestDatabases;
let app: TestApp;
let scene: Scene;
beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  databases = await openDatabases();
  app = await startApp({ run: 'api,bot', databases, env: discord.env });
  scene = await aScene(app);
}, 60_000);
afterAll(async () => {
  await app.stop();
  await discord.close();
  await databases.drop();
});

const environmentWith = (env: Record<string, string>) => ({
  ...discord.env,
  MONGODB_URI: databases.mongodbUri,
  REDIS_URL: databases.redisUrl,
  ...env,
});

/** The built program, as a process of its own. */
function doctor(args: readonly string[]): Program {
  return startProgram('src/cli/doctor.js', environmentWith({}), ['--language', 'en', ...args]);
}

interface Told {
  readonly code: number | null;
  /** All that it said. */
  readonly all: string;
  readonly lines: readonly string[];
}

async function toldByProgram(args: readonly string[]): Promise<Told> {
  const program = doctor(args);
  const code = await program.exitCode();
  const { stdout, stderr } = program.output;
  return secretly({ code, all: stdout + stderr, lines: stdout.trimEnd().split('\n') });
}

/** What the program says and ends with, by the function that it consists of. */
async function told(args: readonly string[], env: Record<string, string> = {}): Promise<Told> {
  const lines: string[] = [];
  const code = await runDoctor(['--language', 'en', ...args], {
    environment: environmentWith(env),
    print: (text) => lines.push(...text.split('\n')),
    stop: new AbortController().signal,
  });
  return secretly({ code, all: `${lines.join('\n')}\n`, lines }, env['DISCORD_BOT_TOKEN']);
}

/** Whatever happens, the token is not told. */
function secretly(it: Told, token = discord.env['DISCORD_BOT_TOKEN']): Told {
  expect(it.all).not.toContain(token);
  return it;
}

/** A registered server that wants everything, and its events' channels in this layout. */
async function registered(layout = 'category'): Promise<TestGuild> {
  const guild = await discord.guild();
  await scene.register(guild);
  await scene.admin.patch(`/discord/guilds/${guild.id}`, {
    auto_manage_roles: true,
    auto_create_channels: true,
    channel_layout: layout,
  });
  return guild;
}

/** The server again, with a bot that lacks a permission. */
async function without(guild: TestGuild, permission: PermissionName): Promise<void> {
  const denied = OF_EVERYBODY.some((name) => name === permission);
  const overwrite = { id: guild.id, type: 0, allow: '0', deny: String(PERMISSIONS[permission]) };
  await discord.control('DELETE', `/guilds/${guild.id}`);
  await discord.control('POST', '/guilds', {
    id: guild.id,
    name: 'Test server',
    owner_id: guild.ownerId,
    members: [{ id: guild.ownerId, username: 'owner' }],
    bot_permissions: String(ALL & ~PERMISSIONS[permission]),
    channels: [
      { id: guild.channelId, name: 'events', type: 0, ...(denied && { permission_overwrites: [overwrite] }) },
    ],
    roles: [],
  });
}

async function traces(guild: TestGuild): Promise<unknown[]> {
  const { scheduled_events, channels, roles } = await discord.control<{
    scheduled_events: { status: number; name: string }[];
    channels: { name: string; messages: unknown[] }[];
    roles: { name: string }[];
  }>('GET', `/guilds/${guild.id}`);
  return [
    ...scheduled_events,
    ...channels.flatMap(({ messages }) => messages),
    ...channels.filter(({ name }) => name.startsWith('verselink')),
    ...roles.filter(({ name }) => name.startsWith('VerseLink tries')),
  ];
}

/** Waits until the one fault that was given has taken a request: it is gone from the list. */
const underFault = () => expect.poll(() => discord.control('GET', '/faults')).toEqual([]);

describe('npm run doctor', () => {
  it('finds that all is well, and leaves nothing', async () => {
    const guild = await registered();
    const { code, lines, all } = await toldByProgram(['--guild', guild.id, '--message-owner']);
    expect(code, all).toBe(0);
    expect(lines.filter((line) => line.startsWith('✅'))).toEqual(
      [
        "The bot's token",
        'Discord application',
        'Privileged intents',
        'Commands',
        'Server',
        "The server's settings",
        'Permissions for scheduled events',
        `Permissions for signup messages (channel ${guild.channelId})`,
        'Permissions for event channels',
        'Permissions for roles',
        'Scheduled event: made, changed, deleted',
        `Message: posted, edited, deleted (channel ${guild.channelId})`,
        'Channel: made, deleted',
        'Role: made, given, taken, deleted',
        "Direct message to the server's owner",
        'Clean-up',
      ].map((check) => `✅ ${check}`),
    );
    expect(lines.at(-1)).toBe('All is well: VerseLink can do its work on this server.');
    expect(await traces(guild)).toEqual([]);
    const dms = await discord.control<unknown[]>('GET', `/users/${guild.ownerId}/dms`);
    expect(dms).toHaveLength(1);
  }, 60_000);

  it('speaks French', async () => {
    const guild = await registered();
    const { all } = await told(['--guild', guild.id, '--language', 'fr']);
    expect(all).toContain('✅ Jeton du bot');
    expect(all).toContain('Tout va bien');
  }, 60_000);

  it('tries a thread where events get threads', async () => {
    const guild = await registered('thread');
    const { code, all } = await told(['--guild', guild.id]);
    expect(code, all).toBe(0);
    expect(all).toContain(`✅ Permissions for event threads (channel ${guild.channelId})`);
    expect(all).toContain('✅ Thread: made, locked, deleted');
    expect(await traces(guild)).toEqual([]);
  }, 60_000);

  it.each(NAMED_WHEN_MISSING)(
    'names %s when it is missing, what to do, and does not try what needs it',
    async (permission) => {
      const guild = await registered(permission.includes('Threads') ? 'thread' : 'category');
      await without(guild, permission);
      const { code, all } = await told(['--guild', guild.id]);
      expect(code, all).toBe(1);
      expect(all).toMatch(new RegExp(`❌ Permissions for [^\\n]*\\n   Missing: [^\\n]*${permission}`));
      expect(all).toContain('https://discord.com/oauth2/authorize');
      expect(all).toContain('not tried: permissions are missing first');
      expect(all).not.toMatch(/❌ (?!Permissions)/);
      expect(await traces(guild)).toEqual([]);
    },
    60_000,
  );

  it('says what to do about a refused token, and tries no more', async () => {
    const { code, lines } = await told(['--guild', '123456789012345678'], {
      DISCORD_BOT_TOKEN: 'wrong.to.ken',
    });
    expect(code).toBe(1);
    expect(lines).toEqual([
      "❌ The bot's token",
      expect.stringContaining('Reset Token'),
      'Points to mend: 1.',
    ]);
  }, 60_000);

  it('gives the link that invites the bot to a server where it is not', async () => {
    const { code, all } = await told(['--guild', '123456789012345678']);
    expect(code).toBe(1);
    expect(all).toContain('❌ Server\n');
    expect(all).toContain('guild_id=123456789012345678');
  }, 60_000);

  it('says so when the server is not registered, and tries the channel that is named', async () => {
    const guild = await discord.guild();
    const { code, all } = await told(['--guild', guild.id, '--channel', guild.channelId]);
    expect(code).toBe(1);
    expect(all).toContain('This server is not registered');
    expect(all).toContain(`✅ Message: posted, edited, deleted (channel ${guild.channelId})`);
    expect(all).toContain('✅ Scheduled event');
  }, 60_000);

  it('leaves nothing when it is stopped in the middle, and after an answer that was lost', async () => {
    for (const route of ['/guilds/*/scheduled-events', '/channels/*/messages', '/guilds/*/roles']) {
      const guild = await registered();
      await discord.faults({ method: 'POST', path: route, drop: 'after', times: 1 });
      const { code, all } = await told(['--guild', guild.id]);
      expect(code, all).toBe(1);
      expect(all).toContain('try again later');
      expect(await traces(guild)).toEqual([]);
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const guild = await registered();
      await discord.faults({ method: 'PATCH', path: '/channels/*/messages/*', latency_ms: 2_000, times: 1 });
      const program = doctor(['--guild', guild.id]);
      await underFault();
      program.child.kill(signal);
      expect(await program.exitCode()).toBe(130);
      expect(await traces(guild)).toEqual([]);
    }
  }, 120_000);

  it('clears away what a run has left that was killed', async () => {
    const guild = await registered();
    for (const [method, route] of [
      ['PATCH', '/guilds/*/scheduled-events/*'],
      ['PATCH', '/channels/*/messages/*'],
      ['PUT', '/guilds/*/members/*/roles/*'],
    ] as const) {
      await discord.faults({ method, path: route, latency_ms: 10_000, times: 1 });
      const program = doctor(['--guild', guild.id]);
      await underFault();
      program.child.kill('SIGKILL');
      await program.exitCode();
      expect(await traces(guild)).toHaveLength(1);
      const { code, all } = await told(['--guild', guild.id]);
      expect(code, all).toBe(0);
      expect(all).toContain('left over by an interrupted try, and deleted: 1');
      expect(await traces(guild)).toEqual([]);
    }
  }, 120_000);

  it('is on the page that gives the link with all the permissions', async () => {
    const page = await readFile(
      path.resolve(import.meta.dirname, '../../site/en/admins/real-discord.md'),
      'utf8',
    );
    expect(page).toContain(`permissions=${String(INVITED_WITH)}`);
  });

  it('explains itself', async () => {
    const { code, all } = await toldByProgram(['--guild', 'mine']);
    expect(code).toBe(1);
    expect(all).toContain('Usage: npm run -s doctor');
  });
});
