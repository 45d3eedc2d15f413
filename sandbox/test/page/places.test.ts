import { ChannelType, type ForumChannel } from 'discord.js';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSandbox } from '../../src/index.js';
import { violationsInBoth } from './axe.js';
import { browserPath } from './browser.js';
import { call, useStage, type Scene } from './scene.js';

describe.skipIf(browserPath === null)('places on the page', { timeout: 30_000 }, () => {
  let scene: Scene;
  let page: Page;

  const channels = [
    { name: 'ideas', type: 15, topic: 'Be *kind*.' },
    { name: 'Bridge', type: 2 },
    { name: 'empty', type: 0 },
  ];
  useStage({ bot_permissions: '8', channels }, (stage) => {
    ({ scene, page } = stage);
  });
  beforeEach(async () => {
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  const goTo = async (name: string): Promise<void> => {
    await page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name }).first().click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
  const write = async (text: string): Promise<void> => {
    await page.getByRole('textbox', { name: /^Message as/ }).fill(text);
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText(text).first().waitFor();
  };
  const choose = async (words: string, line: string): Promise<void> => {
    const message = page.getByRole('article').filter({ hasText: words }).first();
    await message.hover();
    await message.getByLabel('Message actions').click();
    await message.getByRole('button', { name: line, exact: true }).click();
  };
  const button = (name: string): ReturnType<Page['getByRole']> =>
    page.getByRole('button', { name, exact: true });

  it('say in an empty sandbox what to do, and how a bot is brought', async () => {
    const empty = await createSandbox({ openapi: null, defaultLocale: 'en-US' });
    await page.goto(empty.url);
    await page.getByRole('heading', { name: 'An empty sandbox' }).waitFor();
    await page.getByText('No bot is connected yet.').waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await button('Make the server').click();
    await page.getByText(/^You are ada/).waitFor();
    await page.getByText(`${empty.url}/api`).first().waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.goto(scene.sandbox.url);
    await empty.close();
  });

  it('say in an empty channel what to do, and put a command into the field by a press', async () => {
    await goTo('empty');
    await page.getByText(/^You are ada/).waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await button('/event list').click();
    await page.getByRole('option', { name: '/event list' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('Chosen: the list').waitFor();
  });

  it('start a thread from a message, close it, and wake it up by writing', async () => {
    await goTo('general');
    await write('Who flies?');
    await choose('Who flies?', 'Start a thread');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Who flies?');
    await page.getByLabel('Name', { exact: true }).fill('Pilots');
    await button('Start the thread').click();
    await page.getByRole('heading', { level: 1, name: 'Pilots' }).waitFor();
    await write('I do');
    await page.getByText('1 member').first().waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await button('Close').click();
    await page.getByText(/closed/).waitFor();
    expect(await page.getByRole('list', { name: 'Threads of general' }).count()).toBe(0);
    await write('Still here');
    await button('Close').waitFor();

    await goTo('general');
    await button('Threads').click();
    const threads = page.getByRole('dialog', { name: 'Threads' });
    await threads.getByRole('button', { name: /Pilots.*2 messages/ }).waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await threads.count()).toBe(0);
  });

  it('start a private thread, which others do not see', async () => {
    await goTo('general');
    await button('Threads').click();
    await page.getByRole('button', { name: 'Start a thread' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Council');
    await page.getByLabel(/^Private/).check();
    await button('Start the thread').click();
    await page.getByText('A private thread of').waitFor();
    await page.getByRole('button', { name: /^Acting as/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'corvus' }).click();
    await page.getByText('corvus cannot see this channel.').waitFor();
    expect(await page.getByRole('button', { name: 'Council' }).count()).toBe(0);
  });

  it('post in a forum, filter by tag, and pin a post', async () => {
    const id = scene.guild.channels.find((one) => 'name' in one && one.name === 'ideas')?.id ?? '';
    const forum = (await scene.bot.channels.fetch(id)) as ForumChannel;
    const tagged = await forum.setAvailableTags([{ name: 'Ship' }, { name: 'Base' }]);
    await goTo('ideas');
    await page.getByText('No post yet.').waitFor();
    await page.getByText('kind', { exact: true }).waitFor();
    await button('New post').click();
    await page.getByLabel('Title', { exact: true }).fill('Buy an Idris');
    await page.getByLabel('Message', { exact: true }).fill('It is big.');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Ship' }).click();
    expect(await violationsInBoth(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Buy an Idris' }).waitFor();
    await page.getByRole('log').getByText('It is big.').waitFor();
    await button('Pin post').click();
    await button('Unpin post').waitFor();

    await forum.threads.create({
      name: 'A base',
      message: { content: 'Below ground' },
      appliedTags: [tagged.availableTags[1]?.id ?? ''],
    });
    await goTo('ideas');
    const posts = page.getByRole('list', { name: 'Posts' });
    await expect.poll(() => posts.getByRole('listitem').count()).toBe(2);
    // The older one is pinned.
    expect(await posts.getByRole('listitem').first().innerText()).toContain('Pinned');
    await page
      .getByRole('group', { name: 'Show only posts with' })
      .getByRole('button', { name: 'Base' })
      .click();
    await expect.poll(() => posts.getByRole('listitem').allInnerTexts()).toHaveLength(1);
    await posts.getByText('Below ground').waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
  });

  it('enter voice, see who is muted, and write in its chat', async () => {
    const bridge = scene.guild.channels.find((one) => 'name' in one && one.name === 'Bridge')?.id ?? '';
    const state = `/sandbox/guilds/${scene.guild.id}/voice-states/${scene.person('brune')}`;
    await call(scene.sandbox, 'PUT', state, { channel_id: bridge, self_mute: true });
    await goTo('Bridge');
    const here = page.getByRole('list', { name: 'Here in Bridge' });
    await here.getByText('brune').waitFor();
    await here.getByText('muted').waitFor({ state: 'attached' });
    await button('Join voice').click();
    await here.getByText('ada').waitFor();
    await write('Ready');
    expect(await violationsInBoth(page)).toEqual([]);
    await button('Leave voice').click();
    await expect.poll(() => here.getByText('ada').count()).toBe(0);
  });

  it('write to the bot first', async () => {
    await button('Direct messages').click();
    const main = page.getByRole('main');
    await main.getByText('You can write first.').waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await main.getByRole('button', { name: /^Write to/ }).click();
    await write('Are you there?');
    await page.getByRole('log').getByText('Are you there?').waitFor();
  });

  it('stay where they went while the server was still loading', async () => {
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const slow = /\/sandbox\/page\/guilds\/\d+\/access/;
    await page.route(slow, async (route) => {
      await opened;
      await route.continue();
    });
    await page.reload();
    await button('Direct messages').click();
    const title = page.getByRole('heading', { level: 1 });
    await expect.poll(() => title.innerText()).not.toBe('general');
    const elsewhere = await title.innerText();
    const answered = page.waitForResponse(slow);
    open();
    await (await answered).finished();
    await page.evaluate('new Promise((resolve) => setTimeout(resolve, 200))');
    expect(await title.innerText()).toBe(elsewhere);
    await page.unroute(slow);
  });

  it('make an event, start it and end it', async () => {
    await page.getByRole('button', { name: /^Events/ }).click();
    await button('New event').click();
    await page.getByLabel('Name', { exact: true }).fill('Race');
    await page.getByLabel('Place', { exact: true }).fill('Yela');
    expect(await violationsInBoth(page)).toEqual([]);
    await button('Make the event').click();
    const card = page.getByRole('article', { name: 'Race' });
    await card.getByText('Scheduled').waitFor();
    // Who makes it is interested from the start.
    await card.getByText('ada').waitFor();
    await card.getByRole('button', { name: 'Interested in Race' }).click();
    await card.getByText('0 people interested').waitFor();
    await button('Start now: Race').click();
    await card.getByText('Happening now').waitFor();
    await button('End: Race').click();
    await card.getByText('Completed').waitFor();
  });

  it('make a server, with a form in the page', async () => {
    await button('Make a server').click();
    await page.getByLabel('Name', { exact: true }).fill('Second');
    expect(await violationsInBoth(page)).toEqual([]);
    await button('Make the server').click();
    await page.getByRole('heading', { name: 'Second' }).waitFor();
    await page.getByRole('button', { name: /^Acting as.*ada/ }).waitFor();
    const made = [...scene.sandbox.context.world.guilds.values()].find(({ name }) => name === 'Second');
    const channels = scene.sandbox.context.world.channelsByGuild.of(made?.id ?? '').map(({ type }) => type);
    expect(channels).toEqual([ChannelType.GuildText, ChannelType.GuildVoice, ChannelType.GuildForum]);
  });
});
