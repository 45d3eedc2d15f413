import { Client, GatewayIntentBits, Options, type ClientOptions } from 'discord.js';
import type { Sandbox } from '../../src/index.js';

/** The real discord.js, told nothing but the sandbox's address. */
export function botFor(sandbox: Sandbox, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMembers,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.GuildScheduledEvents,
      GatewayIntentBits.MessageContent,
      GatewayIntentBits.DirectMessages,
    ],
    rest: { api: sandbox.apiUrl },
    makeCache: Options.cacheEverything(),
    ...options,
  });
}

/** Logs in and waits until all guilds are there. */
export async function loggedIn(client: Client, sandbox: Sandbox): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => {
    client.once('clientReady', (it) => {
      resolve(it);
    });
  });
  await client.login(sandbox.token);
  return ready;
}

/** The next event of that name, or a rejection after a while. */
export async function next<T>(
  client: Client,
  event: string,
  matches: (value: T) => boolean = () => true,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event} came`)), 8_000);
    const listener = (value: T): void => {
      if (!matches(value)) return;
      clearTimeout(timer);
      client.off(event, listener as never);
      resolve(value);
    };
    client.on(event, listener as never);
  });
}
