import { Config, type RunPart } from './config.js';
import { ALIASES, environment, type EnvironmentVariable } from './environment.js';

/** What a program needs in order to start: one of the parts of `RUN`, or a command. */
type Need = RunPart | Command;

/** A program beside the server that needs less of the environment. */
type Command = 'token' | 'migrate' | 'resync' | 'doctor';

const NEEDED_BY: Readonly<Partial<Record<EnvironmentVariable, readonly Need[]>>> = {
  MONGODB_URI: ['api', 'bot', 'worker', 'token', 'migrate', 'resync', 'doctor'],
  REDIS_URL: ['api', 'bot', 'worker', 'resync', 'doctor'],
  JWT_SECRET: ['api', 'token'],
  INTERNAL_API_SECRET: ['api', 'bot', 'worker'],
  DISCORD_BOT_TOKEN: ['bot', 'worker', 'resync', 'doctor'],
};

/** The environment cannot be used. `message` lists every fault, one a line, and no value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly faults: readonly string[]) {
    super(
      `The configuration has ${String(faults.length)} fault${faults.length === 1 ? '' : 's'}:\n` +
        faults.map((fault) => `  - ${fault}`).join('\n') +
        '\nEvery variable is described in .env.example; `npm start` provides what is missing on a developer machine.',
    );
  }
}

/**
 * Reads and checks the environment. The only reader of `process.env` in the application.
 * @param program commands ask only for what they need; `server` asks by `RUN`
 * @param jobTypes the kinds of jobs that `JOB_POLICIES` may name; `null` where no job is tried
 * @throws ConfigError with every fault at once
 */
export function loadConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
  program: 'server' | Command = 'server',
  jobTypes: readonly string[] | null = null,
): Config {
  const parsed = environment.safeParse(withAliases(env));
  const faults = parsed.success ? [] : parsed.error.issues.map(describe);
  faults.push(...former(env));
  const run = parsed.success ? parsed.data.RUN : environment.shape.RUN.safeParse(env['RUN']).data;
  faults.push(
    ...missing(env, program === 'server' ? [...(run ?? (['api', 'bot', 'worker'] as const))] : [program]),
  );
  if (program === 'server') faults.push(...faultsTogether(env));
  if (jobTypes !== null) faults.push(...unknownJobTypes(env, jobTypes));
  if (!parsed.success || faults.length > 0) throw new ConfigError([...new Set(faults)]);
  const value = parsed.data;

  return new Config({
    run: value.RUN,
    mode: value.NODE_ENV,
    port: value.PORT,
    internalPort: value.INTERNAL_PORT,
    internalApiSecret: value.INTERNAL_API_SECRET ?? '',
    internalApiSecretFallback: value.INTERNAL_API_SECRET_FALLBACK ?? null,
    backendInternalUrl: value.BACKEND_INTERNAL_URL ?? 'http://localhost:8080',
    botInternalUrl: value.BOT_INTERNAL_URL ?? 'http://localhost:3000',
    botApiToken: value.DISCORD_BOT_API_TOKEN ?? value.INTERNAL_API_SECRET ?? '',
    discordBotToken: value.DISCORD_BOT_TOKEN ?? '',
    discordClientId: value.DISCORD_CLIENT_ID ?? null,
    discordClientSecret: value.DISCORD_CLIENT_SECRET ?? null,
    discordPublicKey: value.DISCORD_PUBLIC_KEY ?? null,
    discordWebhookSecrets: given(value.DISCORD_BOT_WEBHOOK_SECRET, value.DISCORD_BOT_WEBHOOK_SECRET_FALLBACK),
    webhookAllowHosts: value.WEBHOOK_ALLOW_HOSTS,
    stripeWebhookSecret: value.STRIPE_WEBHOOK_SECRET ?? null,
    discordApiUrl: value.DISCORD_API_URL,
    mainGuildId: value.MAIN_GUILD_ID ?? null,
    healthAlertWebhookUrl: value.HEALTH_ALERT_WEBHOOK_URL ?? null,
    healthAlertChannelId: value.HEALTH_ALERT_CHANNEL_ID ?? null,
    discordMembersIntent: value.DISCORD_MEMBERS_INTENT,
    discordMessageContentIntent: value.DISCORD_MESSAGE_CONTENT_INTENT,
    discordShards: value.DISCORD_SHARDS,
    mongodbUri: value.MONGODB_URI ?? '',
    migrateAtBoot: value.MIGRATE_AT_BOOT,
    redisUrl: value.REDIS_URL ?? '',
    redisSentinels: value.REDIS_SENTINELS,
    redisSentinelPassword: value.REDIS_SENTINEL_PASSWORD ?? null,
    jwtSecrets: given(value.JWT_SECRET, value.JWT_SECRET_FALLBACK),
    // What every process has serves where no key was set, so that nothing is kept in the clear.
    vaultSecrets: given(
      value.ENCRYPTION_KEY,
      value.ENCRYPTION_KEY_FALLBACK,
      value.INTERNAL_API_SECRET,
      value.INTERNAL_API_SECRET_FALLBACK,
    ),
    internalOnPublic: value.INTERNAL_ON_PUBLIC,
    publicUrl: value.PUBLIC_URL ?? `http://localhost:${String(value.PORT)}`,
    corsOrigins: value.CORS_ORIGINS,
    rateLimit: value.RATE_LIMIT,
    trustProxy: value.TRUST_PROXY ?? null,
    logLevel: value.LOG_LEVEL,
    jobPolicies: value.JOB_POLICIES,
    retentionDays: {
      botEvents: value.BOT_EVENT_RETENTION_DAYS,
      jobs: value.JOB_RETENTION_DAYS,
      notices: value.NOTICE_RETENTION_DAYS,
      rosters: value.ROSTER_RETENTION_DAYS,
      webhookDeliveries: value.WEBHOOK_DELIVERY_RETENTION_DAYS,
    },
    shutdownTimeoutMs: value.SHUTDOWN_TIMEOUT * 1_000,
  });
}

function withAliases(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const named = { ...env };
  for (const [name, alias] of Object.entries(ALIASES)) {
    if (isBlank(named[name])) named[name] = env[alias];
  }
  return named;
}

function missing(env: Readonly<Record<string, string | undefined>>, needs: readonly Need[]): string[] {
  return Object.entries(NEEDED_BY)
    .filter(([name, neededBy]) => neededBy.some((need) => needs.includes(need)) && isBlank(env[name]))
    .map(([name]) => `${name} is missing`);
}

/** Names that were given up, and what stands in their place: who still sets one expects it to do something. */
const FORMER: Readonly<Record<string, string>> = {
  DISCORD_PRIVILEGED_INTENTS: 'DISCORD_MEMBERS_INTENT and DISCORD_MESSAGE_CONTENT_INTENT',
};

function former(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(FORMER)
    .filter(([name]) => !isBlank(env[name]))
    .map(([name, successors]) => `${name} is read no more: set ${successors} instead`);
}

/** What is wrong with variables only in the light of others; each says by itself what is wrong with it alone. */
function faultsTogether(env: Readonly<Record<string, string | undefined>>): string[] {
  const { PORT, INTERNAL_PORT, RUN, NODE_ENV, PUBLIC_URL } = environment.shape;
  const named = withAliases(env);
  const faults: string[] = [];
  const port = PORT.safeParse(named['PORT']).data;
  const isPublic = RUN.safeParse(named['RUN']).data?.has('api') !== false;
  if (isPublic && port !== 0 && port === INTERNAL_PORT.safeParse(named['INTERNAL_PORT']).data)
    faults.push('INTERNAL_PORT must differ from PORT: each listener has its own');
  if (NODE_ENV.safeParse(named['NODE_ENV']).data === 'production') {
    const publicUrl = PUBLIC_URL.safeParse(named['PUBLIC_URL']).data;
    if (isBlank(named['PUBLIC_URL'])) faults.push('PUBLIC_URL is missing');
    else if (publicUrl !== undefined && isLoopback(new URL(publicUrl).hostname))
      faults.push('PUBLIC_URL must be an address that members can reach, not localhost');
    // Without them no one could sign in, and the first to find out would be a member.
    const forSignIn = isPublic ? ['DISCORD_CLIENT_ID', 'DISCORD_CLIENT_SECRET'] : [];
    faults.push(...forSignIn.filter((name) => isBlank(named[name])).map((name) => `${name} is missing`));
  }
  return faults;
}

function unknownJobTypes(
  { JOB_POLICIES }: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): string[] {
  const named = Object.keys(environment.shape.JOB_POLICIES.safeParse(JOB_POLICIES).data ?? {});
  if (named.every((type) => known.includes(type))) return [];
  return [`JOB_POLICIES may name only these kinds of jobs: ${known.join(', ')}`];
}

/** Names and addresses that lead to the machine itself, for everybody who follows them. */
function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(hostname);
}

function describe(issue: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  const name = issue.path.filter((part) => typeof part === 'string').join('.');
  return `${name} ${issue.message}`;
}

/** Those that are set, each once. */
function given(...values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}

function isBlank(value: string | undefined): boolean {
  return value === undefined || value.trim() === '';
}
