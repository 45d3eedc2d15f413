import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../local/processes/ports.js';
import { loadConfig } from '../../src/config/load-config.js';
import { INTERNAL_SECRET, JWT_SECRET } from '../support/app.js';
import { Client } from '../support/client.js';
import { openDatabases, type TestDatabases } from '../support/databases.js';
import { startDiscord, type DiscordGuild, type TestDiscord } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { blocksOf, parseRequest, type Places } from '../support/founding-documents.js';
import { type Program, startProgram } from '../support/process.js';

// What the founding documents write is sent as it stands to a backend and a bot over ::1, in one process and in two; then their own
// bot, in Python, stands in the place of ours.
const SCRIPT = path.resolve(import.meta.dirname, '../support/founding_lines.py');
/** Debian's own Python has the packages; another one may come first in the path. */
const PYTHON = ['/usr/bin/python3', 'python3'].find(
  (command) => spawnSync(command, ['-c', 'import httpx, fastapi, uvicorn, aiohttp']).status === 0,
);

const GUILD = '1394001780148535387';
const MEMBER = '123456789012345678';
const EMAIL = 'user@example.com';
const MAX_ROLE = '1424149819185827954';
const ROLES = [MAX_ROLE, '1234567890123456789', '987654321098765432', '111222333444555666'];

/** What each kind of notice says, in the documents. */
const MESSAGES = {
  subscription_created: `🎉 Votre abonnement moddy_max a été activé avec succès !\n\n📧 Email: ${EMAIL}\n\nMerci d'utiliser Moddy ! 🤖`,
  subscription_cancelled: "❌ Votre abonnement a été annulé.\n\nMerci d'utiliser Moddy ! 🤖",
  plan_upgraded: "⬆️ Votre plan a été amélioré vers moddy_max !\n\nMerci d'utiliser Moddy ! 🤖",
} as const;

interface Body {
  readonly discord_id?: string;
  readonly action?: keyof typeof MESSAGES;
  readonly add_roles?: readonly string[];
  readonly remove_roles?: readonly string[];
  readonly event_type?: string;
}

describe.each([
  ['in one process', ['api,bot,worker']],
  ['in two processes', ['api,worker', 'bot']],
])('the lines of the founding documents, with backend and bot %s', (_how, runs) => {
  let databases: TestDatabases;
  let discord: TestDiscord;
  let programs: Program[];
  let places: Places;
  let environment: Record<string, string>;

  beforeAll(async () => {
    databases = await openDatabases();
    discord = await startDiscord({ rateLimits: { enabled: false } });
    await discord.control('POST', '/guilds', {
      id: GUILD,
      name: 'Main server',
      members: [{ id: MEMBER, username: 'nova', locale: 'fr' }],
      channels: [{ name: 'general', type: 0 }],
      roles: ROLES.map((id, index) => ({ id, name: `Role ${String(index)}`, position: index + 1 })),
    });
    const [port, botPort] = [await freePort(), await freePort()];
    places = {
      backend: `http://[::1]:${String(port)}`,
      bot: `http://[::1]:${String(botPort)}`,
      secret: INTERNAL_SECRET,
    };
    const env = {
      ...discord.env,
      MONGODB_URI: databases.mongodbUri,
      REDIS_URL: databases.redisUrl,
      JWT_SECRET,
      RATE_LIMIT: 'off',
      INTERNAL_API_SECRET: INTERNAL_SECRET,
      MODDY_GUILD_ID: GUILD,
      BACKEND_INTERNAL_URL: places.backend,
      BOT_INTERNAL_URL: places.bot,
    };
    programs = [];
    for (const run of runs) {
      const internalPort = run.includes('bot') ? String(botPort) : '0';
      const program = startProgram('src/main.js', {
        ...env,
        RUN: run,
        PORT: String(port),
        INTERNAL_PORT: internalPort,
      });
      programs.push(program);
      await program.printed('Internal API running on port');
    }
    const token = startProgram('src/cli/token.js', env, ['--discord-id', MEMBER]);
    await token.exitCode();
    const member = new Client(places.backend, token.output.stdout.trim());
    expect((await member.patch('/users/me', { email: EMAIL })).status).toBe(200);
    environment = {
      PATH: process.env['PATH'] ?? '',
      BOT: places.bot,
      BACKEND: places.backend,
      INTERNAL_API_SECRET: INTERNAL_SECRET,
      MEMBER,
    };
    await eventually(async () => {
      const health = await new Client(places.bot, INTERNAL_SECRET).get('/internal/health');
      expect(health).toMatchObject({ body: { status: 'healthy' } });
    });
  }, 90_000);

  afterAll(async () => {
    for (const program of programs) {
      program.child.kill('SIGKILL');
      await program.exitCode();
    }
    await discord.close();
    await databases.drop();
  });

  const run = async (command: string, args: string[]): Promise<string> =>
    (await promisify(execFile)(command, args, { env: environment })).stdout;

  const messages = async (): Promise<string[]> =>
    (await discord.control<{ content: string }[]>('GET', `/users/${MEMBER}/dms`)).map(
      ({ content }) => content,
    );

  const rolesOfMember = async (): Promise<readonly string[]> => {
    const { members } = await discord.control<DiscordGuild>('GET', `/guilds/${GUILD}`);
    const member = members.find(({ user }) => user.id === MEMBER) as { roles?: string[] } | undefined;
    return member?.roles ?? [];
  };

  it('curl', async () => {
    const documents = ['backend-event-notify', 'bot-health', 'internal-api-examples'] as const;
    const lines = documents.flatMap((document) => blocksOf(document, 'bash', places));
    const calls = lines.filter((block) => block.startsWith('curl '));
    const answers: unknown[] = [];
    for (const block of calls) answers.push(JSON.parse(await run('bash', ['-euc', block])));
    const healthy = { status: 'healthy', service: 'discord-bot' };
    expect(answers).toMatchObject([
      { success: true, message: 'Event member_joined processed successfully', event_received: true },
      { success: true, message: 'Event command_used processed successfully', event_received: true },
      healthy,
      healthy,
      { success: true, message: 'User notified successfully', notification_sent: true },
      { success: true, message: 'Roles updated successfully', roles_updated: true, guild_id: GUILD },
    ]);
    expect(await rolesOfMember()).toContain(MAX_ROLE);
  });

  it('JSON of the examples and the set-up: each body is taken, and does what is written beside it', async () => {
    const documents = ['internal-api-examples', 'internal-api-setup'] as const;
    const bodies = documents
      .flatMap((document) => blocksOf(document, 'json', places))
      .map((block) => JSON.parse(block) as Body)
      .filter(({ discord_id, ...rest }) => discord_id !== undefined && !('success' in rest));
    expect(bodies).toHaveLength(10);
    for (const body of bodies) {
      const before = await messages();
      const [client, address] = placeOf(body);
      const answer = await client.post(address, body);
      expect(answer).toMatchObject({ status: 200, body: { success: true } });
      if (body.action !== undefined) {
        expect((await messages()).slice(before.length)).toEqual([MESSAGES[body.action]]);
      }
      const held = await rolesOfMember();
      expect(held).toEqual(expect.arrayContaining([...(body.add_roles ?? [])]));
      for (const role of body.remove_roles ?? []) expect(held).not.toContain(role);
    }
  });

  function placeOf({ action, add_roles, event_type }: Body): [Client, string] {
    if (action !== undefined) return [new Client(places.bot, INTERNAL_SECRET), '/internal/notify'];
    if (add_roles !== undefined) return [new Client(places.bot, INTERNAL_SECRET), '/internal/roles/update'];
    const path = event_type === undefined ? '/internal/user/info' : '/internal/event/notify';
    return [new Client(places.backend, INTERNAL_SECRET), path];
  }

  it('HTTP of the examples: refused without a header, and with another secret', async () => {
    const requests = blocksOf('internal-api-examples', 'http', places)
      .filter((block) => block.startsWith('POST '))
      .map(parseRequest);
    const answers = await Promise.all(
      requests.map(async ({ url, ...init }) => {
        const response = await fetch(url, init);
        return [response.status, await response.json()] as const;
      }),
    );
    expect(answers).toEqual([
      [401, { error: 'Missing Authorization header' }],
      // The documents say this in two ways; the longer one is the API's.
      [403, { error: 'Invalid internal API secret' }],
    ]);
  });

  it.skipIf(PYTHON === undefined)('Python', async () => {
    const lines = (await run(PYTHON ?? '', [SCRIPT, 'calls'])).trim().split('\n');
    const results = lines.map((line) => JSON.parse(line) as { what: string; answer: unknown });
    const answersOf = (what: string) =>
      results.filter((result) => result.what === what).map(({ answer }) => answer);
    expect(answersOf('notify_backend_event')).toEqual([
      [
        { success: true, message: 'Event member_joined processed successfully', event_received: true },
        { success: true, message: 'Event command_used processed successfully', event_received: true },
      ],
    ]);
    expect(answersOf('check_bot_health')).toMatchObject([{ status: 'healthy', service: 'discord-bot' }]);
    expect(answersOf('BotClient.check_health')).toEqual([true]);
    expect(answersOf('BotClient.check_health of nobody')).toEqual([false]);
    expect(answersOf('a bot that is down')).toEqual([['Bot is unreachable']]);
    expect(answersOf('BackendClient')).toEqual([
      [
        'Backend status: healthy',
        `Email: ${EMAIL}`,
        expect.stringContaining("Event notified: {'success': True"),
      ],
    ]);
    expect(answersOf('premium_command')).toEqual([
      [
        {
          text: expect.stringContaining(`📧 Email: ${EMAIL}\n📅 Compte créé: 20`) as string,
          ephemeral: true,
        },
      ],
      [
        {
          text: expect.stringContaining("❌ Vous n'avez pas de compte sur le site.") as string,
          ephemeral: true,
        },
      ],
    ]);
    expect(answersOf('on_member_join')).toEqual([[]]);
  });
});

it('the line that makes a secret makes one that is taken', async () => {
  const [line = ''] = blocksOf('internal-api-setup', 'bash', { bot: '', backend: '', secret: '' }).filter(
    (block) => block.startsWith('python '),
  );
  const { stdout } = await promisify(execFile)('bash', ['-euc', line.replace('python', 'python3')]);
  const config = loadConfig({
    RUN: 'bot',
    MONGODB_URI: 'mongodb://localhost/verselink',
    REDIS_URL: 'redis://localhost',
    DISCORD_BOT_TOKEN: 'token',
    INTERNAL_API_SECRET: stdout,
  });
  expect(config.internalApiSecret).toBe(stdout.trim());
});

describe.skipIf(PYTHON === undefined)('the bot that the health document writes', () => {
  let databases: TestDatabases;
  let python: ChildProcess | undefined;
  let backend: Program | undefined;
  beforeAll(async () => {
    databases = await openDatabases();
  });
  afterAll(() => databases.drop());

  it.each(['fastapi', 'aiohttp'])('in %s is found healthy by our backend', async (kind) => {
    const port = await freePort();
    const bot = `http://[::1]:${String(port)}`;
    const env = { PATH: process.env['PATH'] ?? '', INTERNAL_API_SECRET: INTERNAL_SECRET };
    python = spawn(PYTHON ?? '', [SCRIPT, 'bot', kind], {
      env: { ...env, BOT: bot, BACKEND: '', BOT_PORT: String(port) },
      stdio: 'ignore',
    });
    try {
      const health = () => new Client(bot, INTERNAL_SECRET).get('/internal/health').catch(() => null);
      await expect.poll(health, { timeout: 20_000 }).toMatchObject({ status: 200 });
      expect(await new Client(bot).get('/internal/health')).toMatchObject({ status: 401 });
      backend = startProgram('src/main.js', {
        RUN: 'api',
        PORT: '0',
        INTERNAL_PORT: '0',
        MONGODB_URI: databases.mongodbUri,
        REDIS_URL: databases.redisUrl,
        JWT_SECRET,
        INTERNAL_API_SECRET: INTERNAL_SECRET,
        BOT_INTERNAL_URL: bot,
        // A look that finds what was found before says nothing more.
        LOG_LEVEL: 'debug',
      });
      await backend.printed('Checking bot health...');
      const metrics = async () => {
        const privatePort = /private port (\d+)/.exec(backend?.output.stdout ?? '')?.[1];
        return new Client(`http://[::1]:${String(privatePort)}`, INTERNAL_SECRET)
          .get<string>('/metrics')
          .then(({ body }) => body)
          .catch(() => '');
      };
      await expect.poll(metrics, { timeout: 20_000 }).toMatch(/health_state\{service="discord-bot"\} 1/);
    } finally {
      backend?.child.kill('SIGKILL');
      python.kill('SIGKILL');
      await Promise.all([backend?.exitCode(), python.exitCode ?? once(python, 'exit')]);
    }
  });
});
