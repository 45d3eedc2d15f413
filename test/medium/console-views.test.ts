import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch } from '../../sandbox/test/page/browser.js';
import { aBusyEvent, ConsoleStage, expectUsable, noteFigures } from '../support/console-stage.js';
import type { EventBody } from '../support/scene.js';

// Every view of the console, as a picture and as axe and the Tab key find it. With PICTURES=folder it leaves the pictures there.

/**
 * Both languages, both colours, both widths, two time zones that are half an hour off, and both ways to come to a page: by its
 * address, and as a link leads there.
 */
const WAYS = [
  { locale: 'en', colorScheme: 'light', width: 1280, timezone: 'Asia/Kolkata', go: toAddress },
  { locale: 'fr', colorScheme: 'dark', width: 390, timezone: 'America/St_Johns', go: asLinked },
] as const;

async function toAddress(page: Page, url: string): Promise<void> {
  await page.goto(url);
}

/** Loads nothing anew. It leads by a page that has nothing, so that what is looked for next is not of the page before. */
async function asLinked(page: Page, url: string): Promise<void> {
  await page.evaluate(`history.pushState({}, '', '/app/nowhere')`);
  await page.getByRole('heading', { name: /^(?:There is no such page|Cette page n’existe pas)/ }).waitFor();
  await page.evaluate(
    `history.pushState({}, '', ${JSON.stringify(new URL(url).pathname + new URL(url).search)})`,
  );
}

/** The views: who looks, where, and the text by which the view is known to be there. `{event}` stands for the event's id, and so on. */
const VIEWS: readonly { name: string; who: 'Ada' | 'Root'; address: string; shows: string | RegExp }[] = [
  { name: 'events', who: 'Ada', address: '/app/events', shows: 'Night raid' },
  {
    name: 'events-month',
    who: 'Ada',
    address: '/app/events?view=month&month={month}&day={day}',
    shows: 'Night raid',
  },
  {
    name: 'events-agenda',
    who: 'Ada',
    address: '/app/events?view=agenda&month={month}',
    shows: 'Night raid',
  },
  { name: 'roster', who: 'Ada', address: '/app/events/{raid}', shows: 'Zoe' },
  { name: 'roster-ships', who: 'Ada', address: '/app/events/{raid}?by=ships', shows: 'Hammerhead' },
  { name: 'timeline', who: 'Ada', address: '/app/events/{raid}/timeline', shows: 'Ngozi' },
  { name: 'attendance', who: 'Ada', address: '/app/events/{raid}/attendance', shows: 'Sven' },
  { name: 'my-events', who: 'Ada', address: '/app/me', shows: 'Night raid' },
  {
    name: 'my-past-events',
    who: 'Ada',
    address: '/app/me?period=past',
    shows: /No past events|Aucun événement passé/,
  },
  {
    name: 'my-settings',
    who: 'Ada',
    address: '/app/me/settings',
    shows: /^(?:Linked Discord|Compte Discord)/,
  },
  { name: 'my-calendar', who: 'Ada', address: '/app/me/calendar', shows: 'Telephone' },
  { name: 'my-access', who: 'Ada', address: '/app/me/access', shows: 'Roster bot' },
  { name: 'admin-failures', who: 'Root', address: '/app/admin', shows: 'Send Messages' },
  { name: 'admin-jobs', who: 'Root', address: '/app/admin/jobs?status=failed', shows: 'Send Messages' },
  { name: 'admin-health', who: 'Root', address: '/app/admin/health', shows: /^VerseLink \d/ },
  { name: 'admin-webhooks', who: 'Root', address: '/app/admin/webhooks', shows: /example\.org/ },
  {
    name: 'admin-payments',
    who: 'Root',
    address: '/app/admin/payments',
    shows: /No payments|Aucun paiement/,
  },
  { name: 'admin-places', who: 'Root', address: '/app/admin/places', shows: 'Escadrille Aurore' },
  { name: 'admin-audit', who: 'Root', address: '/app/admin/audit', shows: 'webhook.created' },
  { name: 'my-plan', who: 'Ada', address: '/app/me/plan', shows: /no plan|pas d’offre/ },
  { name: 'my-data', who: 'Ada', address: '/app/me/data', shows: 'Escadrille Aurore' },
  { name: 'event-new', who: 'Ada', address: '/app/events/new', shows: 'Description' },
  { name: 'event-edit', who: 'Ada', address: '/app/events/{event}/edit', shows: 'Night raid' },
  { name: 'templates', who: 'Ada', address: '/app/events/templates', shows: 'Weekly raid' },
  {
    name: 'template-edit',
    who: 'Ada',
    address: '/app/events/templates/{org}/{template}/edit',
    shows: /“Weekly raid”|« Weekly raid »/,
  },
  { name: 'event-mirrors', who: 'Ada', address: '/app/events/{raid}/mirrors', shows: 'Test server' },
  { name: 'organizations', who: 'Ada', address: '/app/organizations', shows: 'Escadrille Aurore' },
  { name: 'organization', who: 'Ada', address: '/app/organizations/{org}', shows: '[AURORE]' },
  { name: 'organization-members', who: 'Ada', address: '/app/organizations/{org}?tab=members', shows: 'Zoe' },
  {
    name: 'organization-attendance',
    who: 'Ada',
    address: '/app/organizations/{org}?tab=attendance',
    shows: /No event is over|Aucun événement n’est/,
  },
  {
    name: 'organization-calendar',
    who: 'Ada',
    address: '/app/organizations/{org}?tab=calendar',
    shows: 'Our public events',
  },
  { name: 'organization-audit', who: 'Ada', address: '/app/organizations/{org}?tab=audit', shows: 'Zoe' },
  { name: 'servers', who: 'Ada', address: '/app/servers?register={org}', shows: 'Test server' },
  { name: 'server-doctor', who: 'Ada', address: '/app/servers/{guild}', shows: '#events' },
  { name: 'server-settings', who: 'Ada', address: '/app/servers/{guild}?tab=settings', shows: '{user}' },
  { name: 'server-roles', who: 'Ada', address: '/app/servers/{guild}?tab=roles', shows: '@Pilots' },
  { name: 'server-menus', who: 'Ada', address: '/app/servers/{guild}?tab=menus', shows: '@Pilots' },
  { name: 'server-channels', who: 'Ada', address: '/app/servers/{guild}?tab=channels', shows: 'Test server' },
  { name: 'server-mirrors', who: 'Ada', address: '/app/servers/{guild}?tab=mirrors', shows: 'Night raid' },
];

const pictures = process.env['PICTURES'];

/** Undoes what walking through a page has scrolled. */
async function asSeenFirst(page: Page): Promise<void> {
  await page.evaluate(`{
    for (const link of document.querySelectorAll('nav [aria-current=page]'))
      link.scrollIntoView({ block: 'nearest', inline: 'center' });
    scrollTo(0, 0);
  }`);
}

const START = new Date(Date.now() + 86_400_000);
/** On which day the event starts, as `2026-12-05`. */
const dayIn = (timeZone: string): string => START.toLocaleDateString('sv-SE', { timeZone });

describe.skipIf(browserPath === null)('every view of the console', { timeout: 120_000 }, () => {
  let stage: ConsoleStage;
  let browser: Browser;
  let event: EventBody;
  let raid: EventBody;
  let templateId: string;
  beforeAll(async () => {
    [stage, browser] = await Promise.all([ConsoleStage.open(), launch()]);
    event = await stage.scene.event({ max_participants: 12, start_at_utc: START.toISOString() });
    raid = await aBusyEvent(stage);
    const mapping = { guild_id: stage.guild.id, discord_role_id: stage.guild.pilotRoleId };
    const given = { ...mapping, verselink_role_type: 'event_participant' };
    await stage.people.Ada.post('/discord/role-mappings', given);
    const { Ada } = stage.people;
    await Ada.post(`/events/${event.id}/signups`, {});
    await Ada.post('/users/me/feeds', { name: 'Telephone' });
    await Ada.post(`/organizations/${stage.scene.orgId}/feeds`, { name: 'Our public events' });
    await Ada.post('/users/me/tokens', { name: 'Roster bot', scopes: ['events:read', 'signups:write'] });
    const template = { name: 'Weekly raid', event_id: event.id };
    const templates = `/organizations/${stage.scene.orgId}/templates`;
    templateId = (await stage.people.Ada.post<{ id: string }>(templates, template)).body.id;
    await stage.people.Root.post('/webhooks', {
      url: 'https://example.org/verselink',
      events: ['event.published'],
    });
    await stage.failJobs(2, '50013: Send Messages is missing in #ops');
    const path = `/api/v10/channels/${stage.guild.channelId}/messages`;
    const refused = (id: string) =>
      `Discord refused PATCH ${path}/${id} (403, code 50013): Missing Permissions`;
    await stage.failJobs(42, refused);
    await noteFigures(stage.app, 180);
    if (pictures !== undefined) await mkdir(pictures, { recursive: true });
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  const places = (timezone: string): [string, string][] => [
    ['{event}', event.id],
    ['{raid}', raid.id],
    ['{template}', templateId],
    ['{org}', stage.scene.orgId],
    ['{guild}', stage.guild.id],
    ['{month}', dayIn(timezone).slice(0, 7)],
    ['{day}', dayIn(timezone)],
  ];

  it('uses a screen of 2,560 px where there are columns, and keeps lines short elsewhere', async () => {
    const viewport = { width: 2560, height: 1440 };
    const { page, troubles, close } = await stage.enter(browser, stage.people.Root, '/app', { viewport });
    const widths = async (address: string, shows: string | RegExp) => {
      await page.goto(stage.app.url + address);
      await page.getByText(shows).first().waitFor();
      await expectUsable(page);
      return (await page.getByRole('main').boundingBox())?.width ?? 0;
    };
    expect(await widths(`/app/events/${raid.id}`, 'Kenji')).toBeGreaterThan(1_700);
    expect(await widths('/app/me/data', /My data|Mes données/)).toBeLessThan(1_300);
    expect(troubles).toEqual([]);
    await close();
  });

  for (const who of ['Ada', 'Root'] as const) {
    const views = VIEWS.filter((view) => view.who === who);
    it.skipIf(views.length === 0).each(WAYS)(
      `${who}: $locale, $width px, $colorScheme, $timezone`,
      async ({ locale, colorScheme, width, timezone, go }) => {
        await stage.people[who].patch('/users/me', { locale, timezone });
        const viewport = { width, height: 860 };
        const { page, troubles, close } = await stage.visit(browser, who, '/app', { viewport, colorScheme });
        for (const { name, address, shows } of views) {
          const at = places(timezone).reduce((so, [word, value]) => so.replaceAll(word, value), address);
          await go(page, stage.app.url + at);
          await page.getByText(shows).filter({ visible: true }).first().waitFor();
          await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(locale);
          await expectUsable(page);
          if (pictures !== undefined) {
            await asSeenFirst(page);
            const file = `console-${name}-${locale}-${colorScheme}-${width}.png`;
            await page.screenshot({
              path: path.join(pictures, file),
              fullPage: true,
              animations: 'disabled',
            });
          }
        }
        expect(troubles).toEqual([]);
        await close();
      },
    );
  }
});
