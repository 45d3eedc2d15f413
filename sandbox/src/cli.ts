#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { GatewayIntentBits, Locale } from 'discord-api-types/v10';
import type { SandboxClient } from './client/client.js';
import type { SandboxOptions } from './options.js';
import { createSandbox } from './sandbox.js';

const HELP = `discord-sandbox: a stand-in for Discord to develop and test bots against

  --port N           port to listen on, loopback only (SANDBOX_PORT; 4000)
  --server NAME      make a server of this name with two members and two channels, if there is no server
  --name NAME        what the bot is called (Sandbox bot)
  --data DIR         remember everything in this folder; without it, in memory only
  --fixtures DIR     folder of servers kept under a name, as JSON files (that of --data, or memory)
  --token TOKEN      the bot token to accept (DISCORD_BOT_TOKEN; a fixed development token)
  --endpoint URL     where HTTP interactions go
  --redirect-uri URI where OAuth2 may send people back to; may be repeated; without it, anywhere
  --openapi FILE     Discord's OpenAPI description (DISCORD_OPENAPI)
  --check-answers    check the sandbox's own answers against it, too
  --locale LOCALE    language of people of whom none is told (SANDBOX_LOCALE; fr)
  --intents LIST     privileged intents granted: members, presences, content, several with commas, or none (all)
  --no-rate-limits   answer as fast as asked
  --seed N           seed of whatever is random
  --help             this text
`;

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    server: { type: 'string' },
    name: { type: 'string' },
    data: { type: 'string' },
    fixtures: { type: 'string' },
    token: { type: 'string' },
    endpoint: { type: 'string' },
    'redirect-uri': { type: 'string', multiple: true },
    openapi: { type: 'string' },
    'check-answers': { type: 'boolean' },
    locale: { type: 'string' },
    intents: { type: 'string' },
    'no-rate-limits': { type: 'boolean' },
    seed: { type: 'string' },
    help: { type: 'boolean' },
  },
});

if (values.help) process.stdout.write(HELP);
else await run();

async function run(): Promise<void> {
  const port = Number(values.port ?? process.env['SANDBOX_PORT'] ?? 4_000);
  try {
    const sandbox = await createSandbox(optionsFor(port));
    if (values.server !== undefined) await ensureServer(sandbox.client, values.server);
    process.stdout.write(
      `Discord sandbox ready at http://localhost:${sandbox.port} (API ${sandbox.apiUrl}, token ${sandbox.token})\n`,
    );
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
    }
  } catch (error) {
    const taken = (error as { code?: string }).code === 'EADDRINUSE';
    const reason = taken
      ? `port ${port} is taken: set SANDBOX_PORT (or --port) to a free one`
      : error instanceof Error
        ? error.message
        : String(error);
    process.stderr.write(`The Discord sandbox cannot start: ${reason}\n`);
    process.exit(1);
  }
}

/** A first server, for who has none yet. */
async function ensureServer(client: SandboxClient, name: string): Promise<void> {
  if ((await client.listGuilds()).length > 0) return;
  await client.makeGuild({
    name,
    members: [{ username: 'ada' }, { username: 'bob' }],
    channels: [{ name: 'general' }, { name: 'Voice', type: 2 }],
  });
}

function optionsFor(port: number): SandboxOptions {
  const token = values.token ?? process.env['DISCORD_BOT_TOKEN'];
  const locale = values.locale ?? process.env['SANDBOX_LOCALE'];
  return {
    port,
    warmUp: true,
    checkAnswers: values['check-answers'] ?? false,
    ...(locale ? { defaultLocale: readLocale(locale) } : {}),
    ...(values.name === undefined ? {} : { name: values.name }),
    ...(values.fixtures === undefined ? {} : { fixturesDir: values.fixtures }),
    ...(values.data === undefined ? {} : { dataDir: values.data }),
    ...(token ? { token } : {}),
    ...(values.endpoint === undefined ? {} : { interactionsEndpointUrl: values.endpoint }),
    ...(values['redirect-uri'] === undefined ? {} : { redirectUris: values['redirect-uri'] }),
    ...(values.openapi === undefined ? {} : { openapi: values.openapi }),
    ...(values.intents === undefined ? {} : { allowedIntents: readIntents(values.intents) }),
    ...(values['no-rate-limits'] ? { rateLimits: { enabled: false } } : {}),
    ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
  };
}

function readLocale(text: string): Locale {
  const known: string[] = Object.values(Locale);
  if (!known.includes(text)) throw new Error(`Discord has no locale ${text}`);
  return text as Locale;
}

const PRIVILEGED: Readonly<Record<string, number>> = {
  none: 0,
  members: GatewayIntentBits.GuildMembers,
  presences: GatewayIntentBits.GuildPresences,
  content: GatewayIntentBits.MessageContent,
};

function readIntents(list: string): number {
  return list.split(',').reduce((all, name) => {
    const intent = PRIVILEGED[name.trim()];
    if (intent === undefined) throw new Error(`there is no privileged intent ${name.trim()}`);
    return all | intent;
  }, 0);
}
