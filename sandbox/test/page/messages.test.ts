import type { Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { PNG } from '../support/pictures.js';
import { violationsInBoth } from './axe.js';
import { browserPath } from './browser.js';
import { call, useStage, type Scene } from './scene.js';

const PICTURE = Buffer.from(PNG.split(',')[1] ?? '', 'base64');

/** Of a picture that was loaded; 0 of one that was not. */
const widthOf = (picture: Locator): Promise<number> =>
  picture.evaluate((one) => (one as unknown as { naturalWidth: number }).naturalWidth);

describe.skipIf(browserPath === null)('messages on the page', { timeout: 30_000 }, () => {
  let scene: Scene;
  let page: Page;

  useStage({ bot_permissions: '8' }, (stage) => {
    ({ scene, page } = stage);
  });
  beforeEach(async () => {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name: 'general' }).click();
    await page.getByRole('heading', { level: 1, name: 'general' }).waitFor();
  });

  const write = async (content: string): Promise<{ id: string }> =>
    call(scene.sandbox, 'POST', '/sandbox/messages', {
      channel_id: (await scene.channel('general')).id,
      user_id: scene.person('brune'),
      content,
    });
  const article = (words: string): ReturnType<Page['getByRole']> =>
    page.getByRole('article').filter({ hasText: words }).last();
  const openMenu = async (words: string): Promise<void> => {
    await article(words).hover();
    await article(words).getByLabel('Message actions').click();
  };

  it('take any emoji, the server’s own too, and say who reacted', async () => {
    const guild = await scene.bot.guilds.fetch(scene.guild.id);
    await guild.emojis.create({ name: 'scout', attachment: PICTURE });
    const { id } = await write('A good plan');
    await call(scene.sandbox, 'PUT', `/sandbox/messages/${id}/reactions/🦊/${scene.person('corvus')}`);
    await openMenu('A good plan');
    await page.getByRole('button', { name: 'React with scout' }).click();
    const own = page.getByRole('button', { name: 'scout, 1' });
    await own.waitFor();
    await expect.poll(() => widthOf(own.getByRole('img'))).toBeGreaterThan(0);
    await openMenu('A good plan');
    await page.getByLabel('Another emoji').fill('🦊');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '🦊, 2' }).waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.getByRole('button', { name: 'Who reacted' }).click();
    const who = page.getByRole('dialog', { name: 'Who reacted' });
    await who.getByText('corvus').waitFor();
    expect(await who.getByText('ada').count()).toBe(2);
    expect(await violationsInBoth(page)).toEqual([]);
  });

  it('close their menu by Escape, and give the focus back', async () => {
    await write('Menu here');
    await openMenu('Menu here');
    expect(await violationsInBoth(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const label = 'document.activeElement.getAttribute("aria-label")';
    await expect.poll(() => page.evaluate<string>(label)).toBe('Message actions');
    expect(await page.getByRole('button', { name: 'Reply' }).count()).toBe(0);
  });

  it('are passed on, and say from where', async () => {
    await write('Pass this on');
    await openMenu('Pass this on');
    await page.getByRole('button', { name: 'Forward' }).click();
    const dialog = page.getByRole('dialog', { name: 'Forward' });
    await dialog.getByRole('button', { name: 'operations' }).waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'operations' }).click();
    await page.getByRole('heading', { level: 1, name: 'operations' }).waitFor();
    const passed = page.getByRole('region', { name: 'Forwarded message' });
    await passed.getByText('Pass this on').waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await passed.getByRole('button', { name: '#general' }).click();
    await page.getByRole('heading', { level: 1, name: 'general' }).waitFor();
  });

  it('let people vote, change their vote, and see how it ended', async () => {
    const channel = await scene.channel('general');
    const poll = await channel.send({
      poll: {
        question: { text: 'When do we fly?' },
        answers: [{ text: 'Tonight' }, { text: 'Tomorrow' }],
        duration: 1,
        allowMultiselect: false,
      },
    });
    const tonight = page.getByRole('button', { name: /^Tonight/ });
    await tonight.click();
    await expect.poll(() => tonight.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: /^Tomorrow/ }).click();
    await expect.poll(() => tonight.getAttribute('aria-pressed')).toBe('false');
    await call(scene.sandbox, 'PUT', `/sandbox/messages/${poll.id}/poll/2/${scene.person('brune')}`);
    await page.getByText('2 votes · 100 %').waitFor();
    await page.reload();
    await page.getByText('2 votes · 100 %').waitFor();
    await page.getByRole('button', { name: '2 voters' }).click();
    await page.getByRole('dialog', { name: 'Who voted' }).getByText('brune').waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await poll.poll?.end();
    await page.getByText('This poll has ended').waitFor();
    await page.getByText('Tomorrow won with 2 votes of 2.').waitFor();
    expect(await tonight.count()).toBe(0);
    expect(await violationsInBoth(page)).toEqual([]);
  });

  it('show pictures, files and stickers, and send them', async () => {
    const guild = await scene.bot.guilds.fetch(scene.guild.id);
    await guild.stickers.create({
      file: { attachment: PICTURE, name: 'a.png' },
      name: 'idris',
      tags: 'ship',
    });
    await page.getByLabel('Stickers').click();
    await page.getByRole('button', { name: 'Send the sticker idris' }).click();
    await page.getByRole('img', { name: 'Sticker: idris' }).waitFor();
    const files = [
      { name: 'map.png', mimeType: 'image/png', buffer: PICTURE },
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') },
    ];
    await page.getByLabel('Attach files').setInputFiles(files);
    expect(await violationsInBoth(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const picture = page.getByRole('img', { name: 'map.png' });
    await expect.poll(() => widthOf(picture)).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'notes.txt' }).waitFor();
    const channel = await scene.channel('general');
    await channel.send({
      embeds: [{ title: 'Chart', image: { url: 'attachment://chart.png' } }],
      files: [{ attachment: PICTURE, name: 'chart.png' }],
    });
    await page.getByRole('region', { name: 'Chart' }).getByRole('img', { name: 'Picture' }).waitFor();
    expect(await page.getByText('chart.png').count()).toBe(0);
    expect(await violationsInBoth(page)).toEqual([]);
  });

  it('tell of who joins, boosts and pins, and list what is pinned', async () => {
    const guild = await scene.bot.guilds.fetch(scene.guild.id);
    const channel = await scene.channel('general');
    await guild.edit({ systemChannel: channel.id, systemChannelFlags: [] });
    const members = `/sandbox/guilds/${scene.guild.id}/members`;
    await call(scene.sandbox, 'PUT', `${members}/200000000000000009`, { username: 'newcomer' });
    await page.getByText('newcomer joined the server.').waitFor();
    await call(scene.sandbox, 'PUT', `/sandbox/guilds/${scene.guild.id}/boosts/${scene.person('corvus')}`);
    await page.getByText('corvus boosted the server!').waitFor();
    await write('Rules of the house');
    await page.getByRole('button', { name: 'Pinned messages' }).click();
    await page.getByText('Nothing is pinned.').waitFor();
    await page.keyboard.press('Escape');
    await openMenu('Rules of the house');
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    await page.getByText('ada pinned a message to this channel.').waitFor();
    await page.getByRole('button', { name: 'Pinned messages' }).click();
    const pins = page.getByRole('dialog', { name: 'Pinned messages' });
    await pins.getByText('Rules of the house').waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await pins.getByRole('button', { name: 'Unpin' }).click();
    await pins.getByText('Nothing is pinned.').waitFor();
  });

  it('draw layouts, and hide spoilers until they are pressed', async () => {
    const channel = await scene.channel('general');
    await channel.send({
      flags: 1 << 15,
      files: [{ attachment: PICTURE, name: 'v.png' }],
      components: [
        {
          type: 17,
          components: [
            {
              type: 9,
              components: [{ type: 10, content: 'A section' }],
              accessory: { type: 11, media: { url: 'attachment://v.png' }, description: 'Violet' },
            },
            {
              type: 12,
              items: [{ media: { url: 'attachment://v.png' }, description: 'Hidden', spoiler: true }],
            },
            { type: 13, file: { url: 'attachment://v.png' } },
          ],
        },
      ],
    });
    const layout = article('A section');
    await layout.getByRole('img', { name: 'Violet' }).waitFor();
    await layout.getByRole('link', { name: 'v.png' }).waitFor();
    expect(await layout.getByRole('img', { name: 'Hidden' }).count()).toBe(0);
    await layout.getByRole('button', { name: 'Spoiler' }).click();
    await layout.getByRole('img', { name: 'Hidden' }).waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
  });
});
