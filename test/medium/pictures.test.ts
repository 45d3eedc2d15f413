import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch, openPage } from '../../sandbox/test/page/browser.js';
import { startApp, type TestApp } from '../support/app.js';
import { startDiscord, type DiscordMessage, type TestDiscord, type TestGuild } from '../support/discord.js';
import { DiscordPerson, shown, type Said } from '../support/discord-person.js';
import { aScene, mirrorsOf, type EventBody, type Scene } from '../support/scene.js';

// What members see of each state of an event, on the sandbox's page. With PICTURES=folder it leaves the pictures there.

const NAMES = [
  'Nova',
  'Orion',
  'Vega',
  'Lyra',
  'Altaïr',
  'Cassiopée',
  'Rigel',
  'Sirius',
  'Mira',
  'Deneb',
  'Elara',
  'Io',
];
const CROWD = 110;
const SCREEN = { width: 900, height: 2400 };
const PHONE = { width: 390, height: 2400 };
const MANAGE_SERVER = '32';

const roles = [
  { name: 'Pilote', capacity: 4, emoji: '🚀' },
  { name: 'Mineur', capacity: 6, emoji: '⛏️', description: 'Prospector ou MOLE' },
  { name: 'Escorte', capacity: 2, emoji: '🛡️' },
];
const convoy = {
  title: 'Sortie minage à Aaron Halo',
  description:
    'Deux **Prospector**, un *MOLE* et une escorte. Rendez-vous au quai 04, départ à l’heure.\n\n- Vocal : « Opérations »\n- Prévoir du carburant',
  type: 'mining',
  location: 'Stanton, CRU-L1',
  duration_minutes: 150,
  max_participants: 10,
  roles,
  fleet_ships: [
    { ship_model: 'MISC Prospector', required_crew: 1 },
    { ship_model: 'ARGO MOLE', required_crew: 4 },
  ],
};
const crowded = {
  title: 'Opération « Pont d’Orion » : '.padEnd(200, 'grande manœuvre de toute la flotte, '),
  description: 'Toute la flotte, en vingt-sept équipages.',
  type: 'raid',
  location: 'Pyro, Ruin Station',
  max_participants: 108,
  roles: Array.from({ length: 27 }, (_, n) => ({ name: `Équipage ${n + 1}`, capacity: 4 })),
};

describe.skipIf(browserPath === null)('pictures of the signup message', { timeout: 120_000 }, () => {
  let discord: TestDiscord;
  let app: TestApp;
  let scene: Scene;
  let guild: TestGuild;
  let browser: Browser;
  let page: Page;
  let troubles: string[];
  let folder: string;

  beforeAll(async () => {
    folder = process.env['PICTURES'] ?? (await mkdtemp(path.join(tmpdir(), 'verselink-pictures-')));
    await mkdir(folder, { recursive: true });
    discord = await startDiscord({ rateLimits: { enabled: false } });
    app = await startApp({
      run: 'api,bot,worker',
      env: { ...discord.env, PUBLIC_URL: 'https://verselink.example' },
    });
    scene = await aScene(app);
    await scene.admin.patch(`/organizations/${scene.orgId}`, { name: 'Les Éclaireurs', tag: 'ECL' });
    await scene.admin.patch('/users/me', { handle: 'Ada' });
    const people = Array.from({ length: CROWD }, (_, n) => NAMES[n] ?? `Membre ${n + 1}`);
    const { id, discord_id } = await app.user({ handle: 'Nova' });
    await scene.admin.put(`/organizations/${scene.orgId}/members/${id}`, { role: 'admin' });
    const [, ...others] = people.map((username) => ({ username, locale: 'fr' }));
    // The page acts as the first one.
    guild = await discord.guild(
      [{ id: discord_id, username: 'Nova', locale: 'fr', roles: ['Chefs'] }, ...others],
      { roles: [{ name: 'Chefs', permissions: MANAGE_SERVER }] },
    );
    await scene.register(guild);
    browser = await launch();
    const url = (discord.env['DISCORD_API_URL'] ?? '').replace(/\/api$/, '');
    ({ page, troubles } = await openPage(browser, `${url}/#/${guild.id}/${guild.channelId}`, {
      viewport: SCREEN,
      colorScheme: 'dark',
      deviceScaleFactor: 1.5,
    }));
  }, 120_000);
  afterAll(async () => {
    expect(troubles).toEqual([]);
    await browser.close();
    await app.close();
    await discord.close();
  }, 60_000);

  /** The event's message once it says so. */
  async function messageOf(event: EventBody, says: string): Promise<DiscordMessage> {
    let found: DiscordMessage | undefined;
    await expect
      .poll(
        async () => {
          [found] = (await mirrorsOf(discord, guild, event.id)).messages;
          return JSON.stringify(found?.embeds ?? []);
        },
        { timeout: 20_000 },
      )
      .toContain(says);
    if (found === undefined) throw new Error('no message');
    return found;
  }

  /** A picture of the event's message as it is once it says so. */
  async function picture(name: string, { id }: DiscordMessage, says: string): Promise<void> {
    const item = page.locator(`[data-message-id="${id}"]`);
    await item.getByText(says).first().waitFor();
    await item.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
  }

  /** On a narrow screen, and in the light. */
  async function onPhone(look: () => Promise<void>): Promise<void> {
    await page.setViewportSize(PHONE);
    await page.emulateMedia({ colorScheme: 'light' });
    await look();
    await page.setViewportSize(SCREEN);
    await page.emulateMedia({ colorScheme: 'dark' });
  }

  /** A picture of what somebody is answered, who is acted as on the page. */
  async function answerPicture(name: string, answer: Said): Promise<void> {
    const { id } = shown(answer);
    const screenshot = { path: path.join(folder, `${name}.png`), animations: 'disabled' } as const;
    await page.locator(`[data-message-id="${id}"]`).screenshot(screenshot);
  }

  /** So many members take roles in turn, each as far as it has seats. */
  async function signUp(
    message: DiscordMessage,
    members: readonly string[],
    names: readonly string[],
  ): Promise<void> {
    for (const [n, member] of members.entries())
      await discord.choose(message, member, names[n % names.length] ?? '');
  }

  it('open, full, locked, closed, started, cancelled and completed', async () => {
    const event = await scene.event(convoy);
    const open = await messageOf(event, 'Aaron Halo');
    await signUp(open, guild.memberIds.slice(0, 6), ['Pilote', 'Mineur', 'Escorte']);
    await discord.click(open, guild.memberIds[6] ?? '', "S'inscrire");
    const seven = await messageOf(event, '(7/10)');
    await picture('open', seven, '3 places libres');
    await onPhone(() => picture('phone', seven, '3 places libres'));

    await signUp(open, guild.memberIds.slice(7, 12), ['Mineur', 'Pilote']);
    await picture('full', await messageOf(event, 'attente (2)'), "Liste d'attente (2)");

    await scene.admin.patch(`/events/${event.id}`, { locked: true });
    await picture('locked', await messageOf(event, 'Inscriptions fermées'), 'Inscriptions fermées');
    const over = { locked: false, signup_closes_at: new Date(Date.now() - 60_000).toISOString() };
    await scene.admin.patch(`/events/${event.id}`, over);
    await picture('closed', await messageOf(event, 'Inscriptions closes'), 'Inscriptions closes');
    await scene.admin.patch(`/events/${event.id}`, { signup_closes_at: null });

    await scene.admin.post(`/events/${event.id}/start`);
    await picture('started', await messageOf(event, 'En cours'), 'En cours');
    await scene.admin.post(`/events/${event.id}/complete`);
    await picture('completed', await messageOf(event, 'Terminé'), 'Terminé');

    const other = await scene.event({ ...convoy, title: 'Convoi vers Pyro', type: 'trading' });
    const called = await messageOf(other, 'Convoi');
    await signUp(called, guild.memberIds.slice(0, 3), ['Pilote']);
    await scene.admin.post(`/events/${other.id}/cancel`, { reason: 'Serveurs en maintenance ce soir-là.' });
    await picture('cancelled', await messageOf(other, 'Annulé'), 'Annulé');
  });

  it('a crowd in twenty-seven roles, below a title of 200 characters', async () => {
    const event = await scene.event(crowded);
    const message = await messageOf(event, 'Orion');
    const names = crowded.roles.map(({ name }) => name);
    await signUp(message, guild.memberIds, names);
    await picture('crowd', await messageOf(event, '(108/108)'), '(108/108)');
  });

  it('what organizers are answered: the settings, a draft, and the panel of an event', async () => {
    const place = { guild_id: guild.id, channel_id: guild.channelId };
    const nova = new DiscordPerson(discord, guild.memberIds[0] ?? '', place);
    await answerPicture('setup', await nova.command('setup'));
    const draft = await nova.command('event create', {
      title: 'Escorte de convoi vers Pyro',
      when: 'vendredi 21h',
      duration: '2h30',
      roles: '🛡️ Escorte 4, ⛏️ Mineur 6',
      place: 'Ruin Station',
    });
    await answerPicture('draft', draft);
    const event = await scene.event({ ...convoy, title: 'Patrouille de Crusader' });
    const message = await messageOf(event, 'Patrouille');
    await signUp(message, guild.memberIds.slice(0, 4), ['Pilote', 'Escorte']);
    await answerPicture('panel', await nova.press(message, 'Gérer'));
  });
});
