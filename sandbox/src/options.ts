import type { Locale } from 'discord-api-types/v10';
import type { Clock } from './world/clock.js';

/** Numbers of the rate limits; see `rest/rate-limits.ts` for what each one limits. */
export interface RateLimitOptions {
  /** False switches all rate limits off. */
  enabled: boolean;
  /** Requests per second of the whole bot, interaction callbacks and follow-ups excepted. */
  globalPerSecond: number;
  /** Answers 401, 403 and 429 to an address in ten minutes, beyond which it is shut out. */
  invalidPerTenMinutes: number;
  /** Milliseconds in which a bot may identify once. */
  identifyWindowMs: number;
  /** Shards that may identify at once in such a window (`max_concurrency`). */
  maxConcurrency: number;
  /** Times a day that a bot may identify; beyond it its token is reset. */
  identifiesPerDay: number;
}

/** What a sandbox can be told. Everything has a default. */
export interface SandboxOptions {
  /** Port to listen on; 0 (the default of the library) takes a free one. */
  port?: number;
  /** Host name to listen on; `localhost` (the default) is 127.0.0.1 and, where there is one, ::1. */
  host?: string;
  /** Folder that remembers the world between starts; without it, memory only. */
  dataDir?: string;
  /** Folder of the fixtures, as JSON files; that of `dataDir`, or memory, unless told. */
  fixturesDir?: string;
  /** What the application and its bot are called; `Sandbox bot` by default. */
  name?: string;
  /** The bot's token; a fixed development token by default. */
  token?: string;
  /** The application's OAuth2 secret. */
  clientSecret?: string;
  /** Addresses that OAuth2 may send people back to; with none, the default, any. */
  redirectUris?: string[];
  /** Where interactions go over HTTP (transport `http`); null: nowhere. */
  interactionsEndpointUrl?: string | null;
  /** Path of Discord's OpenAPI description; null checks nothing; absent: looked for in the usual places. */
  openapi?: string | null;
  /** Whether the sandbox's own answers are checked, too; true by default, false on the command line. */
  checkAnswers?: boolean;
  /** Compiles all checks after the start, between requests, so that none of the first ones waits; false by default. */
  warmUp?: boolean;
  /** Language of the people of `POST /sandbox/guilds` of whom none is told; `fr` by default. */
  defaultLocale?: `${Locale}`;
  rateLimits?: Partial<RateLimitOptions>;
  /** Milliseconds within which an interaction must be acknowledged. */
  interactionDeadlineMs?: number;
  /** Milliseconds between two heartbeats of a gateway client. */
  heartbeatIntervalMs?: number;
  /** Intents granted to the application; of these only the privileged ones count, which all are granted by default. */
  allowedIntents?: number;
  /** Seed of whatever is random. */
  seed?: number;
  /** Where the time comes from; tests may give their own. */
  clock?: Clock;
}

/** The token that a sandbox accepts when it is told no other. Good for nothing but sandboxes. */
export const DEVELOPMENT_TOKEN =
  'MTE2MDAwMDAwMDAwMDAwMDAwMQ.GSandB.verselink-sandbox-development-token-000001';

/** The application's id (and its bot user's): what the first part of the development token says. */
export const APPLICATION_ID = '1160000000000000001';

/** OAuth2 secret that goes with the development token. */
export const DEVELOPMENT_CLIENT_SECRET = 'verselink-sandbox-client-secret';
