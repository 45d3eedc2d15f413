import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Client } from '../support/client.js';
import { composeServices, FILLED_IN, type ComposeService } from '../support/compose.js';
import { openDatabases, type TestDatabases } from '../support/databases.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { freePort } from '../../local/processes/ports.js';
import type { Program } from '../support/process.js';
import { mirrorsOf, type EventBody } from '../support/scene.js';
import { openProxy, type TcpProxy } from '../support/tcp-proxy.js';
import { readImage, startContainer, type Container, type Image } from './container.js';

// The image, built without a Docker engine and run as docker-compose.yml runs it. `npm run image:check`; docs/operations.md has what
// it needs, and what it takes.

const run = promisify(execFile);
const build = path.join(import.meta.dirname, 'build.sh');
/** Where `build.sh` has left the image already; unset, it is built. */
const built = process.env['IMAGE_FOLDER'];
const LONGEST_BUILD_MS = 600_000;
const MOST_BYTES = 110_000_000;
/** Every process is gone this long after a SIGTERM when nothing is under way. */
const GONE_MS = 4000;
/** A connection to MongoDB that the driver gives up is opened anew after 15 to 20 s. */
const LONGEST_WAIT_MS = 45_000;
const [HEALTHY, UNHEALTHY] = [0, 1];
const SERVICES = ['api', 'bot', 'worker'] as const;
type Service = (typeof SERVICES)[number];

let folder: string;
let image: Image;
/** Paths of the application's files, from its folder. */
let files: readonly string[];

beforeAll(async () => {
  folder = built ?? (await mkdtemp(path.join(tmpdir(), 'verselink-image-')));
  if (built === undefined) await run(build, [folder], { maxBuffer: 100_000_000 });
  image = await readImage(folder);
  const entries = await readdir(application(), { recursive: true, withFileTypes: true });
  files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(application(), path.join(entry.parentPath, entry.name)));
}, LONGEST_BUILD_MS);
afterAll(() => run(build, [folder, 'remove']), 60_000);

/** A JSON file of the repository. */
const readJson = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(path.resolve(import.meta.dirname, '../..', file), 'utf8')) as T;
const application = () => path.join(image.rootfs, image.workingDir);

describe('what the image holds', () => {
  it('is what the application reads when it runs, and what licences ask for', () => {
    const places = new Set(files.map((file) => file.split('/').slice(0, 2).join('/')));
    const outside = [...places].filter((place) => !place.startsWith('node_modules/'));
    expect(outside.sort()).toEqual(['LICENSE', 'console/dist', 'dist/src', 'package.json', 'site/dist']);
    // The last one tells its maker of each installation.
    const needless =
      /\.(?:map|[cm]?tsx?)$|(?:^|\/)\.env|^(?!node_modules\/).*\.spec\.js$|^node_modules\/typescript\/|@scarf\/scarf\/report\.js$/;
    expect(files.filter((file) => needless.test(file))).toEqual([]);
    for (const file of [
      'dist/src/main.js',
      'dist/src/cli/token.js',
      'console/dist/index.html',
      'site/dist/index.html',
    ])
      expect(files).toContain(file);
  });

  it('is no package that only development needs, and each under a licence of the list', async () => {
    const packages = files
      .filter((file) => /^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+\/package\.json$/.test(file))
      .map((file) => path.dirname(file));
    const lock = await readJson<{ packages: Record<string, { dev?: boolean }> }>('package-lock.json');
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter((name) => lock.packages[name]?.dev ?? !(name in lock.packages))).toEqual([]);
    const { scripts } = await readJson<{ scripts: Record<string, string> }>('package.json');
    await run('sh', ['-c', `node_modules/.bin/${scripts['check:licences']} --start ${application()}`]);
  });

  it(`is at most ${MOST_BYTES / 1e6} MB of application, and runs as a user without rights`, async () => {
    const { stdout } = await run('du', ['--summarize', '--bytes', application()]);
    const bytes = Number(stdout.split('\t')[0]);
    console.log(`The application in the image: ${(bytes / 1e6).toFixed(1)} MB.`);
    expect(bytes).toBeLessThan(MOST_BYTES);
    expect(image).toMatchObject({ user: 'node', workingDir: '/app' });
    const writable = await run('find', [
      application(),
      '-user',
      '1000',
      '-o',
      '-perm',
      '-o+w',
      '-not',
      '-type',
      'l',
    ]);
    expect(writable.stdout).toBe('');
  });
});

describe('the image as docker-compose.yml runs it', () => {
  let databases: TestDatabases;
  let proxy: TcpProxy;
  let discord: TestDiscord;
  let guild: TestGuild;
  let services: Readonly<Record<Service, ComposeService>>;
  let addresses: Readonly<Record<string, string>>;
  let ports: Readonly<Record<Service | 'public', number>>;
  let containers: Readonly<Record<Service, Container>>;
  const started: Container[] = [];

  beforeAll(async () => {
    databases = await openDatabases();
    discord = await startDiscord({ rateLimits: { enabled: false } });
    guild = await discord.guild([
      { username: 'ada', locale: 'fr' },
      { username: 'nova', locale: 'fr' },
    ]);
    services = await composeServices({ ...FILLED_IN, ...discord.env }, 'split');
    const [api, bot, worker, publicPort] = await Promise.all([
      freePort(),
      freePort(),
      freePort(),
      freePort(),
    ]);
    ports = { api, bot, worker, public: publicPort };
    const [, host = '', rest = ''] = /^mongodb:\/\/([^/]+)(\/.*)$/.exec(databases.mongodbUri) ?? [];
    const socket = decodeURIComponent(host);
    proxy = await openProxy(() =>
      socket.startsWith('/')
        ? { path: socket }
        : { host: socket.split(':')[0], port: Number(socket.split(':')[1]) },
    );
    addresses = {
      MONGODB_URI: `mongodb://127.0.0.1:${proxy.port}${rest}`,
      REDIS_URL: databases.redisUrl,
      PORT: String(publicPort),
      BACKEND_INTERNAL_URL: `http://localhost:${api}`,
      BOT_INTERNAL_URL: `http://localhost:${bot}`,
    };
    containers = { api: start('api'), bot: start('bot'), worker: start('worker') };
    await allAre(HEALTHY);
  }, 120_000);
  afterAll(async () => {
    for (const container of started) {
      if (container.child.exitCode === null) await container.signal('SIGKILL');
      await container.exitCode();
    }
    await discord.close();
    proxy.cut();
    await databases.drop();
  });

  const environmentOf = (service: Service) => ({
    ...services[service].environment,
    ...addresses,
    INTERNAL_PORT: String(ports[service]),
  });

  function start(
    service: Service,
    command: readonly string[] = image.command,
    more: Readonly<Record<string, string>> = {},
  ): Container {
    const container = startContainer(image, { ...environmentOf(service), ...more }, command);
    started.push(container);
    return container;
  }

  /** What the health check of docker-compose.yml ends with in a service's container. */
  async function health(service: Service): Promise<number | null> {
    const [, ...line] = (services[service].healthcheck?.test ?? []).map((word) =>
      word.replace('localhost:3000', `localhost:${ports[service]}`),
    );
    return start(service, line).exitCode();
  }

  const allAre = (code: number) =>
    Promise.all(
      SERVICES.map((service) =>
        // Each look starts a Node.js of its own, which would keep the service from starting.
        vi.waitFor(async () => expect(await health(service)).toBe(code), {
          timeout: LONGEST_WAIT_MS,
          interval: 1000,
        }),
      ),
    );

  async function ends(container: Program): Promise<number | null> {
    const patience = new Promise<never>((_, reject) => {
      setTimeout(
        () => reject(new Error(`still there: ${JSON.stringify(container.output)}`)),
        GONE_MS,
      ).unref();
    });
    return Promise.race([container.exitCode(), patience]);
  }

  it('does the main job: the first token, an event on Discord, a signup, an edit, a cancellation', async () => {
    const [adaId = '', novaId = ''] = guild.memberIds;
    const command = [
      'node',
      'dist/src/cli/token.js',
      '--discord-id',
      adaId,
      '--handle',
      'Ada',
      '--site-admin',
    ];
    const token = start('api', command);
    expect(await token.exitCode()).toBe(0);
    const ada = new Client(`http://127.0.0.1:${ports.public}`, token.output.stdout.trim());
    await guild.admit(adaId);
    const org = await ada.post<{ id: string }>('/organizations', { name: 'Aurora', tag: 'AUR' });
    expect(org.status).toBe(201);
    const registration = {
      guild_id: guild.id,
      guild_name: 'Test server',
      owner_id: guild.ownerId,
      event_channel_id: guild.channelId,
    };
    expect((await ada.post('/discord/guilds', { ...registration, org_id: org.body.id })).status).toBe(201);
    const created = await ada.post<EventBody>('/events', {
      org_id: org.body.id,
      title: 'First flight',
      description: 'From the image, without an engine.',
      type: 'raid',
      start_at_utc: new Date(Date.now() + 86_400_000).toISOString(),
      duration_minutes: 60,
    });
    expect(created.status).toBe(201);
    const { id } = created.body;
    const mirrors = () => mirrorsOf(discord, guild, id);
    await expect.poll(async () => (await mirrors()).messages.length).toBe(1);
    await expect.poll(async () => (await mirrors()).events.length).toBe(1);
    const [message] = (await mirrors()).messages;
    if (message === undefined) throw new Error('no message');
    expect((await discord.click(message, novaId, "S'inscrire")).failed).toBeNull();
    await expect.poll(async () => JSON.stringify((await mirrors()).messages)).toContain('(1');
    await ada.patch(`/events/${id}`, { title: 'Second flight' });
    await expect.poll(async () => (await mirrors()).events[0]?.name).toBe('Second flight');
    await ada.post(`/events/${id}/cancel`);
    await expect.poll(async () => JSON.stringify((await mirrors()).messages)).toContain('Annulé');
  });

  it('shows the console, and the sizes stay within what compose grants', async () => {
    const page = await fetch(`http://127.0.0.1:${ports.public}/app`);
    expect(await page.text()).toContain('<script type="module"');
    for (const service of SERVICES) {
      const status = await readFile(`/proc/${await containers[service].pid()}/status`, 'utf8');
      const peak = Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1]) * 1024;
      console.log(`${service}: ${(peak / 1e6).toFixed(0)} MB at its peak.`);
      expect(peak).toBeLessThan(Number(services[service].mem_limit) / 2);
      expect(status).toMatch(/^Uid:\t1000\t1000\t1000\t1000$/m);
      expect(status).toMatch(/^CapBnd:\t0+$/m);
    }
  });

  it('is unhealthy while MongoDB is away, and well again afterwards', async () => {
    proxy.cut();
    await allAre(UNHEALTHY);
    await proxy.restore();
    await allAre(HEALTHY);
  }, 120_000);

  it('ends in order on SIGTERM, once it is up and before', async () => {
    for (const service of SERVICES) await containers[service].signal('SIGTERM');
    expect(await Promise.all(SERVICES.map((service) => ends(containers[service])))).toEqual([0, 0, 0]);
    await Promise.all(
      SERVICES.map(async (service) => {
        // A MongoDB that takes the connection and never says a word.
        const silent = createServer().listen(0, '127.0.0.1');
        await once(silent, 'listening');
        const { port } = silent.address() as AddressInfo;
        const connected = once(silent, 'connection');
        const mute = { MONGODB_URI: `mongodb://127.0.0.1:${port}/verselink` };
        const starting = start(service, image.command, mute);
        await connected;
        await starting.signal('SIGTERM');
        expect(await ends(starting)).toBe(0);
        silent.close();
      }),
    );
  });
});
