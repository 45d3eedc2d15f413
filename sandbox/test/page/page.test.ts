import type { APIThreadChannel } from 'discord-api-types/v10';
import type { Browser, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSandbox } from '../../src/index.js';
import { channelShape } from '../../src/shapes/channel.js';
import { browserPath, openPage } from './browser.js';
import { call, startScene, useStage, type Scene } from './scene.js';

describe.skipIf(browserPath === null)('the page', { timeout: 30_000 }, () => {
  let browser: Browser;
  let scene: Scene;
  let page: Page;

  useStage({}, (stage) => {
    ({ scene, browser, page } = stage);
  });
  beforeEach(async () => {
    const channels = page.getByRole('navigation', { name: 'Channels' });
    await channels.getByRole('button', { name: 'operations' }).click();
    await page.getByRole('heading', { name: 'operations' }).waitFor();
  });

  const text = (words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor();
  const actAs = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: /^Acting as/ }).click();
    await page.getByRole('dialog', { name: 'Act as' }).getByRole('button', { name }).click();
    await page.getByRole('button', { name: new RegExp(`^Acting as.*${name}`) }).waitFor();
  };

  it('signs a member up by a click: the message follows, and only the member reads the answer', async () => {
    await actAs('corvus');
    await page.getByRole('button', { name: 'Sign up' }).click();
    await text('1/12 corvus');
    await text('You are in, corvus.');
    await text('Only you can see this');

    await actAs('ada');
    expect(await page.getByText('You are in, corvus.').count()).toBe(0);

    await actAs('corvus');
    await text('You are in, corvus.');
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    await expect.poll(() => page.getByText('You are in, corvus.').count()).toBe(0);
    await page.reload();
    await text('1/12 corvus');
    expect(await page.getByText('You are in, corvus.').count()).toBe(0);
  });

  it('opens a modal, keeps the focus in it, and hands its text to the bot', async () => {
    await page.getByRole('button', { name: 'Leave a note' }).click();
    const modal = page.getByRole('dialog', { name: 'A note' });
    await modal.getByRole('textbox', { name: 'Your note' }).fill('Two minutes late');
    await modal.getByRole('button', { name: 'Submit' }).click();
    await text('Noted: Two minutes late');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await expect
      .poll(() => page.evaluate<string>('document.activeElement.textContent'))
      .toContain('Leave a note');
  });

  it('chooses in a select menu with the keyboard alone', async () => {
    await page.getByRole('combobox', { name: 'Choose a role' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('m');
    await page.keyboard.press('Enter');
    await text('Role: medic');
  });

  it('says so when nothing answers, and keeps a disabled button shut', async () => {
    expect(await page.getByRole('button', { name: 'Closed' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Ask nobody' }).click();
    await text('This interaction failed');
  });

  it('sends a slash command with a choice that the bot suggested', async () => {
    await page.getByRole('textbox', { name: /^Message as/ }).fill('/event sh');
    await page.getByRole('option', { name: '/event show' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('red');
    await page.getByRole('option', { name: 'Red Dusk' }).waitFor();
    await expect.poll(() => page.getByRole('option', { name: 'Mining at Yela' }).count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await text('Chosen: red dusk');
    await text('/event show');
  });

  it('shows commands in the member’s language', async () => {
    await actAs('brune');
    await page.getByRole('textbox', { name: /^Message as/ }).fill('/event');
    await text('Les événements à venir');
  });

  it('writes as a member, and shows at once what the bot writes, edits and deletes', async () => {
    await page.getByRole('textbox', { name: /^Message as/ }).fill('Hello **all**');
    await page.keyboard.press('Enter');
    await page.locator('strong', { hasText: 'all' }).waitFor();

    const channel = await scene.channel('operations');
    const message = await channel.send('First words');
    await text('First words');
    await message.edit('Second words');
    await text('Second words');
    await message.delete();
    await expect.poll(() => page.getByText('Second words').count()).toBe(0);
  });

  it('shows threads below their channel', async () => {
    const { world, bus } = scene.sandbox.context;
    const parent = world.channels.get((await scene.channel('operations')).id);
    if (!parent) throw new Error('the scene has this channel');
    const now = world.now();
    const thread = world.channels.put({
      ...parent,
      id: world.snowflakes.next(),
      type: 11,
      name: 'briefing',
      parent_id: parent.id,
      thread: {
        owner_id: scene.person('ada'),
        archived: false,
        locked: false,
        invitable: true,
        auto_archive_duration: 1440,
        archive_timestamp: now,
        create_timestamp: now,
        message_count: 0,
        total_message_sent: 0,
        member_ids: [],
      },
    });
    bus.dispatch('THREAD_CREATE', channelShape(world, thread) as APIThreadChannel, {
      guild_id: parent.guild_id,
    });
    await page
      .getByRole('list', { name: 'Threads of operations' })
      .getByRole('button', { name: 'briefing' })
      .click();
    await page.getByRole('heading', { name: 'briefing' }).waitFor();
    await page.getByRole('textbox', { name: /^Message as/ }).fill('In the thread');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('In the thread').waitFor();
  });

  it('makes nothing but text of what others write', async () => {
    const channel = await scene.channel('operations');
    const attack =
      '<img src=x onerror="document.title=1"> <script>document.title=2</script> [x](javascript:alert(1))';
    await channel.send({
      content: attack,
      embeds: [{ title: attack, description: attack, fields: [{ name: attack, value: attack }] }],
    });
    await page.getByText('<img src=x').first().waitFor();
    expect(await page.title()).toBe('Discord sandbox');
    expect(await page.locator('img, a[href^="javascript"]').count()).toBe(0);
  });

  it('shows times in the viewer’s zone and the member’s language', async () => {
    await actAs('brune');
    await text('mardi 7 janvier 2031 à 21:00');
  });

  it('shows scheduled events live, and marks interest', async () => {
    await page.getByRole('button', { name: /^Events/ }).click();
    const guild = await scene.bot.guilds.fetch(scene.guild.id);
    const start = new Date(Date.now() + 3_600_000);
    const event = await guild.scheduledEvents.create({
      name: 'Race at Yela',
      privacyLevel: 2,
      entityType: 3,
      scheduledStartTime: start,
      scheduledEndTime: new Date(start.getTime() + 3_600_000),
      entityMetadata: { location: 'Yela' },
    });
    const card = page.getByRole('article', { name: 'Race at Yela' });
    await card.getByText('Scheduled').waitFor();
    const button = card.getByRole('button', { name: 'Interested in Race at Yela' });
    const before = scene.sandbox.context.world.subscriptionsByEvent.count(event.id);
    await button.click();
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
    expect(scene.sandbox.context.world.subscriptionsByEvent.count(event.id)).toBe(before + 1);
    await event.edit({ status: 2 });
    await card.getByText('Happening now').waitFor();
    await event.edit({ status: 3 });
    await card.getByText('Completed').waitFor();
  });

  it('shows direct messages to the member they are for', async () => {
    await (await scene.bot.users.fetch(scene.person('corvus'))).send('For corvus alone');
    await actAs('corvus');
    await page.getByRole('button', { name: /^Direct messages/ }).click();
    await text('For corvus alone');
    await actAs('ada');
    await expect.poll(() => page.getByText('For corvus alone').count()).toBe(0);
  });

  it('lists requests, and adds and clears faults', async () => {
    await page.getByRole('button', { name: 'Requests' }).click();
    await scene.bot.guilds.fetch({ guild: scene.guild.id, force: true });
    await page.getByText(`/guilds/${scene.guild.id}`).first().waitFor();

    await page.getByRole('button', { name: 'Faults' }).click();
    await page.getByLabel('Path').fill('/users/*');
    await page.getByRole('spinbutton', { name: 'Status' }).fill('403');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('answers 403').waitFor();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await text('None: everything works.');
    expect(await call(scene.sandbox, 'GET', '/sandbox/faults')).toEqual([]);
  });

  it('opens where the newest message is, and marks what came elsewhere since it was read', async () => {
    const unread = page.getByRole('button', { name: /general.*1 unread/ });
    const general = await scene.channel('general');
    const message = await general.send('News from elsewhere');
    await unread.waitFor();
    await unread.click();
    await text('News from elsewhere');
    await page.goto(scene.sandbox.url);
    await page.getByRole('heading', { name: 'general' }).waitFor();
    expect(await unread.count()).toBe(0);

    await page.getByRole('button', { name: 'operations' }).click();
    await general.send('More news');
    await unread.waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'operations' }).waitFor();
    await unread.waitFor();
    await message.delete();
  });

  it.each(['light', 'dark'] as const)(
    'marks at 390 px what is unread, and where, when it is %s',
    async (colorScheme) => {
      // It opens where the newest message is.
      const newest = await (await scene.channel('operations')).send('The newest');
      const narrow = await openPage(browser, scene.sandbox.url, {
        viewport: { width: 390, height: 800 },
        colorScheme,
      });
      const phone = narrow.page;
      await phone.getByRole('heading', { name: 'operations' }).waitFor();
      const news = `News for a ${colorScheme} phone`;
      const message = await (await scene.channel('general')).send(news);
      await phone.getByRole('button', { name: /^Servers and channels, \d+ unread$/ }).click();
      await phone.getByRole('button', { name: /general.*unread/ }).click();
      await phone.getByText(news).waitFor();
      await phone.getByRole('button', { name: /^Servers and channels/ }).click();
      await phone.getByRole('button', { name: /general/ }).waitFor();
      expect(await phone.getByRole('button', { name: /general.*unread/ }).count()).toBe(0);
      for (const sent of [newest, message]) await sent.delete();
      expect(narrow.troubles).toEqual([]);
      await narrow.close();
    },
  );

  it('fills again after a reset', async () => {
    const other = await startScene();
    const opened = await openPage(browser, other.sandbox.url);
    await opened.page.getByRole('heading', { name: 'operations' }).waitFor();
    await call(other.sandbox, 'POST', '/sandbox/reset');
    await opened.page.getByRole('heading', { name: 'An empty sandbox' }).waitFor();
    await call(other.sandbox, 'POST', '/sandbox/guilds', {
      name: 'New',
      members: [{ username: 'eve' }],
      channels: [{ name: 'plaza', type: 0 }],
    });
    await opened.page.getByRole('heading', { name: 'plaza' }).waitFor();
    expect(opened.troubles).toEqual([]);
    await opened.close();
    await other.close();
  });

  it('says that the connection is lost, and comes back by itself', async () => {
    const first = await createSandbox({ openapi: null });
    const opened = await openPage(browser, first.url);
    await opened.page.getByRole('heading', { name: 'An empty sandbox' }).waitFor();
    await first.close();
    await opened.page.getByText('Connection to the sandbox lost').waitFor();
    const second = await createSandbox({ openapi: null, port: first.port });
    await call(second, 'POST', '/sandbox/guilds', { name: 'Back', channels: [{ name: 'harbour', type: 0 }] });
    await opened.page.getByRole('heading', { name: 'harbour' }).waitFor();
    expect(await opened.page.getByText('Connection to the sandbox lost').count()).toBe(0);
    await opened.close();
    await second.close();
  });
});
