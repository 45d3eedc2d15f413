import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../../sandbox/test/page/axe.js';
import { browserPath, launch, openPage } from '../../sandbox/test/page/browser.js';
import { ConsoleStage, expectUsable } from '../support/console-stage.js';
import type { DiscordMessage } from '../support/discord.js';
import { tableOf } from '../support/downloads.js';
import { eventually } from '../support/eventually.js';
import { mirrorsOf, type EventBody } from '../support/scene.js';

// What organizers and members do on the page of an event.

describe.skipIf(browserPath === null)('the page of an event', { timeout: 120_000 }, () => {
  let stage: ConsoleStage;
  let browser: Browser;
  beforeAll(async () => {
    [stage, browser] = await Promise.all([ConsoleStage.open(), launch()]);
    for (const name of ['Ada', 'Mira', 'Zoe'] as const)
      await stage.people[name].patch('/users/me', { locale: 'en', timezone: 'Europe/Paris' });
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  const anEvent = (fields: object = {}): Promise<EventBody> =>
    stage.scene.event({
      roles: [
        { name: 'Pilot', capacity: 1 },
        { name: 'Gunner', capacity: 2 },
      ],
      ...fields,
    });

  /** Where a person sees the servers of Discord, and acts as any member. */
  const sandboxPage = () => (stage.discord.env['DISCORD_API_URL'] ?? '').replace(/\/api$/, '/');

  const messageOf = (event: EventBody): Promise<DiscordMessage> =>
    eventually(async () => {
      const [message] = (await mirrorsOf(stage.discord, stage.guild, event.id)).messages;
      if (message === undefined) throw new Error('no message yet');
      return message;
    });

  const statusOf = async (event: EventBody, userId: string) => {
    const { body } = await stage.scene.admin.get<{
      items: { user_id: string; status: string; role_name: string | null }[];
    }>(`/events/${event.id}/roster`);
    const row = body.items.find(({ user_id }) => user_id === userId);
    return row && [row.status, row.role_name];
  };

  it('moves when a member answers on Discord, and lets staff move them by menu, keyboard and mouse', async () => {
    const { Mira, Zoe } = stage.people;
    const event = await anEvent({ title: 'Convoy to Pyro' });
    const message = await messageOf(event);
    const { page, troubles, close } = await stage.visit(browser, 'Mira', '/app/events');
    await page.getByRole('link', { name: 'Convoy to Pyro' }).click();
    await page.getByRole('region', { name: 'Pilot' }).waitFor();

    await stage.discord.choose(message, Zoe.discord_id, 'Pilot');
    await rowIn(page, 'Pilot', 'Zoe').waitFor();
    await stage.discord.choose(message, Mira.discord_id, 'Pilot');
    await rowIn(page, 'Waitlist', 'Mira').waitFor();

    await page.getByRole('button', { name: 'Acts for Mira' }).click();
    await page.getByText('Why?').click();
    await page.getByText('Number 1 in the waitlist.').waitFor();
    await page.getByText('Pilot · All seats of this role are taken or held.').waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Acts for Zoe' }).click();
    await page.getByLabel('Move to…').selectOption({ label: 'Gunner (0 / 2)' });
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await rowIn(page, 'Gunner', 'Zoe').waitFor();
    // The seat that she left went to who waited.
    await rowIn(page, 'Pilot', 'Mira').waitFor();
    expect(await statusOf(event, Zoe.id)).toEqual(['confirmed', 'Gunner']);

    await dragByKeyboard(page, 'Zoe', 'Without a role');
    await rowIn(page, 'Without a role', 'Zoe').waitFor();
    expect(await statusOf(event, Zoe.id)).toEqual(['confirmed', null]);

    await rowIn(page, 'Without a role', 'Zoe').dragTo(page.getByRole('grid', { name: 'Gunner' }));
    await rowIn(page, 'Gunner', 'Zoe').waitFor();
    expect(await statusOf(event, Zoe.id)).toEqual(['confirmed', 'Gunner']);

    // What the API refuses is told, and nothing has moved.
    await rowIn(page, 'Gunner', 'Zoe').dragTo(page.getByRole('grid', { name: 'Pilot' }));
    await page.getByRole('alert').filter({ hasText: 'No seat is free in this role' }).waitFor();
    expect(await rowIn(page, 'Gunner', 'Zoe').count()).toBe(1);
    // Chromium says so of every answer that refuses.
    expect(troubles.filter((trouble) => !trouble.includes('409 (Conflict)'))).toEqual([]);
    await close();
  });

  it('shows who clicks on the page of Discord, by one stream for all tabs, which outlives its tab and being cut off', async () => {
    const { Zoe, Eve } = stage.people;
    const event = await anEvent({ title: 'Salvage at Daymar' });
    const { page: first, close } = await stage.visit(browser, 'Mira', `/app/events/${event.id}`);
    await rowless(first).waitFor();
    const context = first.context();
    const streams: string[] = [];
    context.on('request', (request) => {
      if (new URL(request.url()).pathname === '/api/v1/live') streams.push(request.url());
    });
    const second = await context.newPage();
    await second.goto(`${stage.app.url}/app/events/${event.id}`);
    await rowless(second).waitFor();

    await messageOf(event);
    const discord = await openPage(browser, sandboxPage());
    await discord.page.getByRole('button', { name: 'events', exact: true }).click();
    await discord.page.getByRole('button', { name: /^Acting as/ }).click();
    await discord.page.getByRole('dialog', { name: 'Act as' }).getByRole('button', { name: 'Zoe' }).click();
    const message = discord.page.getByRole('article').filter({ hasText: 'Salvage at Daymar' });
    await message.getByRole('button', { name: /^(?:S'inscrire|Sign up)/ }).click();
    for (const page of [first, second]) await rowIn(page, 'Without a role', 'Zoe').waitFor();
    expect(await statusOf(event, Zoe.id)).toEqual(['confirmed', null]);
    await discord.close();

    await first.close();
    await Eve.post(`/events/${event.id}/signups`, {});
    await rowIn(second, 'Without a role', 'Eve').waitFor();

    await context.setOffline(true);
    await Zoe.delete(`/events/${event.id}/signups/me`);
    await context.setOffline(false);
    await expect.poll(() => rowIn(second, 'Without a role', 'Zoe').count(), { timeout: 30_000 }).toBe(0);
    expect(streams.every((address) => address.includes(event.id))).toBe(true);
    await close();
  });

  it('takes back what staff did, after saying what that touches, also from the timeline and without a mouse', async () => {
    const { Mira, Zoe } = stage.people;
    const event = await anEvent({ title: 'Escort to Hurston' });
    await messageOf(event);
    const [, gunner] = event.roles;
    await Zoe.post(`/events/${event.id}/signups`, { role_id: gunner?.id });
    const { page, troubles, close } = await stage.visit(browser, 'Mira', `/app/events/${event.id}`);
    await rowIn(page, 'Gunner', 'Zoe').waitFor();
    await page.getByRole('button', { name: 'Acts for Zoe' }).click();
    await page.getByRole('button', { name: 'Remove from the event' }).click();

    const bar = page.getByRole('status', { name: 'Latest act' });
    await bar.getByText('Zoe: seat, Gunner → removed').waitFor();
    await bar.getByText(/can be undone until \d\d:\d\d/).waitFor();
    expect(await rowIn(page, 'Gunner', 'Zoe').count()).toBe(0);
    await bar.getByRole('button', { name: 'Undo…' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Undo this?' });
    await dialog.getByText('Signup message on Test server').waitFor();
    await dialog.getByRole('button', { name: 'Undo', exact: true }).focus();
    await page.keyboard.press('Enter');
    await rowIn(page, 'Gunner', 'Zoe').waitFor();
    expect(await statusOf(event, Zoe.id)).toEqual(['confirmed', 'Gunner']);
    await expect.poll(() => bar.getByRole('button').count()).toBe(0);

    await Mira.patch(`/events/${event.id}`, { location: 'Everus Harbor' });
    await page.getByRole('link', { name: 'Timeline' }).click();
    await page.getByText('Zoe was put back as before').waitFor();
    await page.getByRole('button', { name: 'Undo: Event changed' }).click();
    await dialog.getByText('Discord event on Test server').waitFor();
    await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('Change undone').waitFor();
    expect((await Mira.get(`/events/${event.id}`)).body).toMatchObject({ location: 'Daymar' });
    expect(troubles).toEqual([]);
    await close();
  });

  it('compares what a server shows with Discord, and sends it again', async () => {
    const event = await anEvent({ title: 'Rescue at Crusader' });
    const { id } = await messageOf(event);
    const { page, troubles, close } = await stage.visit(browser, 'Ada', `/app/events/${event.id}/mirrors`);
    await page.getByText('Up to date').waitFor();
    await stage.discord.asBot('PATCH', `/channels/${stage.guild.channelId}/messages/${id}`, {
      embeds: [{ title: 'Changed elsewhere' }],
    });
    await page.getByRole('button', { name: 'Compare with Discord: Test server' }).click();
    const comparison = page.getByRole('region', { name: 'Comparison with Discord: Test server' });
    const title = comparison.getByRole('row', { name: /^Title/ }).filter({ hasText: 'differs' });
    await title.getByText('Changed elsewhere').waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Send again: Test server' }).click();
    await expect
      .poll(async () => {
        await comparison.getByRole('button', { name: 'Compare again' }).click();
        return comparison.getByText('Discord shows everything as wanted.').count();
      })
      .toBe(1);
    await comparison.getByText(/^6 fields as wanted$/).click();
    await comparison
      .getByRole('row', { name: /^Place/ })
      .filter({ hasText: 'Daymar' })
      .waitFor();

    await page.goto(`${stage.app.url}/app/servers/${stage.guild.id}?tab=mirrors`);
    await page.getByRole('heading', { name: 'Rescue at Crusader' }).waitFor();
    await page.getByRole('button', { name: 'Compare with Discord: Rescue at Crusader' }).click();
    await page.getByText('Discord shows everything as wanted.').waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  it('is published, locked and cancelled with a reason that members read', async () => {
    const event = await anEvent({ title: 'Ore run', state: 'draft' });
    const { page, troubles, close } = await stage.visit(browser, 'Mira', `/app/events/${event.id}`);
    const acts = page.getByRole('group', { name: 'Acts on the event' });
    await acts.getByRole('button', { name: 'Publish' }).click();
    await acts.getByRole('button', { name: 'Lock answers' }).click();
    await acts.getByRole('button', { name: 'Unlock answers' }).waitFor();
    await acts.getByRole('button', { name: 'Cancel the event…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Cancel the event?' });
    await dialog.getByLabel(/^Reason/).fill('Too few pilots.');
    await dialog.getByRole('button', { name: 'Cancel the event' }).click();
    await page.getByText('Cancelled: Too few pilots.').waitFor();
    await expect.poll(() => acts.getByRole('button', { name: 'Cancel the event…' }).count()).toBe(0);
    const { body } = await stage.scene.admin.get(`/events/${event.id}`);
    expect(body).toMatchObject({ state: 'cancelled', locked: true, cancel_reason: 'Too few pilots.' });
    expect(troubles).toEqual([]);
    await close();
  });

  it('shows a member the description as Discord does, with links that lead to the web alone', async () => {
    const { Mira } = stage.people;
    await Mira.patch('/users/me', { timezone: 'Asia/Kolkata' });
    const description = [
      '# Rules of the raid',
      'Bring a **spare suit**, see [the map](https://example.org/map) and `/me`.',
      '- <t:2000000000:f>',
      '[Never](javascript:alert(1)) <b>bold</b> ||the loot|| <@&1>',
    ].join('\n');
    const event = await anEvent({ title: 'Written raid', description });
    const { page, troubles, close } = await stage.visit(browser, 'Mira', `/app/events/${event.id}`);
    const text = page.locator('.description');
    await text.getByRole('heading', { name: 'Rules of the raid' }).waitFor();
    expect(await text.locator('strong').allTextContents()).toEqual(['spare suit']);
    expect(await text.locator('code').allTextContents()).toEqual(['/me']);
    // 18 May 2033, 03:33:20 UTC, in the zone of the profile.
    expect(await text.getByRole('listitem').allTextContents()).toEqual(['18 May 2033 at 09:03']);
    // One alone: a second one would fail here, too.
    expect(await text.getByRole('link').getAttribute('href')).toBe('https://example.org/map');
    await text.getByText('[Never](javascript:alert(1)) <b>bold</b>').waitFor();
    await text.getByText('@unknown-role').waitFor();
    expect(await text.getByText('the loot').isVisible()).toBe(false);
    await text.getByRole('button', { name: 'Show spoiler' }).click();
    await text.getByText('the loot').waitFor();
    await expectUsable(page);
    expect(troubles).toEqual([]);
    await Mira.patch('/users/me', { timezone: 'Europe/Paris' });
    await close();
  });

  it('saves the timeline and the attendance as tables that spreadsheets open, with no formula in them', async () => {
    const handle = '=HYPERLINK("https://example.org")';
    const schemer = await stage.app.user({ handle });
    const event = await anEvent({
      title: 'Counted raid',
      roles: [{ name: '+Gunner, "upper"', capacity: 3 }],
    });
    const [role] = event.roles;
    await schemer.post(`/events/${event.id}/signups`, { role_id: role?.id });
    await stage.people.Ada.patch(`/events/${event.id}/signups/${schemer.id}`, { status: 'checked_in' });
    const { page, troubles, close } = await stage.visit(browser, 'Ada', `/app/events/${event.id}/timeline`);
    await page.getByText('(present)').waitFor();
    const saved = async () => {
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export (CSV)' }).click();
      const download = await downloading;
      return { name: download.suggestedFilename(), rows: await tableOf(download) };
    };
    const timeline = await saved();
    expect(timeline.name).toBe('counted-raid-timeline.csv');
    const [head, ...entries] = timeline.rows;
    expect(head).toEqual(['When (UTC)', 'What', 'Who', 'Where', 'Details']);
    expect(entries.map(([, what, who]) => [what, who])).toEqual(
      expect.arrayContaining([
        [`'${handle} got another place or answer (present)`, 'Ada'],
        [`'${handle} signed up`, ''],
        ['Event created', 'Ada'],
      ]),
    );
    for (const [at = ''] of entries) expect(new Date(at).toISOString()).toBe(at);

    // What is filtered is what is saved.
    await page.getByLabel('About').selectOption('The event');
    await expect.poll(() => page.getByText('(present)').count()).toBe(0);
    expect((await saved()).rows.slice(1).map(([, what]) => what)).toEqual(['Event created']);

    await page.getByRole('link', { name: 'Attendance' }).click();
    await page.getByRole('table').waitFor();
    const attendance = await saved();
    expect(attendance.name).toBe('counted-raid-attendance.csv');
    const [columns = [], row = [], ...others] = attendance.rows;
    expect(others).toEqual([]);
    expect(columns).toHaveLength(row.length);
    expect(row.slice(0, 2)).toEqual([`'${handle}`, `'+Gunner, "upper"`]);
    expect(troubles).toEqual([]);
    await close();
  });

  it('draws of a large group what is in sight, and more as one scrolls', async () => {
    const event = await stage.scene.event({ title: 'Parade', max_participants: null });
    for (let n = 0; n < 31; n += 1) {
      const pilot = await stage.app.user({ handle: `Pilot ${String(n).padStart(2, '0')}` });
      expect((await pilot.post(`/events/${event.id}/signups`, {})).status).toBe(201);
    }
    const { page, troubles, close } = await stage.enter(
      browser,
      stage.people.Mira,
      `/app/events/${event.id}`,
    );
    const grid = page.getByRole('grid').first();
    await grid.getByText('Pilot 11').waitFor();
    expect(await grid.getByRole('row').count()).toBe(12);
    await grid.getByText('Pilot 00').hover();
    await page.mouse.wheel(0, 300);
    await grid.getByText('Pilot 30').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });

  it('offers a member no acts of staff', async () => {
    const { Mira } = stage.people;
    const event = await anEvent({ title: 'Patrol' });
    await Mira.post(`/events/${event.id}/signups`, { notes: 'For staff only.' });
    const { page, troubles, close } = await stage.visit(browser, 'Zoe', `/app/events/${event.id}`);
    await page.getByRole('region', { name: 'Without a role' }).getByText('Mira').waitFor();
    expect(await page.getByRole('group', { name: 'Acts on the event' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: /Mira/ }).count()).toBe(0);
    expect(await page.getByText('For staff only.').count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });
});

const rowless = (page: Page): Locator => page.getByRole('region', { name: 'Without a role' });

const rowIn = (page: Page, group: string, name: string): Locator =>
  page.getByRole('region', { name: group }).getByRole('row').filter({ hasText: name });

/** Takes somebody up by the handle of their row, goes from group to group by the Tab key, and puts them down. */
async function dragByKeyboard(page: Page, name: string, group: string): Promise<void> {
  await page.getByRole('row').filter({ hasText: name }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const target = page.getByRole('region', { name: group });
  await expect
    .poll(async () => {
      if ((await target.locator(':focus').count()) > 0) return true;
      await page.keyboard.press('Tab');
      return false;
    })
    .toBe(true);
  await page.keyboard.press('Enter');
}
