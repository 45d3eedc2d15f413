import ipaddr from 'ipaddr.js';
import { ConnectionString } from 'mongodb-connection-string-url';
import { z } from 'zod';
import { defined } from '../common/defined.js';
import { SNOWFLAKE } from '../common/snowflake.js';
import { RUN_PARTS } from './config.js';

// Messages name the rule and never the value: a misplaced secret must not reach a log.

/**
 * White space around a value is dropped: a secret that was read from a file often ends in a line break. Empty means not
 * set: `PORT=` in an env file or in docker-compose.
 */
function trimmed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  return text === '' ? undefined : text;
}

const port = (fallback: number) =>
  z.preprocess(
    trimmed,
    z
      .string()
      .regex(/^\d{1,5}$/, 'must be a port number, 0 to 65535')
      .transform(Number)
      .refine((value) => value <= 65_535, 'must be a port number, 0 to 65535')
      .default(fallback),
  );

const url = (protocols: readonly string[]) =>
  z
    .string()
    .refine(
      (value) =>
        URL.canParse(value) && protocols.includes(new URL(value).protocol) && new URL(value).host !== '',
      `must be a URL (${protocols.join(', ')})`,
    );

/** One server of Redis, and the number of its database. */
const redisUrl = url(['redis:', 'rediss:']).refine(
  (value) => !URL.canParse(value) || /^\/?\d{0,4}$/.test(new URL(value).pathname),
  'must end with the number of a database, or with none',
);

/** With the database named: without a name, the driver would make its collections in a database called `test`. */
const mongodbUri = z.string().superRefine((value, context) => {
  if (!/^mongodb(?:\+srv)?:\/\/[^/\s]/.test(value) || !isMongodbUri(value))
    context.addIssue({ code: 'custom', message: 'must be a URL (mongodb:, mongodb+srv:)' });
  else if (new ConnectionString(value).pathname.length <= 1)
    context.addIssue({ code: 'custom', message: 'must name the database: mongodb://…/verselink' });
});

const httpUrl = url(['http:', 'https:']).transform((value) => value.replace(/\/+$/, ''));

/** Visible ASCII alone: what a header cannot carry would make every call fail while the process looks healthy. */
const secret = (minLength = 1) =>
  z
    .string()
    .min(minLength, `must have at least ${String(minLength)} characters`)
    .regex(/^[\x21-\x7e]*$/, 'must not contain spaces, line breaks or characters outside of ASCII');

const snowflake = z.string().regex(SNOWFLAKE, 'must be a Discord id (17 to 20 digits)');

const seconds = (fallback: number) =>
  z.preprocess(
    trimmed,
    z
      .string()
      .regex(/^[1-9]\d{0,2}$/, 'must be a number of seconds, 1 to 999')
      .transform(Number)
      .default(fallback),
  );

const days = (fallback: number) =>
  z.preprocess(
    trimmed,
    z
      .string()
      .regex(/^[1-9]\d{0,3}$/, 'must be a number of days, 1 to 9999')
      .transform(Number)
      .default(fallback),
  );

const flag = (fallback: boolean) =>
  z.preprocess(
    trimmed,
    z
      .enum(['true', 'false', '1', '0'], 'must be true or false')
      .transform((value) => value === 'true' || value === '1')
      .default(fallback),
  );

/** `host`, `host:port` or `[v6]:port`, in a comma-separated list; as the URL standard writes hosts. */
const hostList = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((entry) => entry.trim().toLowerCase())
      .filter((entry) => entry !== ''),
  )
  .pipe(
    z.array(
      z
        .string()
        .regex(/^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/, 'must be a list of host or host:port'),
    ),
  );

const SENTINEL_PORT = 26_379;

/** `host:port` of each Sentinel; without a port, Sentinel's own. */
const sentinels = hostList.transform((hosts) =>
  hosts.map((entry) => {
    const [, host = '', port] = /^\[?(.+?)\]?(?::(\d+))?$/.exec(entry) ?? [];
    return { host, port: port === undefined ? SENTINEL_PORT : Number(port) };
  }),
);

/** `https://app.example.org`, as browsers write origins, in a comma-separated list. */
const origins = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
  )
  .pipe(
    z.array(
      z
        .string()
        .refine(
          (origin) => URL.canParse(origin) && new URL(origin).origin === origin,
          'must be a list of origins such as https://app.example.org',
        ),
    ),
  );

const UNITS_MS = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** `300/10s`: so many in such a time; `off` is `null`. */
const rate = z
  .string()
  .regex(/^(?:off|[1-9]\d{0,8}\/[1-9]\d{0,4}[smh])$/, 'must be a count and a time such as 300/10s, or off')
  .transform((value) => {
    const [, max, time, unit] = /^(\d+)\/(\d+)([smh])$/.exec(value) ?? [];
    if (unit === undefined) return null;
    return { max: Number(max), windowMs: Number(time) * UNITS_MS[unit as keyof typeof UNITS_MS] };
  });

/** How many proxies stand in front, or their addresses. */
const proxies = z
  .string()
  .transform((value) =>
    /^\d{1,2}$/.test(value) ? Number(value) : value.split(',').map((address) => address.trim()),
  )
  .refine(
    (value) => typeof value === 'number' || value.every(isAddress),
    'must be a number of proxies, or a list of addresses such as 10.0.0.0/8,::1',
  );

const DAY_MS = 86_400_000;
const wait = z.int().min(1).max(DAY_MS);

const jobPolicy = z
  .strictObject({
    max_retries: z.int().min(0).max(10_000).optional(),
    backoff_ms: wait.optional(),
    max_backoff_ms: wait.optional(),
  })
  .transform(({ max_retries, backoff_ms, max_backoff_ms }) =>
    defined({ maxRetries: max_retries, backoffMs: backoff_ms, maxBackoffMs: max_backoff_ms }),
  );

/** JSON that says how kinds of jobs are tried: each kind has any of the three. Which kinds there are, `loadConfig` is told. */
const jobPolicies = z
  .string()
  .default('{}')
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('must be JSON, such as {"webhook_delivery":{"max_retries":5}}');
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), jobPolicy, 'must be an object'));

const optional = <T extends z.ZodType>(schema: T) => z.preprocess(trimmed, schema.optional());

/**
 * Every variable, by its own name, with its type and default. Which of them must be there depends
 * on what the process does, and is decided in `load-config.ts`.
 */
export const environment = z.object({
  RUN: z.preprocess(
    trimmed,
    z
      .string()
      .default(RUN_PARTS.join(','))
      .transform((value) => value.split(',').map((part) => part.trim()))
      .pipe(z.array(z.enum(RUN_PARTS, `must be a comma-separated choice of ${RUN_PARTS.join(', ')}`)))
      .transform((parts) => new Set(parts)),
  ),
  NODE_ENV: z.preprocess(
    trimmed,
    z
      .enum(['production', 'development', 'test'], 'must be production, development or test')
      .default('development'),
  ),
  PORT: port(8080),
  INTERNAL_PORT: port(3000),
  INTERNAL_API_SECRET: optional(secret(32)),
  INTERNAL_API_SECRET_FALLBACK: optional(secret(32)),
  BACKEND_INTERNAL_URL: optional(httpUrl),
  BOT_INTERNAL_URL: optional(httpUrl),
  DISCORD_BOT_API_TOKEN: optional(secret(32)),
  DISCORD_BOT_TOKEN: optional(secret()),
  DISCORD_CLIENT_ID: optional(snowflake),
  DISCORD_CLIENT_SECRET: optional(secret()),
  DISCORD_PUBLIC_KEY: optional(z.string().regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits')),
  DISCORD_BOT_WEBHOOK_SECRET: optional(secret(16)),
  DISCORD_BOT_WEBHOOK_SECRET_FALLBACK: optional(secret(16)),
  WEBHOOK_ALLOW_HOSTS: z.preprocess(trimmed, hostList),
  STRIPE_WEBHOOK_SECRET: optional(secret(16)),
  DISCORD_API_URL: z.preprocess(trimmed, httpUrl.default('https://discord.com/api')),
  HEALTH_ALERT_CHANNEL_ID: optional(snowflake),
  HEALTH_ALERT_WEBHOOK_URL: optional(url(['http:', 'https:'])),
  DISCORD_MEMBERS_INTENT: flag(true),
  DISCORD_MESSAGE_CONTENT_INTENT: flag(false),
  DISCORD_SHARDS: z.preprocess(
    trimmed,
    z
      .string()
      .regex(/^[1-9]\d{0,2}$/, 'must be a number of connections, 1 to 999')
      .transform(Number)
      .default(1),
  ),
  MAIN_GUILD_ID: optional(snowflake),
  MONGODB_URI: optional(mongodbUri),
  MIGRATE_AT_BOOT: flag(true),
  REDIS_URL: optional(redisUrl),
  REDIS_SENTINELS: z.preprocess(trimmed, sentinels),
  REDIS_SENTINEL_PASSWORD: optional(secret()),
  JWT_SECRET: optional(secret(32)),
  JWT_SECRET_FALLBACK: optional(secret(32)),
  ENCRYPTION_KEY: optional(secret(32)),
  ENCRYPTION_KEY_FALLBACK: optional(secret(32)),
  INTERNAL_ON_PUBLIC: flag(true),
  PUBLIC_URL: optional(httpUrl),
  CORS_ORIGINS: z.preprocess(trimmed, origins),
  RATE_LIMIT: z.preprocess(trimmed, z.string().default('300/10s').pipe(rate)),
  TRUST_PROXY: optional(proxies),
  LOG_LEVEL: z.preprocess(
    trimmed,
    z
      .enum(
        ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
        'must be fatal, error, warn, info, debug, trace or silent',
      )
      .default('info'),
  ),
  SHUTDOWN_TIMEOUT: seconds(25),
  BOT_EVENT_RETENTION_DAYS: days(90),
  JOB_RETENTION_DAYS: days(7),
  NOTICE_RETENTION_DAYS: days(90),
  ROSTER_RETENTION_DAYS: days(730),
  WEBHOOK_DELIVERY_RETENTION_DAYS: days(30),
  JOB_POLICIES: z.preprocess(trimmed, jobPolicies),
});

export type EnvironmentVariable = keyof typeof environment.shape;

/** Other names under which a variable is also read. */
export const ALIASES: Readonly<Partial<Record<EnvironmentVariable, string>>> = {
  INTERNAL_PORT: 'INTERNAL_API_PORT',
  BOT_INTERNAL_URL: 'DISCORD_BOT_API_URL',
  MAIN_GUILD_ID: 'MODDY_GUILD_ID',
};

function isMongodbUri(value: string): boolean {
  try {
    return new ConnectionString(value).hosts.every((host) => /^(?:\[.+\]|[^:]+)(?::\d{1,5})?$/.test(host));
  } catch {
    return false;
  }
}

function isAddress(text: string): boolean {
  return (
    ['loopback', 'linklocal', 'uniquelocal'].includes(text) ||
    ipaddr.isValid(text) ||
    ipaddr.isValidCIDR(text)
  );
}
