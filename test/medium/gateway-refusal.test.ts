import { Logger } from '@nestjs/common';
import { GatewayIntentBits as Intents } from 'discord.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { INTERNAL_SECRET, startApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';

// What the bot does when Discord refuses it. Only the hour until the next try is not waited for.

const HOUR_MS = 3_600_000;
const UNPRIVILEGED = Intents.Guilds | Intents.GuildScheduledEvents | Intents.GuildModeration;

const cleanups: (() => Promise<void>)[] = [];
/** Gateway errors that were logged. */
let told: string[];
/** What is to be done in an hour. */
let inAnHour: (() => void)[];

beforeEach(() => {
  told = [];
  inAnHour = [];
  vi.spyOn(Logger.prototype, 'error').mockImplementation((message: unknown) => {
    told.push(String(message));
  });
  vi.spyOn(Logger.prototype, 'warn').mockImplementation((...said: unknown[]) => {
    told.push(String(said.at(-1)));
  });
  const realSetTimeout = globalThis.setTimeout;
  const noting = (work: (...input: unknown[]) => void, ms?: number, ...input: unknown[]) => {
    if (ms === HOUR_MS) inAnHour.push(work);
    return realSetTimeout(work, ms, ...input);
  };
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(noting as typeof setTimeout);
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  vi.restoreAllMocks();
});

async function startBot(
  sandbox: Parameters<typeof startDiscord>[0] = {},
  env: Record<string, string> = {},
): Promise<{ discord: TestDiscord; health: () => Promise<string> }> {
  const discord = await startDiscord(sandbox);
  cleanups.push(() => discord.close());
  const bot = await startApp({ run: 'bot', env: { ...discord.env, ...env } });
  cleanups.push(() => bot.close());
  const toBot = new Client(bot.internalUrl, INTERNAL_SECRET);
  return {
    discord,
    health: async () => (await toBot.get<{ status: string }>('/internal/health')).body.status,
  };
}

it('comes back an hour after it was closed for good while running', async () => {
  const { discord, health } = await startBot();
  await expect.poll(health).toBe('healthy');
  for (const code of [4004, 4013, 4014]) {
    await discord.control('POST', '/gateway', { action: 'close', code });
    await expect.poll(health).toBe('unhealthy');
    expect(told.splice(0)).toEqual([expect.stringContaining(String(code))]);
    const [tryAgain, ...others] = inAnHour.splice(0);
    expect(others).toEqual([]);
    tryAgain?.();
    await expect.poll(health, { timeout: 20_000 }).toBe('healthy');
  }
}, 90_000);

it('says once which intents are refused, stays unhealthy, and tries again in an hour', async () => {
  const { health } = await startBot({ allowedIntents: UNPRIVILEGED });
  expect(await health()).toBe('unhealthy');
  const intents = /4014.*Server Members Intent.*DISCORD_MEMBERS_INTENT/;
  expect(told).toEqual([expect.stringMatching(intents)]);
  expect(inAnHour).toHaveLength(1);
  inAnHour[0]?.();
  await expect.poll(() => inAnHour.length).toBe(2);
  // Neither is the refusal told again, nor taken for an absence, after which the bot tries again within the minute.
  expect(told).toHaveLength(1);
});

it('names the variable when the token is refused', async () => {
  const { health } = await startBot(
    {},
    { DISCORD_BOT_TOKEN: 'bm90LXRoZS1ib3Q.GSandB.some-other-token-of-somebody-else' },
  );
  expect(await health()).toBe('unhealthy');
  expect(told).toEqual([expect.stringMatching(/4004.*DISCORD_BOT_TOKEN/)]);
  expect(inAnHour).toHaveLength(1);
});

it('notices that the gateway has gone silent, and connects anew', async () => {
  const { discord, health } = await startBot({ heartbeatIntervalMs: 500 });
  await expect.poll(health).toBe('healthy');
  await discord.control('POST', '/gateway', { action: 'silence' });
  await expect.poll(() => told).toContain('Connection to Discord lost; reconnecting');
  await expect.poll(health, { timeout: 20_000 }).toBe('healthy');
}, 45_000);
