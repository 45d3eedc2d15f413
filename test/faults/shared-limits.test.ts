import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DiscordFailure } from '../../src/common/discord-failure.js';
import type { Config } from '../../src/config/config.js';
import { ChannelMessagesApi } from '../../src/discord-api/channel-messages.api.js';
import { DiscordRest } from '../../src/discord-api/discord-rest.js';
import { RequestBudget } from '../../src/discord-api/request-budget.js';
import { openDatabases } from '../support/databases.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';

const PROCESSES = 3;
const MESSAGES_EACH = 6;

let databases: Awaited<ReturnType<typeof openDatabases>>;
let discord: TestDiscord;
let connections: Redis[];

beforeAll(async () => {
  Logger.overrideLogger(['error']);
  databases = await openDatabases();
  discord = await startDiscord();
  connections = Array.from({ length: PROCESSES }, () => new Redis(databases.redisUrl));
});

afterAll(async () => {
  for (const connection of connections) connection.disconnect();
  await discord.close();
  await databases.drop();
});

it('meets no 429 when three processes post into one channel at Discord’s own limits', async () => {
  const guild = await discord.guild();
  await Promise.all(connections.map(clientOf).map((api, process) => postAll(api, guild.channelId, process)));

  const { channels } = await discord.read(guild.id);
  expect(channels.find(({ id }) => id === guild.channelId)?.messages).toHaveLength(PROCESSES * MESSAGES_EACH);
  const statuses = (await discord.requests()).map(({ status }) => status);
  expect(statuses.filter((status) => status === 429)).toEqual([]);
}, 60_000);

/** What a process of its own has: its own REST client, which knows nothing of the others, and the shared budget. */
function clientOf(redis: Redis): ChannelMessagesApi {
  const config = {
    discordApiUrl: discord.env['DISCORD_API_URL'],
    discordBotToken: discord.env['DISCORD_BOT_TOKEN'],
  } as Config;
  return new ChannelMessagesApi(new DiscordRest(config, new RequestBudget(redis)));
}

async function postAll(api: ChannelMessagesApi, channelId: string, process: number): Promise<void> {
  for (let index = 0; index < MESSAGES_EACH; index++) {
    const text = { content: 'Hello', mentions: [], nonce: `${String(process)}-${String(index)}` };
    await postAsJobsDo(() => api.post(channelId, text));
  }
}

/** A job that is told to wait comes back when it was told to. */
async function postAsJobsDo(post: () => Promise<string>): Promise<void> {
  for (;;) {
    try {
      await post();
      return;
    } catch (error) {
      if (!(error instanceof DiscordFailure) || error.retryAfterMs === null) throw error;
      await sleep(error.retryAfterMs);
    }
  }
}
