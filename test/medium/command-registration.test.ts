import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHANNEL_SETTINGS, formatSetupId } from '../../src/discord-gateway/setup/setup-id.js';
import { LOCALES, textsIn } from '../../src/languages/languages.js';
import type { Texts } from '../../src/languages/texts.js';
import { startApp, type TestApp } from '../support/app.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';

interface Node {
  readonly name?: string;
  readonly type?: number;
  readonly description?: string;
  readonly value?: string | number;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly options?: readonly Node[];
  readonly choices?: readonly Node[];
  readonly contexts?: readonly number[] | null;
  readonly default_member_permissions?: string | null;
}

const SUBCOMMAND = 1;

let discord: TestDiscord;

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
});
afterAll(() => discord.close());

async function commands(guildId?: string): Promise<Node[]> {
  const {
    DISCORD_API_URL: api = '',
    DISCORD_CLIENT_ID: id = '',
    DISCORD_BOT_TOKEN: token = '',
  } = discord.env;
  const place = guildId === undefined ? '' : `/guilds/${guildId}`;
  const answer = await fetch(`${api}/v10/applications/${id}${place}/commands?with_localizations=true`, {
    headers: { authorization: `Bot ${token}` },
  });
  return (await answer.json()) as Node[];
}

/** The requests that the bot has sent about commands since it was started. */
async function during(work: () => Promise<void>): Promise<string[]> {
  const before = (await discord.requests()).length;
  await work();
  const sent = (await discord.requests()).slice(before);
  return sent.filter(({ path }) => path.includes('/commands')).map(({ method }) => method);
}

async function aBot(env: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const app = await startApp({ run: 'bot,api', env: { ...discord.env, ...env } });
  const isHealthy = async () => {
    const { status } = (await (await fetch(`${app.url}/api/v1/discord/health`)).json()) as { status: string };
    return status;
  };
  await expect.poll(isHealthy, { timeout: 20_000 }).toBe('healthy');
  return app;
}

/** As Discord counts: names, descriptions and values, of each the longest of all languages. */
function charactersOf(node: Node): number {
  const longest = (own: string | number | undefined, others: Node['name_localizations']): number =>
    Math.max(
      0,
      ...[own ?? '', ...Object.values(others ?? {})].map((text) => Array.from(String(text)).length),
    );
  const own =
    longest(node.name, node.name_localizations) +
    longest(node.description, node.description_localizations) +
    longest(node.value, null);
  return [...(node.options ?? []), ...(node.choices ?? [])].reduce(
    (sum, child) => sum + charactersOf(child),
    own,
  );
}

async function sourcesOf(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.test.ts'));
  return (await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')))).join('\n');
}

/** What stands on buttons and menus, always in the same order; channel menus of `/setup` all say the same, so go by their id. */
function labelsIn({ account, manage, organizer, serverNotices, setup, signupMessage }: Texts): string[] {
  const { edit, start, complete, cancel, lock, unlock, refresh, person, seat, remove, back, chooseEvent } =
    manage;
  const { signUp, withdraw, showList, next, answers, chooseRole } = signupMessage;
  return [
    ...[edit, start, complete, cancel, lock, unlock, refresh, person, seat, remove, back, chooseEvent],
    ...[signUp, withdraw, showList, signupMessage.edit, signupMessage.manage, next, chooseRole],
    ...Object.values(answers),
    ...[organizer.publish, organizer.edit, organizer.drop, organizer.otherDrafts],
    ...[setup.found, setup.chooseOrganization, setup.mend, setup.look],
    ...CHANNEL_SETTINGS.map(formatSetupId),
    formatSetupId('locale'),
    ...[serverNotices.adoptYes, serverNotices.adoptNo, account.export, account.erase],
  ];
}

describe('commands', () => {
  it('are registered once, and not again while nothing changes', async () => {
    const first = await during(async () => {
      const app = await aBot();
      await expect.poll(async () => (await commands()).length).toBeGreaterThan(5);
      await app.close();
    });
    expect(first.filter((method) => method === 'PUT')).toHaveLength(1);
    const second = await during(async () => {
      const app = await aBot();
      await expect
        .poll(async () => (await discord.requests()).filter(({ path }) => path.includes('/commands')).length)
        .toBeGreaterThan(first.length);
      await app.close();
    });
    expect(second).toEqual(['GET']);
  });

  it('are registered again when Discord has others', async () => {
    const {
      DISCORD_API_URL: api = '',
      DISCORD_CLIENT_ID: id = '',
      DISCORD_BOT_TOKEN: token = '',
    } = discord.env;
    const all = await commands();
    await fetch(`${api}/v10/applications/${id}/commands`, {
      method: 'PUT',
      headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify([{ name: 'stale', description: 'From an old version', type: 1 }]),
    });
    const app = await aBot();
    await expect.poll(async () => (await commands()).length).toBe(all.length);
    await app.close();
  });

  it('say where they are for, who sees them at first, and keep within Discord’s size in every language', async () => {
    const all = await commands();
    const places: unknown = Object.fromEntries(all.map(({ name, contexts }) => [name, contexts]));
    expect(places).toMatchObject({
      event: [0],
      organization: [0],
      setup: [0],
      my: [0, 1],
      help: [0, 1],
      link: [0, 1],
    });
    const hidden = all.filter(({ default_member_permissions: needed }) => typeof needed === 'string');
    expect(
      Object.fromEntries(hidden.map(({ name, default_member_permissions: bits }) => [name, bits])),
    ).toEqual({
      setup: '32',
      'Sign this member up': String(1n << 33n),
      'Make an event of this message': String(1n << 33n),
    });
    const sizes = all.map((command) => [command.name, charactersOf(command)] as const);
    expect(sizes.filter(([, size]) => size > 8_000)).toEqual([]);
    expect(sizes.find(([name]) => name === 'event')?.[1]).toBeGreaterThan(2_000);
  });

  it('are each used by a test, as are the buttons and menus of what they answer', async () => {
    const sources = await sourcesOf(import.meta.dirname);
    const isUsed = (words: string): boolean =>
      [`'${words}'`, `"${words}"`].some((quoted) => sources.includes(quoted));
    const all = (await commands()).flatMap(({ name = '', options = [] }) => {
      const subcommands = options.filter(({ type }) => type === SUBCOMMAND);
      return subcommands.length === 0 ? [name] : subcommands.map((sub) => `${name} ${sub.name ?? ''}`);
    });
    expect(all.length).toBeGreaterThan(25);
    expect(all.filter((words) => !isUsed(words))).toEqual([]);
    const labels = LOCALES.map((locale) => labelsIn(textsIn(locale)));
    const unused = (labels[0] ?? []).filter((_, place) => !labels.some((own) => isUsed(own[place] ?? '')));
    expect(unused).toEqual([]);
  });

  it('have their names, descriptions and choices in both languages', async () => {
    const event = (await commands()).find(({ name }) => name === 'event');
    const create = event?.options?.find(({ name }) => name === 'create');
    expect(create).toMatchObject({ name_localizations: { fr: 'créer', 'en-GB': 'create' } });
    const choices = create?.options?.find(({ name }) => name === 'type')?.choices;
    expect(choices).toContainEqual(
      expect.objectContaining({
        name: 'Trading',
        value: 'trading',
        name_localizations: expect.objectContaining({ fr: 'Commerce' }) as unknown,
      }),
    );
  });

  it('are a server’s own in development, but for those of direct messages', async () => {
    const guild = await discord.guild();
    const app = await aBot({ NODE_ENV: 'development' });
    const names = async (guildId?: string) => (await commands(guildId)).map(({ name }) => name).sort();
    await expect.poll(() => names(guild.id)).toContain('event');
    expect(await names()).toEqual(['help', 'link', 'my', 'premium']);
    expect(await names(guild.id)).not.toContain('my');
    const later = await discord.guild();
    await expect.poll(() => names(later.id)).toContain('setup');
    await app.close();
  });
});
