import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../../sandbox/test/page/axe.js';
import { browserPath, launch } from '../../sandbox/test/page/browser.js';
import { readApiSchema } from '../support/api-schema.js';
import { ConsoleStage } from '../support/console-stage.js';
import { type EventBody, mirrorsOf } from '../support/scene.js';

interface Found extends EventBody {
  readonly title: string;
  readonly description: string;
  readonly location: string | null;
  readonly start_at_utc: string;
  readonly series_id: string | null;
  readonly signup_role_ids: readonly string[];
}

describe.skipIf(browserPath === null)(
  'events are made and changed in the console',
  { timeout: 120_000 },
  () => {
    let stage: ConsoleStage;
    let browser: Browser;
    beforeAll(async () => {
      [stage, browser] = await Promise.all([ConsoleStage.open(), launch()]);
      await stage.people.Ada.patch('/users/me', { locale: 'en', timezone: 'Europe/Paris' });
    });
    afterAll(async () => {
      await browser.close();
      await stage.close();
    });

    const found = async (title: string): Promise<Found[]> => {
      const { body } = await stage.people.Ada.get<{ items: Found[] }>(
        `/events?org_id=${stage.scene.orgId}&limit=100`,
      );
      return body.items.filter((event) => event.title === title);
    };
    const templates = async (): Promise<unknown[]> => {
      const path = `/organizations/${stage.scene.orgId}/templates?limit=100`;
      return (await stage.people.Ada.get<{ items: unknown[] }>(path)).body.items;
    };
    /** Fills in what an event cannot do without. */
    const fill = async (page: Page, title: string, start = '2042-01-07T20:30') => {
      await page.getByLabel('Title').fill(title);
      await page.getByLabel('Description').first().fill('We meet at the station and fly out together.');
      await page.getByLabel('Start', { exact: true }).fill(start);
    };

    it('bad input is told at its field; a draft is kept, then published, and stands on Discord', async () => {
      const title = `Convoy ${Date.now()}`;
      const { page, troubles, close } = await stage.visit(browser, 'Ada', '/app/events/new');
      await page.getByLabel('Title').fill('Raid');
      await page.getByRole('button', { name: 'Publish' }).click();
      await page.getByText('The title has 5 to 200 characters').last().waitFor();
      await page.getByText('The start is a date and time to come').last().waitFor();
      expect(await page.evaluate('document.activeElement.name')).toBe('title');
      await fill(page, title);
      await page.getByText('Tue 7 Jan 2042 20:30 Paris (GMT+1)').waitFor();

      await page.locator('summary', { hasText: 'Roles' }).click();
      await page.getByRole('button', { name: 'Add a role' }).click();
      await page.getByLabel('Emoji').fill('not one');
      await page.getByLabel('Name').fill('Pilot');
      await page.getByRole('button', { name: 'Save the draft' }).click();
      await page.getByText('A single emoji').last().waitFor();
      expect(await page.evaluate('document.activeElement.name')).toBe('roles.0.emoji');
      await page.getByLabel('Emoji').fill('🚀');
      await page.locator('summary', { hasText: 'Who can sign up' }).click();
      await page.getByLabel('Discord roles').selectOption(stage.guild.managerRoleId);
      await page.getByRole('button', { name: 'Save the draft' }).click();
      await page.getByText('The draft is saved.').waitFor();
      const [draft] = await found(title);
      expect(draft).toMatchObject({ state: 'draft', roles: [{ name: 'Pilot' }] });
      expect(draft?.signup_role_ids).toEqual([stage.guild.managerRoleId]);

      await page.goto(`${stage.app.url}/app/events/${draft?.id}/edit`);
      await page.getByLabel('Place').fill('Ruin Station');
      await page.getByRole('button', { name: 'Publish' }).click();
      await page.getByText('The event is published.').waitFor();
      await expect
        .poll(async () => (await mirrorsOf(stage.discord, stage.guild, draft?.id ?? '')).messages.length, {
          timeout: 20_000,
        })
        .toBe(1);
      // Of the refusals above Chromium writes to its own console.
      expect(troubles.filter((trouble) => !trouble.includes('422'))).toEqual([]);
      await close();
    });

    it('an edit that crosses another one shows both sides, and keeps what was chosen of each', async () => {
      const event = await stage.scene.event({ title: `Raid ${Date.now()}` });
      const { page, troubles, close } = await stage.visit(browser, 'Ada', `/app/events/${event.id}/edit`);
      await page.getByLabel('Title').fill('Mine is the title');
      await page.getByLabel('Place').fill('My place');
      await page.getByLabel('Seats').fill('7');
      await stage.people.Mira.patch(`/events/${event.id}`, {
        title: 'Theirs is the title',
        location: 'Their place',
        description: 'Theirs is the description.',
      });
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Somebody else has changed this event' });
      await dialog.getByRole('group', { name: 'Place' }).getByLabel('Their place').check();
      expect(await dialog.getByRole('group').count()).toBe(3);
      expect(await violations(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Save this choice' }).click();
      await page.getByText('The changes are saved.').waitFor();
      const { body } = await stage.people.Ada.get<Found>(`/events/${event.id}`);
      expect(body).toMatchObject({
        title: 'Mine is the title',
        location: 'Their place',
        description: 'Theirs is the description.',
        max_participants: 7,
      });
      expect(troubles.filter((trouble) => !trouble.includes('412'))).toEqual([]);
      await close();
    });

    it('a copy has all that can be said of an event, and a start to come', async () => {
      const title = `Copied ${Date.now()}`;
      const start = new Date(Date.now() + 2 * 86_400_000);
      start.setUTCHours(20, 30, 0, 0);
      const closes = new Date(start.getTime() - 90 * 60_000);
      const said = {
        title,
        description: 'We meet at **the station** and fly out together.',
        type: 'trading',
        duration_minutes: 150,
        location: 'Port Tressler',
        visibility: 'private',
        max_participants: 17,
        roles: [{ name: 'Pilot', capacity: 4, emoji: '🚀', description: 'Flies.' }],
        fleet_ships: [{ ship_model: 'Hammerhead', required_crew: 4, notes: 'Full crew.' }],
        banner_url: 'https://example.org/banner.png',
        signup_role_ids: [stage.guild.managerRoleId],
        members_only: true,
        role_required: true,
        approval_required: true,
        offer_minutes: 20,
        co_organizer_ids: [stage.people.Zoe.id],
        answers: ['tentative', 'late'],
        locked: true,
        reminder_offsets_minutes: [120, 15],
      };
      const { components } = (await readApiSchema(stage.app)).document;
      const fields = Object.keys(components.schemas['CreateEventDto']?.properties ?? {});
      const aside = ['org_id', 'template_id', 'state', 'start_at_utc', 'signup_closes_at'];
      // Whoever adds a field to events says here what a copy makes of it.
      expect([...Object.keys(said), ...aside].sort()).toEqual(fields.sort());
      const moments = { start_at_utc: start.toISOString(), signup_closes_at: closes.toISOString() };
      const { id } = await stage.scene.event({ ...said, ...moments });

      const { page, troubles, close } = await stage.visit(browser, 'Ada', `/app/events/new?from=${id}`);
      await page.getByRole('heading', { name: `Copy of “${title}”` }).waitFor();
      await page.getByLabel('Start', { exact: true }).fill('2042-01-07T20:30');
      await page.getByRole('button', { name: 'Publish' }).click();
      await page.getByText('The event is published.').waitFor();
      const copy = (await found(title)).find((event) => event.id !== id);
      expect(copy).toMatchObject({
        ...said,
        start_at_utc: '2042-01-07T19:30:00.000Z',
        signup_closes_at: '2042-01-07T18:00:00.000Z',
      });
      expect(troubles).toEqual([]);
      await close();
    });

    it('a template is kept with its deadline, changed, used for a series, and deleted; what is unsaved is not left without a word', async () => {
      const [name, title] = [`Weekly ${Date.now()}`, `Patrol ${Date.now()}`];
      const { page, troubles, close } = await stage.visit(browser, 'Ada', '/app/events/new');
      await fill(page, title);
      await page.locator('summary', { hasText: 'Signups' }).click();
      await page.getByLabel('Signups close').fill('2042-01-07T18:30');
      await page.getByLabel('Lock the answers').check();
      await page.getByRole('button', { name: 'Save as template' }).click();
      await page.getByLabel('Name of the template').fill(name);
      await page.getByRole('dialog').getByRole('button', { name: 'Save as template' }).click();
      await page.getByText(`The template “${name}” is saved.`).waitFor();
      const kept = { name, title, locked: true, signup_closes_before_minutes: 120 };
      expect(await templates()).toContainEqual(expect.objectContaining(kept));
      await page.getByRole('link', { name: 'VerseLink' }).click();
      await page.getByRole('button', { name: 'Leave without saving' }).click();

      await page.getByRole('link', { name: 'Templates' }).click();
      await page.getByRole('link', { name: `Edit the template ${name}` }).click();
      await page.getByLabel('Name of the template').fill('x');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('The name of the template has 2 to 60 characters').last().waitFor();
      await page.getByLabel('Name of the template').fill(`${name}, late`);
      await page.locator('summary', { hasText: 'Signups' }).click();
      await page.getByLabel('Signups close, in minutes').fill('60');
      expect(await violations(page)).toEqual([]);
      const sent = page.waitForRequest((request) => request.method() === 'PATCH');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const changes = { name: `${name}, late`, signup_closes_before_minutes: 60 };
      expect((await sent).postDataJSON()).toEqual(changes);
      await page.getByText(`The template “${name}, late” is saved.`).waitFor();
      expect(await templates()).toContainEqual(expect.objectContaining({ ...kept, ...changes }));

      await page.getByRole('link', { name: `Use the template ${name}, late` }).click();
      expect(await page.getByLabel('Title').inputValue()).toBe(title);
      const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
      await page.getByLabel('Start', { exact: true }).fill(`${soon}T21:00`);
      await page.locator('summary', { hasText: 'Signups' }).click();
      expect(await page.getByLabel('Signups close').inputValue()).toBe(`${soon}T20:00`);
      expect(await page.getByLabel('Lock the answers').isChecked()).toBe(true);
      await page.getByLabel('The event comes again').selectOption('week');
      await page.getByLabel('End', { exact: true }).selectOption('count');
      await page.getByLabel('Number of times').fill('3');
      await expect
        .poll(() => page.getByRole('region', { name: 'Next dates' }).getByRole('listitem').count())
        .toBe(3);
      await page.getByRole('button', { name: 'Make the series' }).click();
      await page.getByText('The series is made.').waitFor();
      await expect.poll(async () => (await found(title)).length).toBe(2);
      const [first] = await found(title);

      await page.goto(`${stage.app.url}/app/events/${first?.id}/edit`);
      await page.getByRole('link', { name: 'Edit all of the series to come' }).click();
      await page.getByLabel('Place').fill('Port Tressler');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('The changes are saved.').waitFor();
      await expect
        .poll(async () => (await found(title)).map(({ location }) => location))
        .toEqual(['Port Tressler', 'Port Tressler']);

      await page.goto(`${stage.app.url}/app/events/templates`);
      await page.getByRole('button', { name: `Delete the template ${name}, late` }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
      await page.getByText('The template is deleted.').waitFor();
      expect(troubles.filter((trouble) => !trouble.includes('422'))).toEqual([]);
      await close();
    });

    it('an edit of a template that crosses another one shows both sides, too', async () => {
      const templates = `/organizations/${stage.scene.orgId}/templates`;
      const event = await stage.scene.event({ title: 'Weekly raid', location: 'Everus Harbor' });
      const named = { name: `Crossed ${Date.now()}`, event_id: event.id };
      const { id } = (await stage.people.Ada.post<{ id: string }>(templates, named)).body;
      const address = `/app/events/templates/${stage.scene.orgId}/${id}/edit`;
      const { page, troubles, close } = await stage.visit(browser, 'Ada', address);
      await page.getByLabel('Name of the template').fill('Mine is the name');
      await page.getByLabel('Place').fill('My place');
      await page.locator('summary', { hasText: 'Signups' }).click();
      await page.getByLabel('Signups close, in minutes').fill('30');
      await stage.people.Mira.patch(`${templates}/${id}`, {
        location: 'Their place',
        signup_closes_before_minutes: 90,
        description: 'Theirs is the description.',
      });
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Somebody else has changed this template' });
      const closing = dialog.getByRole('group', { name: /^Signups close/ });
      await closing.getByLabel('90 min').check();
      expect(await dialog.getByRole('group').count()).toBe(3);
      expect(await violations(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Save this choice' }).click();
      await page.getByText('The template “Mine is the name” is saved.').waitFor();
      expect((await stage.people.Ada.get(`${templates}/${id}`)).body).toMatchObject({
        name: 'Mine is the name',
        location: 'My place',
        description: 'Theirs is the description.',
        signup_closes_before_minutes: 90,
        revision: 2,
      });
      expect(troubles.filter((trouble) => !trouble.includes('412'))).toEqual([]);
      await close();
    });

    it('shows what servers would show while it is typed, and before an edit is saved what it changes and who is told', async () => {
      const { page, troubles, close } = await stage.visit(browser, 'Ada', '/app/events/new');
      const preview = page.getByRole('complementary', { name: 'Preview on Discord' });
      await preview.getByText('The preview comes once').waitFor();
      const title = `Preview of ${'a very '.repeat(14)}long title`;
      await fill(page, title);
      await page.getByLabel('Description').first().fill('We meet at **the station** and fly out together.');
      await preview.getByRole('region', { name: 'Signup message' }).locator('strong').waitFor();
      await preview.getByText(`${title.length} / 100 · ${title.length - 100} cut off`).waitFor();
      // The server's language is French; who reads it is told in their own.
      await preview.getByText('Discord cuts the title of the scheduled event at 100 characters.').waitFor();
      await preview.getByLabel('Language').selectOption('English');
      await preview.getByRole('button', { name: 'Sign up' }).waitFor();
      await preview.getByLabel('Language').selectOption('French');
      await preview
        .getByRole('button', { name: /inscrire/ })
        .first()
        .waitFor();
      expect(await violations(page)).toEqual([]);

      const event = await stage.scene.event({ title: 'Night patrol', visibility: 'public' });
      await stage.people.Zoe.post(`/events/${event.id}/signups`, {});
      await page.getByRole('link', { name: 'VerseLink' }).click();
      await page.getByRole('button', { name: 'Leave without saving' }).click();
      await page.goto(`${stage.app.url}/app/events/${event.id}/edit`);
      await page.getByLabel('Start', { exact: true }).fill('2030-01-07T21:30');
      const review = page.getByRole('region', { name: 'What saving changes' });
      await review.getByRole('row', { name: /^Start .*7 Jan 2030 21:30/ }).waitFor();
      await review.getByText('Signup message · Scheduled event (start, end)').waitFor();
      await review.getByRole('listitem').filter({ hasText: 'Change – 1 person' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByLabel('Start', { exact: true }).fill('');

      await page.goto(`${stage.app.url}/app/events/${event.id}/mirrors`);
      await page.locator('summary', { hasText: 'Preview on Discord' }).click();
      await preview.getByRole('heading', { name: 'Night patrol' }).waitFor();
      expect(troubles.filter((trouble) => !trouble.includes('422'))).toEqual([]);
      await close();
    });

    it.each([
      ['Asia/Kolkata', 'Tue 7 Jan 2042 20:30 Kolkata (GMT+5:30)', '2042-01-07T15:00:00.000Z'],
      ['America/St_Johns', 'Tue 7 Jan 2042 20:30 St Johns (GMT-3:30)', '2042-01-08T00:00:00.000Z'],
    ])('says and means the time right half an hour off: %s', async (timezone, said, meant) => {
      await stage.people.Mira.patch('/users/me', { locale: 'en', timezone });
      const title = `Far away in ${timezone.split('/')[1]} ${Date.now()}`;
      const { page, troubles, close } = await stage.visit(browser, 'Mira', '/app/events/new');
      await fill(page, title);
      await page.getByText(said).waitFor();
      await page.getByLabel('Time zone').selectOption('Europe/Paris');
      await page.getByText('For you: ').waitFor();
      // In this hour the clocks of Paris go forward, and in the other back.
      await page.getByLabel('Start', { exact: true }).fill('2027-03-28T02:30');
      await page.getByText('does not exist in Paris').waitFor();
      await page.getByText('03:30 Paris (GMT+2)').waitFor();
      await page.getByLabel('Start', { exact: true }).fill('2027-10-31T02:30');
      await page.getByLabel(/^The second time/).check();
      await page.getByText('02:30 Paris (GMT+1), in').waitFor();
      await page.getByLabel('Time zone').selectOption(timezone);
      await page.getByLabel('Start', { exact: true }).fill('2042-01-07T20:30');
      await page.getByRole('button', { name: 'Publish' }).click();
      await page.getByText('The event is published.').waitFor();
      expect((await found(title)).map(({ start_at_utc }) => start_at_utc)).toEqual([meant]);
      expect(troubles).toEqual([]);
      await close();
    });
  },
);
