import { NecordBaseDiscovery } from 'necord';
import { startVerseLink, type VerseLink } from '../../src/bootstrap/verselink.js';
import { type Config } from '../../src/config/config.js';
import { loadConfig } from '../../src/config/load-config.js';
import { AuthenticationService } from '../../src/features/sessions/authentication.service.js';
import { UsersRepository } from '../../src/features/users/users.repository.js';
import { Client } from './client.js';
import { openDatabases } from './databases.js';

export const INTERNAL_SECRET = 'test-internal-secret-of-32-characters';
export const JWT_SECRET = 'test-jwt-secret-of-at-least-32-characters';

// Necord keeps a process's handlers of interactions for good, of the application that was first. Here the last one has them.
NecordBaseDiscovery.prototype.setContextCallback = function (
  this: { contextCallback?: unknown },
  callback: unknown,
) {
  this.contextCallback = callback;
};

/** How to start the application for a test; everything has a default. */
export interface AppOptions {
  /** `RUN`; `api` when left out. */
  readonly run?: string;
  /** Variables on top of the defaults, for example `DISCORD_API_URL`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Run on these databases instead of fresh ones: for a second process, or one that starts again. */
  readonly databases?: { readonly mongodbUri: string; readonly redisUrl: string };
}

/** A user who can send requests. */
export interface TestUser extends Client {
  readonly id: string;
  readonly discord_id: string;
  readonly token: string;
}

/** The real application, running in this process on free ports and databases of its own. */
export interface TestApp {
  readonly verselink: VerseLink;
  readonly config: Config;
  /** Base of the public listener, for example `http://127.0.0.1:41234`; of the private one for `internalUrl`. */
  readonly url: string;
  readonly internalUrl: string;
  readonly databases: { readonly mongodbUri: string; readonly redisUrl: string };
  /** No one signed in, on the public listener. */
  readonly anyone: Client;
  /** A new user, signed in. */
  user(options?: { readonly handle?: string; readonly site_admin?: boolean }): Promise<TestUser>;
  /** Stops the application and drops the databases, unless they were given. */
  close(): Promise<void>;
  /** Stops the application and leaves the databases. */
  stop(): Promise<void>;
}

/**
 * Starts the application.
 *
 *     const app = await startApp();
 *     afterAll(() => app.close());
 *     const ada = await app.user({ handle: 'Ada' });
 *     const answer = await ada.post('/organizations', { name: 'Test Squadron', tag: 'TEST' });
 */
export async function startApp(options: AppOptions = {}): Promise<TestApp> {
  const own = options.databases === undefined ? await openDatabases() : null;
  const databases = options.databases ?? own;
  if (databases === null) throw new Error('no databases');
  const config = loadConfig({
    NODE_ENV: 'test',
    RUN: options.run ?? 'api',
    PORT: '0',
    INTERNAL_PORT: '0',
    MONGODB_URI: databases.mongodbUri,
    REDIS_URL: databases.redisUrl,
    JWT_SECRET,
    INTERNAL_API_SECRET: INTERNAL_SECRET,
    DISCORD_BOT_TOKEN: 'test-bot-token',
    // Nothing listens there: a test without a sandbox never leaves the machine.
    DISCORD_API_URL: 'http://127.0.0.1:1/api',
    LOG_LEVEL: 'silent',
    RATE_LIMIT: 'off',
    ...options.env,
  });
  const verselink = await startVerseLink(config);
  const url = `http://127.0.0.1:${String(verselink.port)}`;
  const users = verselink.app.get(UsersRepository, { strict: false });
  const authentication = verselink.app.get(AuthenticationService, { strict: false });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= verselink.close());

  return {
    verselink,
    config,
    url,
    internalUrl: `http://127.0.0.1:${String(verselink.internalPort)}`,
    databases,
    anyone: new Client(url),
    user: async ({ handle = 'tester', site_admin } = {}) => {
      const discordId = nextDiscordId();
      const token = await authentication.issueToken({ discord_id: discordId, handle, site_admin });
      const user = await users.findByDiscordId(discordId);
      return Object.assign(new Client(url, token), { id: user?.id ?? '', discord_id: discordId, token });
    },
    stop,
    close: async () => {
      await stop();
      await own?.drop();
    },
  };
}

let lastDiscordId = 100_000_000_000_000_000n + BigInt(Date.now() % 1_000_000_000) * 100_000n;

/** A Discord id that no other call in this run gave. */
export function nextDiscordId(): string {
  lastDiscordId += 1n;
  return String(lastDiscordId);
}
