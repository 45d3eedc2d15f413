import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserPath } from './browser.js';
import { call, useStage, type Scene } from './scene.js';

describe.skipIf(browserPath === null)('people on the page', { timeout: 30_000 }, () => {
  let scene: Scene;
  let page: Page;

  useStage({}, async (stage) => {
    ({ scene, page } = stage);
    await call(scene.sandbox, 'POST', '/sandbox/messages', {
      channel_id: (await scene.channel('general')).id,
      user_id: scene.person('ada'),
      content: 'Who comes tonight?',
    });
  });
  beforeEach(async () => {
    await page.getByRole('heading', { name: 'general' }).waitFor();
  });

  /** Opens the menu of the message with these words, and chooses a line of it. */
  async function choose(words: string, line: string): Promise<void> {
    const message = page.getByRole('article').filter({ hasText: words }).first();
    await message.hover();
    await message.getByLabel('Message actions').click();
    await message.getByRole('button', { name: line }).click();
  }

  it('react, and take it back by a click on the reaction', async () => {
    await choose('Who comes tonight?', 'React with 👍');
    const reaction = page.getByRole('button', { name: '👍, 1' });
    await reaction.waitFor();
    expect(await reaction.getAttribute('aria-pressed')).toBe('true');
    await reaction.click();
    await expect.poll(() => reaction.count()).toBe(0);
  });

  it('answer, edit, pin and delete messages', async () => {
    const box = page.getByRole('textbox', { name: /^Message as/ });
    await choose('Who comes tonight?', 'Reply');
    await page.getByText('Replying to ada').waitFor();
    await box.fill('I do');
    await box.press('Enter');
    await page.getByText('I do', { exact: true }).first().waitFor();
    await choose('I do', 'Edit');
    await expect.poll(() => box.inputValue()).toBe('I do');
    await box.fill('I surely come');
    await box.press('Enter');
    await page.getByText('I surely come').first().waitFor();
    await page.getByText('(edited)').waitFor();
    await choose('I surely come', 'Delete');
    await expect.poll(() => page.getByText('I surely come').count()).toBe(0);
    await choose('Who comes tonight?', 'Pin');
    await choose('Who comes tonight?', 'Unpin');
  });

  it("use the bot's commands for messages and users", async () => {
    await scene.bot.application.commands.set(
      [
        { name: 'Report it', type: 3 },
        { name: 'Who is it?', type: 2 },
      ],
      scene.guild.id,
    );
    const menus: string[] = [];
    scene.bot.on('interactionCreate', (interaction) => {
      if (!interaction.isContextMenuCommand()) return;
      menus.push(`${interaction.commandName} ${interaction.targetId}`);
      void interaction.reply({ content: 'Noted', flags: 64 });
    });
    await page.reload();
    await choose('Who comes tonight?', 'Report it');
    await page.getByText('Noted').first().waitFor();
    await page.getByLabel('Apps for corvus').click();
    await page
      .getByRole('button', { name: /Who is it\?/ })
      .first()
      .click();
    await expect.poll(() => menus).toContain(`Who is it? ${scene.person('corvus')}`);
  });

  it('change their profile, and let somebody in', async () => {
    await page.getByText('Your profile here').click();
    await page.getByLabel('Nickname').fill('Ada the Great');
    await page.getByLabel('Status').selectOption('dnd');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: /^Acting as.*Ada the Great/ }).waitFor();
    await page.getByLabel('Somebody joins').fill('fresh');
    await page.getByRole('button', { name: 'Let them in' }).click();
    await page.getByTitle('Act as fresh').waitFor();
  });

  it('enter and leave voice', async () => {
    const guild = await scene.bot.guilds.fetch(scene.guild.id);
    await guild.channels.create({ name: 'Bridge', type: 2 });
    await page.getByRole('button', { name: 'Join voice in Bridge' }).click();
    await page.getByRole('list', { name: 'In Bridge' }).getByText('Ada the Great').waitFor();
    await page.getByRole('button', { name: 'Leave voice in Bridge' }).click();
    await expect.poll(() => page.getByRole('list', { name: 'In Bridge' }).count()).toBe(0);
  });
});
