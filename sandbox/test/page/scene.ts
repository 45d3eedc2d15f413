import type { Client, TextChannel } from 'discord.js';
import { createSandbox, type GuildView, type Sandbox } from '../../src/index.js';
import { signupMessage, startBot } from './bot.js';

/** A sandbox with one server, three people, and a bot that has posted a signup message. */
export interface Scene {
  sandbox: Sandbox;
  guild: GuildView;
  bot: Client<true>;
  /** Id of a member by username. */
  person(username: string): string;
  channel(name: string): Promise<TextChannel>;
  close(): Promise<void>;
}

/** `more`: what else the server has, as `POST /sandbox/guilds` takes it. */
export async function startScene(
  more: { channels?: object[]; bot_permissions?: string } = {},
): Promise<Scene> {
  const sandbox = await createSandbox({
    rateLimits: { enabled: false },
    interactionDeadlineMs: 400,
    openapi: null,
    defaultLocale: 'en-US',
  });
  const bot = await startBot(sandbox);
  const guild = await call<GuildView>(sandbox, 'POST', '/sandbox/guilds', {
    name: 'Star Scouts',
    roles: [{ name: 'Officer' }],
    members: [{ username: 'ada' }, { username: 'brune', locale: 'fr' }, { username: 'corvus' }],
    channels: [{ name: 'general', type: 0 }, { name: 'operations', type: 0 }, ...(more.channels ?? [])],
    ...(more.bot_permissions === undefined ? {} : { bot_permissions: more.bot_permissions }),
  });
  const channel = async (name: string): Promise<TextChannel> => {
    const id = guild.channels.find((one) => 'name' in one && one.name === name)?.id ?? '';
    return (await bot.channels.fetch(id)) as TextChannel;
  };
  await (await channel('operations')).send(signupMessage([]));
  return {
    sandbox,
    guild,
    bot,
    person: (username) => guild.members.find((member) => member.user.username === username)?.user.id ?? '',
    channel,
    close: async () => {
      await bot.destroy();
      await sandbox.close();
    },
  };
}

/** One of the sandbox's control calls. */
export async function call<Answer>(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const answer = await fetch(`${sandbox.url}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
