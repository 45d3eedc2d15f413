import { inspect } from 'node:util';
import type { Rate } from '../common/limit.js';

/** What a process can do: `RUN` names any of them. */
export const RUN_PARTS = ['api', 'bot', 'worker'] as const;
export type RunPart = (typeof RUN_PARTS)[number];

export type Mode = 'production' | 'development' | 'test';

/** By kind of job, what is otherwise than in the catalogue. */
export type JobPolicyOverrides = Readonly<
  Record<
    string,
    { readonly maxRetries?: number; readonly backoffMs?: number; readonly maxBackoffMs?: number }
  >
>;

/**
 * The configuration of this process: checked at boot, frozen, and injected where it is needed by this class.
 * Made only by `loadConfig`. Printing it shows nothing, because it holds secrets.
 */
export class Config {
  /** What this process does. */
  readonly run: ReadonlySet<RunPart>;
  readonly mode: Mode;
  /** Public listener; 0 takes any free port (tests). */
  readonly port: number;
  /** Private listener; 0 takes any free port (tests). */
  readonly internalPort: number;
  /** Bearer secret that guards `/internal/*` and `/metrics`. */
  readonly internalApiSecret: string;
  /** Accepted as well, while the secret is being changed. */
  readonly internalApiSecretFallback: string | null;
  /** Where the bot finds the backend. */
  readonly backendInternalUrl: string;
  /** Where the backend finds the bot. */
  readonly botInternalUrl: string;
  /** Bearer that the backend shows to the bot. */
  readonly botApiToken: string;
  /** `''` when this process does not talk to Discord. */
  readonly discordBotToken: string;
  readonly discordClientId: string | null;
  readonly discordClientSecret: string | null;
  /** Ed25519 key of HTTP interactions, in hex. */
  readonly discordPublicKey: string | null;
  /** HMAC keys of incoming webhooks: the key and, while it is being changed, the other one. */
  readonly discordWebhookSecrets: readonly string[];
  /** Where outgoing webhooks may go although it is not public or not https: `host` or `host:port`. For development. */
  readonly webhookAllowHosts: readonly string[];
  /** Verifies Stripe's webhooks; `null` when payments are not taken. */
  readonly stripeWebhookSecret: string | null;
  /** Discord's REST base without a version, for example `https://discord.com/api`. */
  readonly discordApiUrl: string;
  /** The server in which `/internal/roles/update` works. */
  readonly mainGuildId: string | null;
  /** The Discord channel that is told when a half of VerseLink goes away or comes back. */
  readonly healthAlertChannelId: string | null;
  /** An incoming webhook of Slack's form that is told of the same. */
  readonly healthAlertWebhookUrl: string | null;
  /** Whether the bot asks Discord for what has to be switched on in the developer portal: to hear of members, to count messages. */
  readonly discordMembersIntent: boolean;
  readonly discordMessageContentIntent: boolean;
  /** Connections to Discord's gateway; servers are spread over them. */
  readonly discordShards: number;
  readonly mongodbUri: string;
  /** Whether this process runs migrations that are due when it starts; else it refuses to start. */
  readonly migrateAtBoot: boolean;
  /** One server; with `redisSentinels` its host is the name under which they watch the primary. */
  readonly redisUrl: string;
  /** The Sentinels that know where the primary is; empty when `redisUrl` leads there itself. */
  readonly redisSentinels: readonly { readonly host: string; readonly port: number }[];
  /** What the Sentinels themselves ask for; `null` when nothing. */
  readonly redisSentinelPassword: string | null;
  /** The first signs access tokens, each verifies them; empty where none are read or made. */
  readonly jwtSecrets: readonly string[];
  /** The first encrypts secrets that are kept in the database, each decrypts them. */
  readonly vaultSecrets: readonly string[];
  /** Whether the backend's `/internal/*` is on the public listener (else on the private one). */
  readonly internalOnPublic: boolean;
  /** Base of links that people see, without a trailing slash. */
  readonly publicUrl: string;
  /** Origins whose pages may use the public API; empty when none may. */
  readonly corsOrigins: readonly string[];
  /** Requests on the public listener, for each token or address; `null` when they are not limited. */
  readonly rateLimit: Rate | null;
  /** The proxies whose `X-Forwarded-For` counts: how many, or their addresses; `null` when there are none. */
  readonly trustProxy: number | string[] | null;
  readonly logLevel: string;
  /** How kinds of jobs are tried, where the operator wants it otherwise than the catalogue. */
  readonly jobPolicies: JobPolicyOverrides;
  /** How many days the bot's reports are kept; their counts stay. */
  readonly retentionDays: Readonly<
    Record<'botEvents' | 'jobs' | 'notices' | 'rosters' | 'webhookDeliveries', number>
  >;
  /** How long the process may take to finish what is under way when it is told to stop. */
  readonly shutdownTimeoutMs: number;

  constructor(values: ConfigValues) {
    Object.assign(this, values);
    Object.freeze(this);
  }

  /** Every value that must never be printed. */
  secrets(): string[] {
    return [
      this.internalApiSecret,
      this.botApiToken,
      this.discordBotToken,
      this.discordClientSecret,
      this.stripeWebhookSecret,
      ...this.discordWebhookSecrets,
      ...this.jwtSecrets,
      ...this.vaultSecrets,
      this.redisSentinelPassword,
      // Such an address holds the key to the channel.
      this.healthAlertWebhookUrl,
    ].filter((secret): secret is string => secret !== null && secret !== '');
  }

  toJSON(): string {
    return '[Config]';
  }

  [inspect.custom](): string {
    return '[Config]';
  }
}

/** The fields of a `Config`, without its methods. */
export type ConfigValues = Omit<Config, 'secrets' | 'toJSON' | typeof inspect.custom>;
