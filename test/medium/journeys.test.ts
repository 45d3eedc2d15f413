import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch, openPage } from '../../sandbox/test/page/browser.js';
import { startApp, type TestApp } from '../support/app.js';
import { startDiscord, type DiscordMessage, type TestDiscord, type TestGuild } from '../support/discord.js';
import { aScene, mirrorsOf } from '../support/scene.js';

// What people do on Discord from first to last, on the sandbox's page.

const MANAGE_SERVER = '32';
const MOST_ACTS = 12;
const LONGEST_MS = 120_000;

describe.skipIf(browserPath === null)('journeys', { timeout: LONGEST_MS }, () => {
  let discord: TestDiscord;
  let app: TestApp;
  let guild: TestGuild;
  let browser: Browser;

  beforeAll(async () => {
    discord = await startDiscord({ rateLimits: { enabled: false } });
    app = await startApp({ run: 'api,bot,worker', env: discord.env });
    guild = await discord.guild(
      [
        { username: 'nova', locale: 'fr', roles: ['Chefs'] },
        { username: 'orion', locale: 'fr' },
      ],
      { roles: [{ name: 'Chefs', permissions: MANAGE_SERVER }] },
    );
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await app.close();
    await discord.close();
  }, 60_000);

  it('lead a stranger from nothing to a published event, and a member to a seat', async () => {
    const began = performance.now();
    const organizer = await Visitor.open(browser, discord, guild);
    await organizer.command('/réglages');
    await organizer.send();
    await organizer.press('Fonder une organisation');
    await organizer.fill('Nom', 'Les Éclaireurs');
    await organizer.fill('Sigle', 'ECL');
    await organizer.press('Submit');
    await organizer.choose('Salon des messages d’inscription', 'events');
    await organizer.reads('Tout est permis');
    await organizer.command('/événement créer');
    await organizer.fill('titre', 'Convoi vers Pyro');
    await organizer.fill('quand', 'demain 20h30');
    await organizer.send();
    await organizer.press('Publier');
    const { acts } = organizer;
    await organizer.reads('est publié');
    await organizer.sees("S'inscrire");
    expect(acts).toBeLessThanOrEqual(MOST_ACTS);
    expect(performance.now() - began).toBeLessThan(LONGEST_MS);

    const member = await Visitor.open(browser, discord, guild);
    await member.actAs('orion');
    await member.press("S'inscrire");
    await member.reads('Inscription confirmée');
    await member.command('/mes langue');
    await member.fill('langue', 'English');
    await member.sees('English', 'option');
    await member.send();
    await member.send();
    await member.reads('will be in English');
    await member.command('/mes événements');
    await member.send();
    await member.reads('📋 Vos événements');
    // In the answer and in the message that all see.
    await organizer.reads('orion');
    expect([...organizer.troubles, ...member.troubles]).toEqual([]);
  });

  it('lead a member from the waitlist to a seat, a message and a check-in, and show everybody where an event moves to', async () => {
    const scene = await aScene(app);
    const french = (username: string) => ({ username, locale: 'fr' });
    const [home, abroad] = [
      await discord.guild([french('lyra'), french('rigel')]),
      await discord.guild([french('mira')]),
    ];
    for (const server of [home, abroad]) await scene.register(server);
    const event = await scene.event({
      start_at_utc: new Date(Date.now() + 25 * 60_000).toISOString(),
      max_participants: 1,
      roles: ['Pilote', 'Mineur'].map((name) => ({ name, capacity: 1 })),
    });
    const messageOn = async (server: TestGuild) => (await mirrorsOf(discord, server, event.id)).messages[0];
    for (const server of [home, abroad]) await expect.poll(() => messageOn(server)).toBeDefined();
    const message = (await messageOn(home)) as DiscordMessage;
    const [lyra = ''] = home.memberIds;
    await discord.choose(message, lyra, 'Pilote');

    const rigel = await Visitor.open(browser, discord, home);
    await rigel.actAs('rigel');
    await rigel.command('/mes rappels');
    await rigel.send();
    await rigel.press('Recevoir des messages privés');
    await rigel.press("S'inscrire");
    await rigel.reads("liste d'attente");
    await rigel.choose('Choisir un rôle', 'Mineur');
    await rigel.reads('position 1');
    await discord.click(message, lyra, 'Se désinscrire');
    await rigel.readsDirectly('Une place s’est libérée');
    await rigel.enter(home);
    await rigel.press('📍 Je suis là');
    await rigel.reads('est notée');
    const { body } = await scene.admin.get<{ items: object[] }>(`/events/${event.id}/signups`);
    expect(body.items).toMatchObject([{ handle: 'rigel', role_name: 'Mineur', status: 'checked_in' }]);

    const organizer = await Visitor.open(browser, discord, home);
    await organizer.actAs('admitted');
    await organizer.press('Modifier');
    await organizer.fill('Date et heure', 'demain 21h07');
    await organizer.press('Submit');
    const startOf = async () =>
      new Date((await scene.admin.get<{ start_at_utc: string }>(`/events/${event.id}`)).body.start_at_utc);
    await expect.poll(async () => (await startOf()).getUTCMinutes()).toBe(7);
    const start = await startOf();
    const elsewhere = await Visitor.open(browser, discord, abroad, 'America/New_York');
    await elsewhere.actAs('mira');
    for (const visitor of [rigel, organizer, elsewhere]) await visitor.readsTime(start);
    await rigel.readsDirectly('a changé d’heure');
    await rigel.readsTime(start);
    expect([...rigel.troubles, ...organizer.troubles, ...elsewhere.troubles]).toEqual([]);
  });
});

const placeIn = (url: string, guild: TestGuild): string => `${url}/#/${guild.id}/${guild.channelId}`;

/** Somebody before the sandbox's page, whose acts are counted: a command chosen, a field filled, a choice, a press. */
class Visitor {
  acts = 0;

  private constructor(
    private readonly page: Page,
    private readonly url: string,
    private readonly timeZone: string,
    readonly troubles: readonly string[],
  ) {}

  static async open(
    browser: Browser,
    discord: TestDiscord,
    guild: TestGuild,
    timezoneId = 'Europe/Paris',
  ): Promise<Visitor> {
    const url = (discord.env['DISCORD_API_URL'] ?? '').replace(/\/api$/, '');
    const { page, troubles } = await openPage(browser, placeIn(url, guild), { timezoneId });
    page.setDefaultTimeout(20_000);
    return new Visitor(page, url, timezoneId, troubles);
  }

  /** Goes to the channel of a server where its events are. */
  async enter(guild: TestGuild): Promise<void> {
    await this.page.goto(placeIn(this.url, guild));
  }

  async actAs(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Acting as/ }).click();
    await this.page.getByRole('dialog', { name: 'Act as' }).getByRole('button', { name }).click();
  }

  /** Types a command's name and takes it from the list. */
  async command(name: string): Promise<void> {
    this.acts += 1;
    const box = this.page.getByRole('textbox', { name: /^Message as/ });
    await box.fill(name);
    await this.page.getByRole('option', { name }).first().waitFor();
    await box.press('Enter');
  }

  async fill(field: string, value: string): Promise<void> {
    this.acts += 1;
    await this.page.getByLabel(field).and(this.page.locator('input')).fill(value);
  }

  /** Sends what was filled in. */
  async send(): Promise<void> {
    this.acts += 1;
    await this.page.keyboard.press('Enter');
  }

  async press(name: string): Promise<void> {
    this.acts += 1;
    await this.page.getByRole('button', { name, exact: true }).last().click();
  }

  /** Opens a menu and takes a line of it. */
  async choose(menu: string, option: string): Promise<void> {
    this.acts += 1;
    const box = this.page.getByRole('combobox', { name: menu }).first();
    await box.click();
    const list = this.page.getByRole('listbox', { name: menu });
    const several = await list.getAttribute('aria-multiselectable');
    await this.page.getByRole('option', { name: option }).first().click();
    // A menu of several choices sends them when it is closed.
    if (several === 'true') await box.click();
  }

  async reads(words: string): Promise<void> {
    await this.page.getByRole('log').getByText(words).last().waitFor();
  }

  /** Reads something among their direct messages, as soon as there are some. */
  async readsDirectly(words: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Direct messages/ }).click();
    await this.page.getByRole('navigation', { name: 'Direct messages' }).getByRole('button').click();
    await this.reads(words);
  }

  /** Reads a moment on their own clock. */
  async readsTime(moment: Date): Promise<void> {
    const clock = new Intl.DateTimeFormat('fr', { timeStyle: 'short', timeZone: this.timeZone });
    await this.page
      .getByRole('log')
      .locator(`time[datetime="${moment.toISOString()}"]`)
      .filter({ hasText: clock.format(moment) })
      .last()
      .waitFor();
  }

  async sees(name: string, role: 'button' | 'option' = 'button'): Promise<void> {
    await this.page.getByRole(role, { name }).last().waitFor();
  }
}
