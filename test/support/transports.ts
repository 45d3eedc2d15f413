import { startApp, type TestApp } from './app.js';
import type { TestDiscord } from './discord.js';

/** The two ways in which Discord tells of interactions. */
export const TRANSPORTS = ['gateway', 'http'] as const;
type Transport = (typeof TRANSPORTS)[number];

/** An application that hears of interactions in one way. */
export interface Answering {
  /** Takes the tests' requests; over HTTP, interactions too, and is not connected to the gateway. */
  readonly app: TestApp;
  close(): Promise<void>;
}

/** Starts VerseLink and has Discord send its interactions in one of the two ways. */
export async function startAnswering(discord: TestDiscord, transport: Transport): Promise<Answering> {
  if (transport === 'gateway') {
    const app = await startApp({ run: 'api,bot,worker', env: discord.env });
    return { app, close: () => app.close() };
  }
  // Commands are registered, and Discord's events heard, by a bot beside it.
  const bot = await startApp({ run: 'bot', env: discord.env });
  const app = await startApp({ run: 'api,worker', env: discord.env, databases: bot.databases });
  await discord.sendInteractionsTo(`${app.url}/api/v1/discord/events/interactions`);
  return {
    app,
    close: async () => {
      await app.stop();
      await bot.close();
    },
  };
}
