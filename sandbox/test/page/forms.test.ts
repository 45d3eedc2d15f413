import type { Interaction } from 'discord.js';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { violationsInBoth } from './axe.js';
import { browserPath } from './browser.js';
import { useStage } from './scene.js';

const label = (name: string, component: object): object => ({ type: 18, label: name, component });
const OPTIONS = [
  { label: 'Small', value: 's' },
  { label: 'Large', value: 'l' },
];
/** Forms that together have every kind of field. */
const FORMS: Record<string, object[]> = {
  first: [
    { type: 10, content: 'Fill in **this**.' },
    label('Name', { type: 4, custom_id: 'name', style: 1 }),
    label('Ship', { type: 3, custom_id: 'ship', options: OPTIONS }),
    label('Friend', { type: 5, custom_id: 'friend' }),
    label('Proof', { type: 19, custom_id: 'proof' }),
  ],
  second: [
    label('Rank', { type: 6, custom_id: 'rank' }),
    label('Anyone', { type: 7, custom_id: 'anyone' }),
    label('Size', { type: 21, custom_id: 'size', options: OPTIONS }),
    label('Extras', { type: 22, custom_id: 'extras', options: OPTIONS }),
    label('Agreed', { type: 23, custom_id: 'agreed' }),
  ],
};

describe.skipIf(browserPath === null)('forms and menus on the page', { timeout: 30_000 }, () => {
  let page: Page;
  /** What the bot was last given. */
  let given: unknown;

  useStage({ bot_permissions: '8' }, async (stage) => {
    ({ page } = stage);
    const { scene } = stage;
    const { bot, guild } = scene;
    // This bot answers instead of the scene's.
    bot.removeAllListeners('interactionCreate');
    bot.on('interactionCreate', (interaction) => void answer(interaction));
    await bot.application.commands.set(
      [
        { name: 'form', description: 'A form', options: [{ type: 3, name: 'which', description: 'Which' }] },
        {
          name: 'keep',
          description: 'Keep a file',
          options: [{ type: 11, name: 'file', description: 'Which', required: true }],
        },
      ],
      guild.id,
    );
    await (
      await scene.channel('general')
    ).send({
      components: [3, 5, 6, 7, 8].map((type) => ({
        type: 1,
        components: [
          {
            type,
            custom_id: `menu-${type}`,
            placeholder: `Menu ${type}`,
            ...(type === 3 ? { options: OPTIONS } : {}),
          },
        ],
      })),
    });
  });
  beforeEach(async () => {
    given = undefined;
    await page.getByRole('heading', { level: 1, name: 'general' }).waitFor();
  });

  async function answer(interaction: Interaction): Promise<void> {
    if (interaction.isChatInputCommand() && interaction.commandName === 'form') {
      const which = interaction.options.getString('which') ?? 'first';
      await interaction.showModal({ title: 'A form', custom_id: which, components: FORMS[which] as never });
    } else if (interaction.isChatInputCommand() && interaction.commandName === 'keep') {
      const file = interaction.options.getAttachment('file', true);
      given = { name: file.name, text: await (await fetch(file.url)).text() };
      await interaction.reply({ content: 'Kept', flags: 64 });
    } else if (interaction.isModalSubmit()) {
      const { fields } = interaction;
      given =
        interaction.customId === 'first'
          ? {
              name: fields.getTextInputValue('name'),
              ship: fields.getStringSelectValues('ship'),
              friend: fields.getSelectedUsers('friend')?.map((user) => user.username),
              proof: fields.getUploadedFiles('proof')?.map((file) => file.name),
            }
          : {
              rank: fields.getSelectedRoles('rank')?.map((role) => role?.name),
              anyone: fields.getSelectedMentionables('anyone')?.users.map((user) => user.username),
              size: fields.getRadioGroup('size'),
              extras: fields.getCheckboxGroup('extras'),
              agreed: fields.getCheckbox('agreed'),
            };
      await interaction.reply({ content: 'Thanks', flags: 64 });
    } else if (interaction.isAnySelectMenu() && interaction.customId.startsWith('menu-')) {
      given = { menu: interaction.customId, values: interaction.values };
      await interaction.reply({ content: 'Chosen', flags: 64 });
    }
  }

  const openForm = async (which: string): Promise<void> => {
    await page.getByRole('textbox', { name: /^Message as/ }).fill('/form');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '+ which' }).click();
    await page.getByLabel('which').fill(which);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'A form' }).waitFor();
  };
  const choose = async (menu: string, option: string): Promise<void> => {
    await page.getByRole('combobox', { name: menu }).click();
    await page.getByRole('option', { name: option }).first().click();
  };

  it('have texts, menus and files', async () => {
    await openForm('first');
    expect(await violationsInBoth(page)).toEqual([]);
    await page.getByLabel('Name *', { exact: true }).fill('Ada');
    await choose('Ship', 'Large');
    await choose('Friend', 'corvus');
    await page
      .getByLabel('Proof')
      .setInputFiles({ name: 'proof.txt', mimeType: 'text/plain', buffer: Buffer.from('I was there') });
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Thanks').first().waitFor();
    expect(given).toEqual({ name: 'Ada', ship: ['l'], friend: ['corvus'], proof: ['proof.txt'] });
  });

  it('have roles, anybody, one of several, several, and a box', async () => {
    await openForm('second');
    expect(await violationsInBoth(page)).toEqual([]);
    await choose('Rank', 'Officer');
    await choose('Anyone', 'brune');
    await page.getByRole('radio', { name: 'Large' }).check();
    await page.getByRole('group', { name: 'Extras' }).getByLabel('Small').check();
    await page.getByRole('checkbox', { name: 'Agreed' }).check();
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Thanks').first().waitFor();
    expect(given).toEqual({ rank: ['Officer'], anyone: ['brune'], size: 'l', extras: ['s'], agreed: true });
  });

  it('give a file to a command', async () => {
    await page.getByRole('textbox', { name: /^Message as/ }).fill('/keep');
    await page.keyboard.press('Enter');
    await page
      .getByLabel('file', { exact: true })
      .setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('At eight') });
    expect(await violationsInBoth(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Kept').first().waitFor();
    expect(given).toEqual({ name: 'plan.txt', text: 'At eight' });
  });

  it('choose in each kind of menu', async () => {
    const menus = [
      ['Menu 3', 'Small'],
      ['Menu 5', 'corvus'],
      ['Menu 6', '@Officer'],
      ['Menu 7', 'brune'],
      ['Menu 8', '#operations'],
    ] as const;
    for (const [menu, option] of menus) {
      await choose(menu, option);
      await expect.poll(() => given).toMatchObject({ menu: menu.replace('Menu ', 'menu-') });
    }
  });
});
