import { mkdir, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launch } from '../../sandbox/test/page/browser.js';
import { freePort } from '../../local/processes/ports.js';
import { catalogues } from '../../src/languages/catalogues.js';
import { nextDiscordId, startApp, type TestApp } from '../support/app.js';
import { failJobs, noteFigures } from '../support/console-stage.js';
import { decideOn } from '../support/consent-page.js';
import { startDiscord, type DiscordMessage, type TestDiscord, type TestGuild } from '../support/discord.js';
import { DiscordPerson, shown, type Said } from '../support/discord-person.js';
import { aScene, mirrorsOf, type EventBody, type Scene } from '../support/scene.js';
import { openWindow, Recording, SCHEMES, takePicture, WIDTHS, type View } from './camera.js';
import { LANGUAGES, MESSAGES, PLOTS, RECORDINGS, VIEWS, type Language } from './scenes.js';

// `npm run pictures` takes the pictures of docs/images/scenes anew; SCENES=signup,draft takes those alone. The clock stands still, also
// while ids are made.

const NOW = vi.hoisted(() => {
  const now = new Date('2030-03-14T18:00:00Z');
  vi.useFakeTimers({ toFake: ['Date'], now });
  return now;
});
const START = '2030-03-15T20:00:00Z';
/** Some seconds: what may be asked of Discord is counted by the clock, and would be used up. */
function letTimePass(): void {
  vi.setSystemTime(Date.now() + 5_000);
}

const CROWD = 24;
const [PILOTS, MINERS] = [4, 6];
const SEND_MESSAGES = String(1n << 11n);
const MOST_BYTES = 6_500_000;

const pictures = process.env['PICTURES'];
const chosen = process.env['SCENES']?.split(',');
const isTaken = (name: string) => chosen?.includes(name) ?? true;

/** What stands on the servers of one language. */
interface Stage {
  readonly scene: Scene;
  readonly guild: TestGuild;
  readonly event: EventBody;
  readonly messages: Readonly<Record<keyof typeof MESSAGES, string>>;
}

/** A scene in the list of pictures: what it shows, and how large its pictures are, such as `fr-dark-390`. */
interface Entry {
  readonly alt: Readonly<Record<Language, string>>;
  readonly files: Record<string, readonly [width: number, height: number]>;
}

const SCENES = [...Object.values(MESSAGES), ...VIEWS, ...Object.values(RECORDINGS)];

describe('pictures', { timeout: 300_000 }, () => {
  let discord: TestDiscord;
  let app: TestApp;
  let browser: Browser;
  let folder: string;
  const stages = {} as Record<Language, Stage>;
  let entries: Record<string, Entry> = {};

  beforeAll(async () => {
    folder = path.join(pictures ?? (await mkdtemp(path.join(tmpdir(), 'verselink-pictures-'))), 'scenes');
    await mkdir(folder, { recursive: true });
    if (chosen !== undefined)
      entries = JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8')) as typeof entries;
    discord = await startDiscord({ rateLimits: { enabled: false } });
    // The clock stands still: a limit of requests would never end.
    const [port, internal] = [await freePort(), await freePort()];
    app = await startApp({
      run: 'api,bot,worker',
      env: {
        ...discord.env,
        RATE_LIMIT: 'off',
        PORT: String(port),
        INTERNAL_PORT: String(internal),
        BACKEND_INTERNAL_URL: `http://localhost:${port}`,
        BOT_INTERNAL_URL: `http://localhost:${internal}`,
      },
    });
    await noteFigures(app, 180);
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await app.close();
    await discord.close();
  }, 60_000);

  const sandboxUrl = () => (discord.env['DISCORD_API_URL'] ?? '').replace(/\/api$/, '');

  async function messageOf(guild: TestGuild, { id }: EventBody, says: string): Promise<DiscordMessage> {
    let found: DiscordMessage | undefined;
    await expect
      .poll(async () => {
        [found] = (await mirrorsOf(discord, guild, id)).messages;
        return JSON.stringify(found?.embeds ?? []);
      })
      .toContain(says);
    if (found === undefined) throw new Error('no message');
    return found;
  }

  /** An event with so many people in its roles, as its message shows it. */
  async function anEvent(
    language: Language,
    { scene, guild }: Pick<Stage, 'scene' | 'guild'>,
    people: number,
    title?: string,
  ) {
    const { mining } = PLOTS[language];
    const capacities = [PILOTS, MINERS, 2];
    const event = await scene.event({
      title: title ?? mining.title,
      description: mining.description,
      type: 'mining',
      location: 'Stanton, CRU-L1',
      start_at_utc: START,
      duration_minutes: 150,
      max_participants: 10,
      roles: mining.roles.map((name, index) => ({
        name,
        capacity: capacities[index],
        emoji: ['🚀', '⛏️', '🛡️'][index],
      })),
    });
    const message = await messageOf(guild, event, event.title);
    for (const [index, member] of guild.memberIds.slice(1, people + 1).entries())
      await discord.choose(message, member, mining.roles[index % 2] ?? '');
    return { event, message: await messageOf(guild, event, `(${Math.min(people, 10)}/10)`) };
  }

  it.each(LANGUAGES)('the world of the scenes: %s', async (language) => {
    const { organizer, crew, organization, server, convoy, command } = PLOTS[language];
    const scene = await aScene(app);
    await scene.admin.patch(`/organizations/${scene.orgId}`, organization);
    await scene.admin.patch('/users/me', { handle: organizer, locale: language, timezone: 'Europe/Paris' });
    const people = Array.from({ length: CROWD }, (_, index) => crew[index] ?? `Pilot ${index + 1}`);
    const siteAdmin = await app.user({ handle: PLOTS[language].siteAdmin, site_admin: true });
    await siteAdmin.patch('/users/me', { locale: language, timezone: 'Europe/Paris' });
    const [guildId, announcements] = [nextDiscordId(), nextDiscordId()];
    const forReadingAlone = [{ id: guildId, type: 0, allow: '0', deny: SEND_MESSAGES }];
    const guild = await discord.guild(
      [
        { id: scene.admin.discord_id, username: organizer, locale: language, roles: ['Chefs'] },
        ...people.map((username) => ({ username, locale: language })),
        { id: siteAdmin.discord_id, username: PLOTS[language].siteAdmin, locale: language },
      ],
      {
        id: guildId,
        name: server,
        roles: [{ name: 'Chefs', permissions: '32' }],
        channels: [
          {
            id: announcements,
            name: PLOTS[language].announcements,
            type: 0,
            permission_overwrites: forReadingAlone,
          },
        ],
      },
    );
    const registration = {
      guild_id: guild.id,
      guild_name: server,
      owner_id: guild.ownerId,
      org_id: scene.orgId,
    };
    const settings = { event_channel_id: guild.channelId, locale: language };
    expect((await scene.admin.post('/discord/guilds', { ...registration, ...settings })).status).toBe(201);
    const place = { guild_id: guild.id, channel_id: guild.channelId };
    const ada = new DiscordPerson(discord, scene.admin.discord_id, place);
    const answer = (said: Said) => shown(said).id;

    const setup = answer(await ada.command('setup'));
    const draft = answer(await ada.command('event create', command));
    const signup = await anEvent(language, { scene, guild }, 7);
    const full = await anEvent(language, { scene, guild }, 12, `${PLOTS[language].mining.title} II`);
    const cancelled = await anEvent(language, { scene, guild }, 3, convoy.title);
    await scene.admin.post(`/events/${cancelled.event.id}/cancel`, { reason: convoy.reason });
    await messageOf(guild, cancelled.event, convoy.reason);
    const panel = answer(await ada.press(signup.message, catalogues[language].signupMessage.manage));
    const messages = {
      setup,
      draft,
      panel,
      signup: signup.message.id,
      full: full.message.id,
      cancelled: cancelled.message.id,
    };
    stages[language] = { scene, guild, event: signup.event, messages };

    // What admins look at: a channel in which the bot may not write, and what has failed of it.
    const channel = { announcement_channel_id: announcements };
    expect((await scene.admin.patch(`/discord/guilds/${guild.id}`, channel)).status).toBe(200);
    const address = `/api/v10/channels/${announcements}/messages`;
    const now = Date.now();
    vi.setSystemTime(NOW.getTime() - 20 * 60_000);
    await failJobs(app, guild, 12, `Discord refused POST ${address} (403, code 50013): Missing Permissions`);
    await failJobs(
      app,
      guild,
      2,
      (id) => `Discord refused PATCH ${address}/${id} (404, code 10008): Unknown Message`,
    );
    vi.setSystemTime(now);
  });

  const ALL: View[] = LANGUAGES.flatMap((language) =>
    SCHEMES.flatMap((scheme) => WIDTHS.map((width) => ({ language, scheme, width }))),
  );

  const entryOf = (name: string): Entry => {
    const alt = SCENES.find((scene) => scene.name === name)?.alt;
    if (alt === undefined) throw new Error(`There is no scene ${name}.`);
    return (entries[name] ??= { alt, files: {} });
  };

  /** Has a picture of a scene taken, and notes it. @param view such as `fr-dark-390` */
  async function keep(name: string, view: string, take: (file: string) => Promise<unknown>): Promise<void> {
    const file = path.join(folder, `${name}-${view}.webp`);
    await take(file);
    const { width, height, pageHeight = height } = await sharp(file).metadata();
    entryOf(name).files[view] = [width, pageHeight];
  }

  const nameOf = ({ language, scheme, width }: View) => `${language}-${scheme}-${width}`;

  it.each(ALL)('Discord: $language, $scheme, $width px', async (view) => {
    const { language } = view;
    const { guild, messages } = stages[language];
    const context = await openWindow(browser, view, NOW);
    const page = await context.newPage();
    // Nothing lies over a message: all of it has room.
    await page.setViewportSize({ width: view.width, height: 2400 });
    await page.goto(`${sandboxUrl()}/#/${guild.id}/${guild.channelId}`);
    for (const [key, { name, shows }] of Object.entries(MESSAGES)) {
      if (!isTaken(name)) continue;
      const message = page.locator(`[data-message-id="${messages[key as keyof typeof MESSAGES]}"]`);
      await message.getByText(shows[language]).first().waitFor();
      await keep(name, nameOf(view), (file) => takePicture(page, message, file));
    }
    await context.close();
  });

  /** Waits for a text; says what is there instead. */
  async function seen(page: Page, text: string): Promise<void> {
    const found = page.getByText(text).filter({ visible: true }).first();
    await found.waitFor().catch(async () => {
      throw new Error(`“${text}” is not there: ${await page.locator('main').innerText()}`);
    });
  }

  async function signIn(page: Page, name: string): Promise<void> {
    await page.goto(`${app.url}/app`);
    await page.getByRole('link', { name: 'Discord' }).click();
    await decideOn(page, name, 'Authorize');
    await page.getByRole('navigation').first().waitFor();
  }

  it.each(ALL)('the console: $language, $scheme, $width px', async (view) => {
    const { language } = view;
    const { guild, event } = stages[language];
    const places = { '{event}': event.id, '{guild}': guild.id };
    for (const who of ['organizer', 'siteAdmin'] as const) {
      letTimePass();
      const views = VIEWS.filter((one) => (one.who ?? 'organizer') === who && isTaken(one.name));
      if (views.length === 0) continue;
      const context = await openWindow(browser, view, NOW);
      const page = await context.newPage();
      await signIn(page, PLOTS[language][who]);
      for (const { name, address, from, shows } of views) {
        const at = Object.entries(places).reduce((so, [word, id]) => so.replaceAll(word, id), address);
        await page.goto(app.url + at);
        await seen(page, shows[language]);
        await keep(name, nameOf(view), (file) => takePicture(page, page, file, from));
      }
      await context.close();
    }
  });

  const areRecorded = Object.values(RECORDINGS).some(({ name }) => isTaken(name));

  it.runIf(areRecorded).each(LANGUAGES)('the recordings: %s', async (language) => {
    const { guild, scene } = stages[language];
    const view: View = { language, scheme: 'dark', width: 1280 };
    const context = await openWindow(browser, view, NOW);
    const page = await context.newPage();
    await page.setViewportSize({ width: 900, height: 700 });
    await page.goto(`${sandboxUrl()}/#/${guild.id}/${guild.channelId}`);
    const { event, eventCreate } = catalogues[language].commands;
    const { command, mining } = PLOTS[language];
    const film = new Recording(page);
    const box = page.getByRole('textbox', { name: /^Message as/ });
    await box.waitFor();
    await film.frame(800);
    await film.type(box, `/${event.name} ${eventCreate.name}`);
    await box.press('Enter');
    const form = page.getByRole('form', { name: /^Command/ });
    await form.waitFor();
    for (const option of ['title', 'when'] as const)
      await film.type(form.locator(`[data-option="${option}"] input`), command[option]);
    await form.getByRole('button', { name: 'Send' }).click();
    const publish = page.getByRole('button', { name: catalogues[language].organizer.publish }).last();
    await publish.waitFor();
    await film.frame(2000);
    await publish.click();
    await page.getByText(command.title).last().waitFor();
    await film.frame(1200);
    await page.getByRole('button', { name: catalogues[language].signupMessage.signUp }).last().waitFor();
    await film.frame(3000);
    await keep(RECORDINGS.create.name, language, (file) => film.save(file));

    const rush = await anEvent(language, { scene, guild }, 0, `${mining.title} III`);
    const message = page.locator(`[data-message-id="${rush.message.id}"]`);
    await message.waitFor();
    const reel = new Recording(page);
    await reel.frame(1200);
    const crowd = guild.memberIds.slice(1, CROWD + 1);
    for (let each = 1; each <= crowd.length / 2; each += 1) {
      const pair = crowd.slice(2 * each - 2, 2 * each);
      await Promise.all(
        pair.map((member, index) => discord.choose(rush.message, member, mining.roles[index] ?? '')),
      );
      const seated = Math.min(each, PILOTS) + Math.min(each, MINERS);
      await messageOf(guild, rush.event, `(${seated}/10)`);
      if (seated < 2 * each) await messageOf(guild, rush.event, `(${2 * each - seated})`);
      await message.getByText(`(${seated}/10)`).first().waitFor();
      await message.scrollIntoViewIfNeeded();
      await reel.frame(200);
    }
    await reel.frame(3000);
    await keep(RECORDINGS.rush.name, language, (file) => reel.save(file));
    await context.close();
  });

  it('leaves a list of the scenes with what they show, each in every view, and all of it light enough', async () => {
    const listed = Object.fromEntries(SCENES.map(({ name }) => [name, entryOf(name)]));
    const views = ALL.map(nameOf).toSorted();
    const isRecording = (name: string) => Object.values(RECORDINGS).some((one) => one.name === name);
    for (const [name, { files }] of Object.entries(listed))
      expect({ [name]: Object.keys(files).toSorted() }).toEqual({
        [name]: isRecording(name) ? LANGUAGES.toSorted() : views,
      });
    await writeFile(path.join(folder, 'index.json'), `${JSON.stringify(listed, null, 2)}\n`);
    const files = Object.entries(listed).flatMap(([name, { files: sizes }]) =>
      Object.keys(sizes).map((view) => path.join(folder, `${name}-${view}.webp`)),
    );
    const bytes = (await Promise.all(files.map((file) => stat(file)))).reduce(
      (sum, { size }) => sum + size,
      0,
    );
    console.log(`${files.length} pictures, ${(bytes / 1e6).toFixed(1)} MB`);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });
});
