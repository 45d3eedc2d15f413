import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch, openPage } from '../../sandbox/test/page/browser.js';
import { startApp, type TestApp } from '../support/app.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';

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
});

/** Somebody before the sandbox's page, whose acts are counted: a command chosen, a field filled, a choice, a press. */
class Visitor {
  acts = 0;

  private constructor(
    private readonly page: Page,
    readonly troubles: readonly string[],
  ) {}

  static async open(browser: Browser, discord: TestDiscord, guild: TestGuild): Promise<Visitor> {
    const url = (discord.env['DISCORD_API_URL'] ?? '').replace(/\/api$/, '');
    const { page, troubles } = await openPage(browser, `${url}/#/${guild.id}/${guild.channelId}`);
    page.setDefaultTimeout(20_000);
    return new Visitor(page, troubles);
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
    await this.page.getByRole('option', { name: option }).first().click();
  }

  async reads(words: string): Promise<void> {
    await this.page.getByRole('log').getByText(words).last().waitFor();
  }

  async sees(name: string, role: 'button' | 'option' = 'button'): Promise<void> {
    await this.page.getByRole(role, { name }).last().waitFor();
  }
}
