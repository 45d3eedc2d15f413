import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ALIASES, environment } from './environment.js';
import { ConfigError, loadConfig } from './load-config.js';

const SECRET = 'a-secret-of-more-than-32-characters!';
const forSignIn = {
  DISCORD_CLIENT_ID: '100000000000000001',
  DISCORD_CLIENT_SECRET: 'client-secret',
} as const;
const complete = {
  MONGODB_URI: 'mongodb://127.0.0.1:27017/verselink',
  REDIS_URL: 'redis://127.0.0.1:6379',
  JWT_SECRET: SECRET,
  INTERNAL_API_SECRET: SECRET,
  DISCORD_BOT_TOKEN: 'bot-token',
};

/** The message of the refusal. */
function refusal(env: Record<string, string>, program: 'server' | 'token' = 'server'): string {
  try {
    loadConfig(env, program, ['manage_roles', 'webhook_delivery']);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

describe('loadConfig', () => {
  it('fills every default of the contract', () => {
    const config = loadConfig(complete);
    expect([...config.run]).toEqual(['api', 'bot', 'worker']);
    expect(config).toMatchObject({
      mode: 'development',
      port: 8080,
      internalPort: 3000,
      backendInternalUrl: 'http://localhost:8080',
      botInternalUrl: 'http://localhost:3000',
      botApiToken: SECRET,
      discordApiUrl: 'https://discord.com/api',
      mainGuildId: null,
      internalOnPublic: true,
      publicUrl: 'http://localhost:8080',
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('reads the other names of three variables, the first name winning', () => {
    const aliases = {
      INTERNAL_API_PORT: '3001',
      DISCORD_BOT_API_URL: 'http://bot:3001/',
      MODDY_GUILD_ID: '123456789012345678',
    };
    expect(loadConfig({ ...complete, ...aliases })).toMatchObject({
      internalPort: 3001,
      botInternalUrl: 'http://bot:3001',
      mainGuildId: '123456789012345678',
    });
    expect(loadConfig({ ...complete, ...aliases, INTERNAL_PORT: '3002' }).internalPort).toBe(3002);
  });

  it('reads how kinds of jobs are tried, and refuses what is none, by its place', () => {
    const policies = { webhook_delivery: { max_retries: 5, backoff_ms: 10 }, manage_roles: {} };
    expect(loadConfig({ ...complete, JOB_POLICIES: JSON.stringify(policies) }).jobPolicies).toEqual({
      webhook_delivery: { maxRetries: 5, backoffMs: 10 },
      manage_roles: {},
    });
    expect(loadConfig(complete).jobPolicies).toEqual({});
    expect(refusal({ ...complete, JOB_POLICIES: '{oops' })).toContain('JOB_POLICIES must be JSON');
    expect(refusal({ ...complete, JOB_POLICIES: '{"coffee":{}}' })).toContain(
      'JOB_POLICIES may name only these kinds of jobs: manage_roles, webhook_delivery',
    );
    expect(refusal({ ...complete, JOB_POLICIES: '{"coffee":{}}', PORT: '70000' })).toContain('2 faults');
    expect(refusal({ ...complete, JOB_POLICIES: '{"manage_roles":{"max_retries":-1}}' })).toContain(
      'JOB_POLICIES.manage_roles.max_retries ',
    );
    expect(refusal({ ...complete, JOB_POLICIES: '{"manage_roles":{"tries":1}}' })).toContain(
      'JOB_POLICIES.manage_roles ',
    );
  });

  it('lists every fault at once, missing and malformed alike, and shows no value', () => {
    const message = refusal({
      MONGODB_URI: 'http://user:hunter2@somewhere',
      JWT_SECRET: 'hunter2',
      PORT: '70000',
      RUN: 'api,hunter2',
      MAIN_GUILD_ID: 'hunter2',
      INTERNAL_ON_PUBLIC: 'perhaps',
      DISCORD_BOT_TOKEN: 'hunter2 hunter2',
    });
    for (const name of [
      'MONGODB_URI must be a URL',
      'JWT_SECRET must have at least 32',
      'PORT must be a port',
      'RUN must be',
      'MAIN_GUILD_ID must be',
      'INTERNAL_ON_PUBLIC must be',
      'DISCORD_BOT_TOKEN must not',
      'REDIS_URL is missing',
      'INTERNAL_API_SECRET is missing',
    ]) {
      expect(message).toContain(name);
    }
    expect(message).not.toContain('hunter2');
  });

  it('names the successors of a variable that was given up, whatever its value', () => {
    const former = {
      DISCORD_PRIVILEGED_INTENTS: 'DISCORD_MEMBERS_INTENT and DISCORD_MESSAGE_CONTENT_INTENT',
    };
    for (const [name, successors] of Object.entries(former)) {
      for (const value of ['true', 'false'])
        expect(refusal({ ...complete, [name]: value })).toContain(
          `  - ${name} is read no more: set ${successors} instead\n`,
        );
      expect(loadConfig({ ...complete, [name]: '' }).run.size).toBe(3);
    }
  });

  it('asks for a bot token only where one is used', () => {
    const { DISCORD_BOT_TOKEN: _token, ...rest } = complete;
    expect(loadConfig({ ...rest, RUN: 'api' }).discordBotToken).toBe('');
    expect(refusal({ ...rest, RUN: 'bot' })).toContain('DISCORD_BOT_TOKEN is missing');
    expect(refusal({ ...rest, RUN: 'api,worker' })).toContain('DISCORD_BOT_TOKEN is missing');
  });

  it('asks for the key of access tokens only where they are read or made', () => {
    const { JWT_SECRET: _key, ...rest } = complete;
    expect(loadConfig({ ...rest, RUN: 'bot,worker' }).jwtSecrets).toEqual([]);
    expect(refusal({ ...rest, RUN: 'api' })).toContain('JWT_SECRET is missing');
  });

  it('asks the token command for the database and the key alone', () => {
    const { MONGODB_URI, JWT_SECRET } = complete;
    expect(loadConfig({ MONGODB_URI, JWT_SECRET }, 'token').mongodbUri).toBe(MONGODB_URI);
    expect(refusal({ MONGODB_URI }, 'token')).toContain('JWT_SECRET is missing');
    expect(refusal({ MONGODB_URI }, 'token')).not.toContain('REDIS_URL');
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ ...complete, PORT: '', MAIN_GUILD_ID: ' ' })).toMatchObject({
      port: 8080,
      mainGuildId: null,
    });
    expect(refusal({ ...complete, JWT_SECRET: '' })).toContain('JWT_SECRET is missing');
  });

  it('drops white space around a value, such as the line break at the end of a file', () => {
    const padded = Object.fromEntries(
      Object.entries(complete).map(([name, value]) => [name, ` ${value}\r\n`]),
    );
    expect(loadConfig(padded)).toEqual(loadConfig(complete));
  });

  it.each(Object.keys(environment.shape).filter((name) => /SECRET|TOKEN/.test(name)))(
    'refuses a %s that no header can carry, and does not show it',
    (name) => {
      for (const inside of [' ', '\t', '\n', '\r', '\0', '\x7f', '\u00a0', 'é', '😀']) {
        const message = refusal({ ...complete, [name]: `hunter2${inside}${SECRET}` });
        expect(message).toContain(`${name} must not contain`);
        expect(message).not.toContain('hunter2');
      }
    },
  );

  it.each([
    ['10/1s', { max: 10, windowMs: 1_000 }],
    ['3000/5m', { max: 3_000, windowMs: 300_000 }],
    ['', { max: 300, windowMs: 10_000 }],
    ['off', null],
  ])('reads the limit %j', (given, rateLimit) => {
    expect(loadConfig({ ...complete, RATE_LIMIT: given }).rateLimit).toEqual(rateLimit);
  });

  it.each(['300', '0/10s', '300/0s', '-1/10s', '300/10', '300/10 s', 'on', 'off/10s'])(
    'refuses the limit %j',
    (rateLimit) => {
      expect(refusal({ ...complete, RATE_LIMIT: rateLimit })).toContain('RATE_LIMIT must be');
    },
  );

  it.each([
    ['1', 1],
    ['10.0.0.0/8, ::1,loopback', ['10.0.0.0/8', '::1', 'loopback']],
    ['', null],
  ])('reads the proxies %j', (given, trustProxy) => {
    expect(loadConfig({ ...complete, TRUST_PROXY: given }).trustProxy).toEqual(trustProxy);
  });

  it.each(['true', '*', '-1', '10.0.0.0/40', '10.0.0.1,', 'proxy.example.org'])(
    'refuses the proxies %j',
    (trustProxy) => {
      expect(refusal({ ...complete, TRUST_PROXY: trustProxy })).toContain('TRUST_PROXY must be');
    },
  );

  it('reads Sentinels, with their own port when none is said', () => {
    expect(loadConfig({ ...complete, REDIS_SENTINELS: 'a, b:26380,[::1]:26381' }).redisSentinels).toEqual([
      { host: 'a', port: 26_379 },
      { host: 'b', port: 26_380 },
      { host: '::1', port: 26_381 },
    ]);
    expect(loadConfig(complete).redisSentinels).toEqual([]);
    expect(refusal({ ...complete, REDIS_SENTINELS: 'redis://a' })).toContain('REDIS_SENTINELS must be');
  });

  it('takes a second secret besides each, while it is being changed', () => {
    const other = SECRET.toUpperCase();
    const config = loadConfig({
      ...complete,
      JWT_SECRET_FALLBACK: other,
      INTERNAL_API_SECRET_FALLBACK: other,
      DISCORD_BOT_WEBHOOK_SECRET: SECRET,
      DISCORD_BOT_WEBHOOK_SECRET_FALLBACK: other,
    });
    expect(config).toMatchObject({
      jwtSecrets: [SECRET, other],
      internalApiSecretFallback: other,
      discordWebhookSecrets: [SECRET, other],
      vaultSecrets: [SECRET, other],
    });
    const ENCRYPTION_KEY = 'k'.repeat(32);
    expect(loadConfig({ ...complete, ENCRYPTION_KEY }).vaultSecrets).toEqual([ENCRYPTION_KEY, SECRET]);
  });

  it.each([
    ['MONGODB_URI', 'mongodb://127.0.0.1:27017', 'must name the database'],
    ['MONGODB_URI', 'mongodb://127.0.0.1:27017/', 'must name the database'],
    ['MONGODB_URI', 'mongodb://hunter2:hun@ter2@host/db', 'must be a URL'],
    ['MONGODB_URI', 'mongodb://host:hunter2/db', 'must be a URL'],
    ['REDIS_URL', 'redis://', 'must be a URL'],
    ['REDIS_URL', 'redis://host:hunter2', 'must be a URL'],
    ['REDIS_URL', 'redis://host/hunter2', 'must end with the number'],
    ['BOT_INTERNAL_URL', 'http://', 'must be a URL'],
    ['DISCORD_API_URL', 'https://host:99999', 'must be a URL'],
  ])('refuses %s=%s', (name, value, message) => {
    const refused = refusal({ ...complete, [name]: value });
    expect(refused).toContain(`${name} ${message}`);
    expect(refused).not.toContain('hunter2');
  });

  it('refuses one port for two listeners', () => {
    const same = { ...complete, PORT: '3000' };
    expect(refusal(same)).toContain('INTERNAL_PORT must differ from PORT');
    expect(refusal({ ...complete, INTERNAL_API_PORT: '8080' })).toContain('INTERNAL_PORT must differ');
    expect(loadConfig({ ...same, RUN: 'bot' }).internalPort).toBe(3000);
    expect(loadConfig({ ...complete, PORT: '0', INTERNAL_PORT: '0' }).port).toBe(0);
  });

  it.each([
    [undefined, 'PUBLIC_URL is missing'],
    ['http://localhost:8080', 'not localhost'],
    ['https://app.localhost', 'not localhost'],
    ['http://127.0.0.1', 'not localhost'],
    ['http://[::1]:8080', 'not localhost'],
  ])('refuses the PUBLIC_URL %s in production, where members follow it', (url, message) => {
    const production = {
      ...complete,
      ...forSignIn,
      NODE_ENV: 'production',
      ...(url !== undefined && { PUBLIC_URL: url }),
    };
    expect(refusal(production)).toContain(message);
    const reachable = { ...production, PUBLIC_URL: 'https://verselink.example.org/' };
    expect(loadConfig(reachable).publicUrl).toBe('https://verselink.example.org');
  });

  it('refuses an api in production in which no one could sign in', () => {
    const production = { ...complete, NODE_ENV: 'production', PUBLIC_URL: 'https://verselink.example.org' };
    expect(refusal({ ...production, RUN: 'api' })).toContain('DISCORD_CLIENT_ID is missing');
    expect(refusal({ ...production, RUN: 'api' })).toContain('DISCORD_CLIENT_SECRET is missing');
    expect(loadConfig({ ...production, RUN: 'bot,worker' }).discordClientId).toBeNull();
    expect(loadConfig({ ...production, ...forSignIn }).discordClientId).toBe(forSignIn.DISCORD_CLIENT_ID);
    expect(loadConfig(complete).discordClientId).toBeNull();
  });

  it('accepts a MongoDB URI with several hosts', () => {
    const uri = 'mongodb://a:1,b:2,c:3/verselink?replicaSet=rs0';
    expect(loadConfig({ ...complete, MONGODB_URI: uri }).mongodbUri).toBe(uri);
  });

  it('shows nothing when printed', () => {
    const config = loadConfig(complete);
    expect(inspect(config) + JSON.stringify({ config })).not.toContain(SECRET);
  });
});

describe('.env.example', () => {
  it('describes every variable that is read, and its other names', () => {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    for (const name of [...Object.keys(environment.shape), ...Object.values(ALIASES)]) {
      expect(example, name).toMatch(new RegExp(`\\b${name}\\b`));
    }
  });
});
