import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch } from '../../sandbox/test/page/browser.js';
import { FiguresHistory } from '../../src/features/health/figures-history.js';
import { Client } from '../support/client.js';
import { ConsoleStage } from '../support/console-stage.js';
import { tableOf } from '../support/downloads.js';

// What members do with their own things in the console, and admins with jobs.

const SEND_MESSAGES = '2048';

/** A page whose session was ended learns so from a 401, which Chromium writes to its own console. */
const unexpected = (troubles: readonly string[]) =>
  troubles.filter((trouble) => !trouble.includes('status of 401'));

describe.skipIf(browserPath === null)('the console, for a person', { timeout: 120_000 }, () => {
  let stage: ConsoleStage;
  let browser: Browser;
  beforeAll(async () => {
    [stage, browser] = await Promise.all([ConsoleStage.open(), launch()]);
    for (const person of Object.values(stage.people)) await person.patch('/users/me', { locale: 'en' });
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  it("shows one's own events, lets one withdraw, and saves settings; the keyboard gets to the content", async () => {
    const event = await stage.scene.event({ title: 'Convoy to Lorville' });
    await stage.people.Mira.post(`/events/${event.id}/signups`, {});
    const { page, troubles, close } = await stage.visit(browser, 'Mira', '/app/me');
    const row = page.getByRole('listitem').filter({ hasText: 'Convoy to Lorville' });
    await row.getByText('You have a seat').waitFor();
    await row.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('status').filter({ hasText: 'no longer signed up for Convoy' }).waitFor();
    await expect.poll(() => row.count()).toBe(0);

    await page.getByRole('link', { name: 'Settings' }).click();
    await expect
      .poll(() => page.evaluate('document.activeElement?.outerHTML'))
      .toMatch(/^<h1.*Settings<\/h1>$/);
    expect(await page.title()).toBe('Settings · VerseLink');
    await page.getByLabel('Time zone').fill('Asia/Kathmandu');
    await page.getByLabel('Cancellations').uncheck();
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
    const me = await stage.people.Mira.get<{ timezone: string }>('/users/me');
    expect(me.body.timezone).toBe('Asia/Kathmandu');

    await page.getByRole('link', { name: 'Skip to content' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    expect(unexpected(troubles)).toEqual([]);
    await close();
  });

  it('makes a token that is shown once and works until it is revoked', async () => {
    const { page, troubles, close } = await stage.visit(browser, 'Zoe', '/app/me/access');
    const make = page.getByRole('group').filter({ hasText: 'Make a token' });
    await page.getByText('Make a token').first().click();
    await make.getByLabel('Name').fill('Roster bot');
    await make.getByLabel(/Read events/).check();
    await make.getByRole('button', { name: 'Make a token' }).click();
    const token = await page.getByLabel('Token', { exact: true }).inputValue();
    const program = new Client(stage.app.url, token);
    expect((await program.get('/events')).status).toBe(200);
    expect((await program.get('/users/me')).status).toBe(403);
    const row = page.getByRole('listitem').filter({ hasText: 'Roster bot' });
    await row.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await expect.poll(() => row.count()).toBe(0);
    expect((await program.get('/events')).status).toBe(401);
    await page.reload();
    await page.getByRole('heading', { name: 'No tokens' }).waitFor();
    expect(await page.getByText(token).count()).toBe(0);
    expect(unexpected(troubles)).toEqual([]);
    await close();
  });

  it('ends a session elsewhere, and every page by signing out everywhere', async () => {
    const here = await stage.visit(browser, 'Ada', '/app/me/access');
    const there = await stage.visit(browser, 'Ada', '/app/events');
    await here.page.reload();
    await here.page.getByRole('button', { name: 'Sign out', exact: true }).first().click();
    await here.page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await here.page.getByRole('status').filter({ hasText: 'That browser is signed out' }).waitFor();
    // It need not ask for anything.
    await there.page.getByRole('link', { name: 'Sign in with Discord' }).waitFor();
    expect(await there.page.getByText('Ada').count()).toBe(0);

    const again = await stage.visit(browser, 'Ada', '/app/events');
    await here.page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await here.page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
    await here.page.getByRole('link', { name: 'Sign in with Discord' }).waitFor();
    await again.page.getByRole('link', { name: 'Sign in with Discord' }).waitFor();
    for (const { troubles, close } of [here, there, again]) {
      expect(unexpected(troubles)).toEqual([]);
      await close();
    }
  });

  it('lets an owner export, says why they cannot erase, and erases who owns nothing', async () => {
    const ada = await stage.visit(browser, 'Ada', '/app/me/data');
    await ada.page.getByText('Escadrille Aurore').waitFor();
    expect(await ada.page.getByRole('button', { name: 'Erase my account' }).isDisabled()).toBe(true);
    const downloading = ada.page.waitForEvent('download');
    await ada.page.getByRole('link', { name: 'Download my data' }).click();
    const file = await readFile(await (await downloading).path(), 'utf8');
    expect(JSON.parse(file)).toMatchObject({ profile: { handle: 'Ada' } });
    expect(unexpected(ada.troubles)).toEqual([]);
    await ada.close();

    const eve = await stage.visit(browser, 'Eve', '/app/me/data');
    await eve.page.getByRole('button', { name: 'Erase my account' }).click();
    const dialog = eve.page.getByRole('dialog');
    const erase = dialog.getByRole('button', { name: 'Erase my account' });
    expect(await erase.isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('Eve');
    await erase.click();
    await eve.page.getByRole('link', { name: 'Sign in with Discord' }).waitFor();
    // The page ends with the session, a moment before the account.
    await expect.poll(async () => (await stage.people.Eve.get('/users/me')).status).toBe(401);
    expect(unexpected(eve.troubles)).toEqual([]);
    await eve.close();
  });

  it('says in plain words what jobs failed by, leads to the doctor, and tells when it is mended', async () => {
    const { guild, discord } = stage;
    const path = `/channels/${guild.channelId}/permissions/${guild.id}`;
    await discord.asBot('PUT', path, { type: 0, allow: '0', deny: SEND_MESSAGES });
    const refused = (id: string) =>
      `Discord refused PATCH /api/v10/channels/${guild.channelId}/messages/${id} (403, code 50013): Missing Permissions`;
    await stage.failJobs(2, refused);
    const { page, troubles, close } = await stage.enter(browser, stage.people.Root, '/app/admin');
    const cause = page.getByRole('listitem').filter({ hasText: 'missing in #events of Test server' });
    await cause.getByRole('heading', { name: '2 jobs: Send Messages missing in #events' }).waitFor();
    await cause.getByRole('link', { name: 'See the doctor' }).click();
    await page.getByRole('heading', { level: 1, name: 'Test server' }).waitFor();
    const asked = page.locator('.feature[aria-current]').filter({ hasText: '#events' }).first();
    await asked.getByText('Send Messages').first().waitFor();

    await discord.asBot('DELETE', path);
    await page.goto(`${stage.app.url}/app/admin/jobs?status=failed&guild="${guild.id}"`);
    await page.getByRole('button', { name: 'Try all of these again' }).click();
    await page.getByText('2 set going').waitFor();
    expect(unexpected(troubles)).toEqual([]);
    await close();
  });

  it('makes a webhook whose secret is shown once, tests it, gives it another secret, and deletes it', async () => {
    const { page, troubles, close } = await stage.enter(browser, stage.people.Root, '/app/admin/webhooks');
    await page.getByRole('button', { name: 'Create a webhook' }).click();
    const dialog = page.getByRole('dialog');
    const create = dialog.getByRole('button', { name: 'Create a webhook' });
    await dialog.getByLabel('Address').fill('https://example.org/told');
    expect(await create.isDisabled()).toBe(true);
    await dialog.getByLabel('event.published').check();
    await create.click();
    const secret = await page.getByLabel('Secret', { exact: true }).inputValue();
    expect(secret).toMatch(/^whsec_/);
    const row = page.getByRole('listitem').filter({ hasText: 'https://example.org/told' });
    await row.getByRole('button', { name: 'Send a test' }).click();
    await row.getByRole('link', { name: 'Deliveries' }).click();
    const delivery = page.getByRole('listitem').filter({ hasText: 'webhook.test' });
    await delivery.getByRole('button', { name: 'Send again' }).waitFor();

    await row.getByRole('button', { name: 'New secret' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
    await expect.poll(() => page.getByLabel('Secret', { exact: true }).inputValue()).not.toBe(secret);
    await page.reload();
    await row.getByRole('button', { name: 'Switch off' }).click();
    await expect.poll(() => row.getByRole('button', { name: 'Send a test' }).isDisabled()).toBe(true);
    expect(await page.getByLabel('Secret', { exact: true }).count()).toBe(0);
    await row.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { name: 'No outgoing webhooks' }).waitFor();
    expect(unexpected(troubles)).toEqual([]);
    await close();
  });

  it('says whose a payment is, which gives the member their plan', async () => {
    await stage.pay('nova@example.org');
    const { page, troubles, close } = await stage.enter(browser, stage.people.Root, '/app/admin/payments');
    const payment = page.getByRole('listitem').filter({ hasText: 'sub_nova@example.org' });
    await payment.getByText('gives a plan').waitFor();
    const { discord_id: discordId } = stage.people.Mira;
    await payment.getByLabel('Discord id of the member').fill(discordId);
    await payment.getByRole('button', { name: 'Match' }).click();
    await page.getByRole('heading', { name: 'No payments to match' }).waitFor();
    const plan = page.getByRole('region', { name: 'Plan of a member' });
    await plan.getByLabel('Discord id of the member').fill(discordId);
    await plan.getByRole('button', { name: 'Look' }).click();
    await plan.getByText('paid', { exact: true }).waitFor();
    expect(unexpected(troubles)).toEqual([]);
    await close();

    const mira = await stage.enter(browser, stage.people.Mira, '/app/me/plan');
    await mira.page.getByText('paid', { exact: true }).waitFor();
    expect(unexpected(mira.troubles)).toEqual([]);
    await mira.close();
  });

  it('draws how the last hours went, and finds organizations and servers by name', async () => {
    await stage.app.verselink.app.get(FiguresHistory, { strict: false }).note();
    const { page, troubles, close } = await stage.enter(browser, stage.people.Root, '/app/admin/health');
    await page.getByRole('listitem').filter({ hasText: 'Database answers' }).waitFor();
    const plot = page.getByRole('figure').filter({ hasText: 'Answers of the site' });
    await plot.locator('canvas').waitFor();
    await plot.getByText('As a table').click();
    const downloading = page.waitForEvent('download');
    await plot.getByRole('button', { name: 'Export (CSV)' }).click();
    const [head, first] = await tableOf(await downloading);
    expect(head).toEqual(['Moment', 'half in less than', '99% in less than', 'requests']);
    const [at = '', ...figures] = first ?? [];
    expect(new Date(at).toISOString()).toBe(at);
    expect(figures.map(Number).filter((figure) => figure > 0)).toHaveLength(3);

    // A part that fails, and one that cannot be drawn, stand in their places; the rest stays.
    const answer = { status: 500, headers: { 'x-request-id': 'asked-by-this' }, json: { code: 'internal' } };
    await page.route('**/api/v1/discord/stats', (route) => route.fulfill(answer));
    await page.route('**/api/v1/discord/stats/interactions*', (route) => route.fulfill({ json: [null] }));
    const before = troubles.length;
    await page.reload();
    const failures = page.getByRole('alert').filter({ hasText: 'This part cannot be shown' });
    await failures.filter({ hasText: 'asked-by-this' }).waitFor({ timeout: 20_000 });
    await expect.poll(() => failures.count()).toBe(2);
    await plot.locator('canvas').waitFor();
    troubles.splice(before);

    await page.unrouteAll();
    await page.getByRole('link', { name: 'Organizations and servers' }).click();
    await page.getByRole('searchbox').fill('aurore');
    await page.getByRole('heading', { name: 'Escadrille Aurore' }).waitFor();
    await page.getByText('Nothing matches').waitFor();
    expect(new URL(page.url()).search).toBe('?q=aurore');
    expect(unexpected(troubles)).toEqual([]);
    await close();
  });

  it('groups failed jobs by their cause, and tries one cause again; others see no such page', async () => {
    await stage.failJobs(3, '50013: Send Messages is missing in #ops');
    await stage.failJobs(1, '50001: Missing Access');
    const { page, troubles, close } = await stage.visit(browser, 'Root', '/app/admin');
    const cause = page.getByRole('listitem').filter({ hasText: 'Send Messages is missing in #ops' });
    await cause.getByText('3 jobs:').waitFor();
    await cause.getByText('server Test server').waitFor();
    await cause.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => cause.count()).toBe(0);
    await page.getByText('50001: Missing Access').waitFor();
    expect(unexpected(troubles)).toEqual([]);
    await close();

    const zoe = await stage.visit(browser, 'Zoe', '/app/admin/jobs');
    await zoe.page.getByRole('heading', { name: 'This page is not open to you' }).waitFor();
    expect(await zoe.page.getByRole('link', { name: 'Administration' }).count()).toBe(0);
    expect(unexpected(zoe.troubles)).toEqual([]);
    await zoe.close();
  });
});
