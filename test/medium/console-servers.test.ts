import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch } from '../../sandbox/test/page/browser.js';
import { pagesWithoutRow } from '../support/console-places.js';
import { differencesFor, visitorsOf } from '../support/console-rights.js';
import { ConsoleStage } from '../support/console-stage.js';
import type { TestGuild } from '../support/discord.js';

const SEND_MESSAGES = '2048';

describe.skipIf(browserPath === null)(
  'organizations and servers in the console',
  { timeout: 120_000 },
  () => {
    let stage: ConsoleStage;
    let browser: Browser;
    let evesGuild: TestGuild;
    beforeAll(async () => {
      [stage, browser] = await Promise.all([ConsoleStage.open(), launch()]);
      const { Eve } = stage.people;
      evesGuild = await stage.discord.guild([], { ownerId: Eve.discord_id });
      const named = { username: 'Eve', roles: [] };
      await stage.discord.control('PUT', `/guilds/${evesGuild.id}/members/${Eve.discord_id}`, named);
      for (const person of Object.values(stage.people)) await person.patch('/users/me', { locale: 'en' });
    });
    afterAll(async () => {
      await browser.close();
      await stage.close();
    });

    const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
    const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
    /** As somebody with the right to on Discord. */
    const overwrite = async (method: 'PUT' | 'DELETE', body?: object) => {
      const { guild, discord } = stage;
      const route = `/v10/channels/${guild.channelId}/permissions/${guild.id}`;
      const answer = await fetch(`${discord.env['DISCORD_API_URL'] ?? ''}${route}`, {
        method,
        headers: {
          authorization: `Bot ${discord.env['DISCORD_BOT_TOKEN'] ?? ''}`,
          'content-type': 'application/json',
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      expect(answer.status).toBe(204);
    };

    it('lead from nothing to an organization, a server, its settings and its doctor', async () => {
      const { page, troubles, close } = await stage.visit(browser, 'Eve', '/app/organizations');
      await page.getByText('You belong to no organization yet').waitFor();
      await press(page, 'Found an organization');
      await page.getByLabel('Name').fill('Long Haul Traders');
      await page.getByLabel('Tag').fill('haul');
      await press(page, 'Found it');
      await page.getByRole('heading', { level: 1, name: 'Long Haul Traders' }).waitFor();

      await follow(page, 'Servers');
      await follow(page, 'Connect a server');
      await press(page, 'Connect Test server');
      await page.getByRole('combobox', { name: /^Signup channel/ }).selectOption({ label: '#events' });
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved. What the server shows').waitFor();
      const { body } = await stage.people.Eve.get(`/discord/guilds/${evesGuild.id}`);
      expect(body).toMatchObject({ event_channel_id: evesGuild.channelId, guild_name: 'Test server' });

      await follow(page, 'Doctor');
      await page.getByText('Everything is allowed.').waitFor();
      await press(page, 'Post a test and delete it');
      await page.getByText('Posted and deleted.').waitFor();
      const { channels } = await stage.discord.read(evesGuild.id);
      expect(channels.flatMap(({ messages }) => messages)).toEqual([]);
      expect(troubles).toEqual([]);
      await close();
    });

    it('name who denies what, and show how the mirror follows when it is given back', async () => {
      await overwrite('PUT', { type: 0, allow: '0', deny: SEND_MESSAGES });
      const event = await stage.scene.event({ title: 'Held up' });
      const mirrors = `/discord/events/events/${event.id}/discord`;
      const state = async () =>
        (await stage.people.Ada.get<{ sync_state: string }[]>(mirrors)).body.map(
          ({ sync_state }) => sync_state,
        );
      await expect.poll(state).toEqual(['failed']);

      const address = `/app/events/${event.id}/mirrors`;
      const { page, troubles, close } = await stage.visit(browser, 'Ada', address);
      await page.getByText('Failed', { exact: true }).waitFor();
      await follow(page, 'See the doctor of the server');
      await page.getByText('One thing to mend').waitFor();
      await page.getByText('the channel denies it to @everyone.').waitFor();
      await press(page, 'Post a test and delete it');
      await page.getByText('Refused:').waitFor();

      await overwrite('DELETE');
      await expect
        .poll(async () => {
          await press(page, 'Look again');
          return page.getByText('Everything is allowed.').count();
        })
        .toBe(1);
      await expect.poll(state).toEqual(['synced']);
      await page.goto(stage.app.url + address);
      await page.getByText('Up to date').waitFor();
      expect(troubles).toEqual([]);
      await close();
    });

    it('show everybody what docs/permissions.md lets them do, and no more', async () => {
      const { orgId, admin } = stage.scene;
      await admin.patch(`/organizations/${orgId}`, { visibility: 'private' });
      expect(pagesWithoutRow()).toEqual([]);
      const { visitors, ids } = await visitorsOf(stage);
      const found = visitors.map(async (visitor) => {
        return [visitor.name, await differencesFor(stage, browser, visitor, ids)] as const;
      });
      const none = visitors.map(({ name }) => [name, []]);
      const differences = await Promise.all(found);
      await admin.patch(`/organizations/${orgId}`, { visibility: 'public' });
      expect(differences).toEqual(none);
    });

    it('let a member leave, and a stranger ask to join', async () => {
      const { orgId } = stage.scene;
      const zoe = await stage.visit(browser, 'Zoe', `/app/organizations/${orgId}?tab=members`);
      await zoe.page.getByRole('heading', { name: 'Mira' }).waitFor();
      expect(await zoe.page.getByRole('button', { name: 'Leave' }).count()).toBe(1);
      expect(zoe.troubles).toEqual([]);
      await zoe.close();

      const eve = await stage.visit(browser, 'Eve', `/app/organizations/${orgId}`);
      await press(eve.page, 'Ask to join');
      await eve.page.getByText('Your request waits').waitFor();
      await press(eve.page, 'Take the request back');
      expect(eve.troubles).toEqual([]);
      await eve.page.goto(`${stage.app.url}/app/servers/${stage.guild.id}`);
      await eve.page.getByText('hidden from you').waitFor();
      await eve.close();
    });

    it('change rights, and take somebody in by a link', async () => {
      const members = `/app/organizations/${stage.scene.orgId}?tab=members`;
      const ada = await stage.visit(browser, 'Ada', members);
      await ada.page.getByLabel('Role of Zoe').selectOption('staff');
      await expect
        .poll(async () => (await stage.people.Zoe.get(`/organizations/${stage.scene.orgId}`)).body)
        .toMatchObject({ my_rank: 'staff' });
      await press(ada.page, 'Make a link');
      const link = await ada.page.getByRole('textbox', { name: 'Invitation link' }).inputValue();

      const eve = await stage.visit(browser, 'Eve', '/app/organizations');
      await eve.page.getByLabel('Invitation link').fill(link);
      await press(eve.page, 'See the invitation');
      await eve.page.getByText('Ada invites you to Escadrille Aurore').waitFor();
      await press(eve.page, 'Join');
      await eve.page.getByRole('heading', { level: 1, name: 'Escadrille Aurore' }).waitFor();
      await eve.page.getByText('Member', { exact: true }).first().waitFor();
      expect(eve.troubles).toEqual([]);
      await eve.close();

      await ada.page.reload();
      await press(ada.page, 'Remove Eve');
      await ada.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
      await ada.page.getByText('Eve has left the organization.').waitFor();
      await press(ada.page, 'Revoke');
      await ada.page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
      await ada.page.getByText('No open invites.').waitFor();
      await follow(ada.page, 'Calendar');
      await press(ada.page, 'Make a link');
      const calendar = await ada.page.getByLabel('Link', { exact: true }).inputValue();
      const { pathname } = new URL(calendar);
      expect((await fetch(stage.app.url + pathname)).headers.get('content-type')).toContain('text/calendar');
      await press(ada.page, 'Revoke');
      await ada.page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
      await ada.page.getByText('No calendar links').waitFor();
      await follow(ada.page, 'Attendance');
      await ada.page.getByText('Events that are over').waitFor();
      await follow(ada.page, 'Audit');
      await ada.page.getByText('Invite · revoked').waitFor();
      expect(ada.troubles).toEqual([]);
      await ada.close();
    });
  },
);
