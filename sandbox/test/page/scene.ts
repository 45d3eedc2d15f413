import type { Client, TextChannel } from 'discord.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../../src/index.js';
import { signupMessage, startBot } from './bot.js';
import { launch, openPage } from './browser.js';

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

/** What else the server has, as `POST /sandbox/guilds` takes it. */
interface More {
  channels?: object[];
  bot_permissions?: string;
}

/** What the tests of a file share. */
export interface Stage {
  scene: Scene;
  browser: Browser;
  page: Page;
}

/**
 * One scene and one page for all tests of a file. Each test opens the page like one who was never there, and fails when
 * anything goes wrong in it.
 */
export function useStage(more: More, onReady: (stage: Stage) => Promise<void> | void): void {
  let stage: Stage;
  let troubles: string[];
  beforeAll(async () => {
    const [scene, browser] = await Promise.all([startScene(more), launch()]);
    const opened = await openPage(browser, 'about:blank', { colorScheme: 'light' });
    opened.page.setDefaultTimeout(6_000);
    troubles = opened.troubles;
    stage = { scene, browser, page: opened.page };
    await onReady(stage);
  }, 60_000);
  beforeEach(async () => {
    await stage.page.goto(stage.scene.sandbox.url);
  }, 30_000);
  afterEach(async () => {
    await stage.page.evaluate('localStorage.clear()');
    expect(troubles.splice(0)).toEqual([]);
  }, 30_000);
  afterAll(async () => {
    await stage.browser.close();
    await stage.scene.close();
  }, 30_000);
}

export async function startScene(more: More = {}): Promise<Scene> {
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
