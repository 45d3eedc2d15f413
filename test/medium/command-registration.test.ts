import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { registeredCommands, wordsOf, type CommandNode } from '../support/commands.js';
import { sourcesOfTests } from '../support/sources.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';

const SLASH_COMMAND = 1;

let discord: TestDiscord;

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
});
afterAll(() => discord.close());

const commands = (guildId?: string): Promise<CommandNode[]> => registeredCommands(discord, guildId);

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
function charactersOf(node: CommandNode): number {
  const longest = (own: string | number | undefined, others: CommandNode['name_localizations']): number =>
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
      series: String(1n << 33n),
      'Sign this member up': String(1n << 33n),
      'Make an event of this message': String(1n << 33n),
    });
    const sizes = all.map((command) => [command.name, charactersOf(command)] as const);
    expect(sizes.filter(([, size]) => size > 8_000)).toEqual([]);
    expect(sizes.find(([name]) => name === 'event')?.[1]).toBeGreaterThan(2_000);
  });

  it('are each used by a test', async () => {
    const sources = await sourcesOfTests();
    const isUsed = (words: string): boolean =>
      [`'${words}'`, `"${words}"`].some((quoted) => sources.includes(quoted));
    const all = wordsOf(await commands());
    expect(all.length).toBeGreaterThan(25);
    expect(all.filter((words) => !isUsed(words))).toEqual([]);
  });

  it('are each described in the documents for members and organizers, in both languages', async () => {
    const documents = await Promise.all(
      ['organizers/discord.md', 'members.md'].flatMap((page) =>
        ['en', 'fr'].map((language) => readFile(`site/${language}/${page}`, 'utf8')),
      ),
    );
    const text = documents.join('\n');
    const all = await commands();
    const isMenu = ({ type = SLASH_COMMAND }: CommandNode): boolean => type !== SLASH_COMMAND;
    const typed = all.filter((command) => !isMenu(command));
    const wanted = [
      ...[undefined, 'fr'].flatMap((locale) => wordsOf(typed, locale).map((words) => `\`/${words}\``)),
      ...wordsOf(all.filter(isMenu)).map((name) => `"${name}"`),
      ...wordsOf(all.filter(isMenu), 'fr').map((name) => `« ${name} »`),
    ];
    expect(wanted.length).toBeGreaterThan(50);
    expect(wanted.filter((words) => !text.replaceAll(/\s+/g, ' ').includes(words))).toEqual([]);
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
