import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  type Interaction,
  type MessageCreateOptions,
} from 'discord.js';
import type { Sandbox } from '../../src/index.js';

/** A small bot, made with an unmodified discord.js, that signs members up. */
export async function startBot(sandbox: Sandbox): Promise<Client<true>> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: sandbox.apiUrl } });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  client.on(Events.InteractionCreate, (interaction) => {
    void answer(interaction);
  });
  await client.login(sandbox.token);
  const bot = await ready;
  await bot.application.commands.set([
    {
      name: 'event',
      description: 'Events',
      options: [
        {
          type: 1,
          name: 'list',
          description: 'Coming events',
          descriptionLocalizations: { fr: 'Les événements à venir' },
        },
        {
          type: 1,
          name: 'show',
          description: 'Show an event',
          options: [{ type: 3, name: 'event', description: 'Which one', required: true, autocomplete: true }],
        },
      ],
    },
  ]);
  return bot;
}

const EVENTS = ['Red Dawn', 'Red Dusk', 'Mining at Yela'];

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    const fitting = EVENTS.filter((name) => name.toLowerCase().startsWith(typed));
    return interaction.respond(fitting.map((name) => ({ name, value: name.toLowerCase() })));
  }
  if (interaction.isChatInputCommand()) {
    await interaction.reply(`Chosen: ${interaction.options.getString('event') ?? 'the list'}`);
  } else if (interaction.isStringSelectMenu()) {
    await interaction.reply({
      content: `Role: **${interaction.values.join(' ')}**`,
      flags: MessageFlags.Ephemeral,
    });
  } else if (interaction.isModalSubmit()) {
    const content = `Noted: ${interaction.fields.getTextInputValue('text')}`;
    await interaction.reply({ content, flags: MessageFlags.Ephemeral });
  } else if (interaction.isButton() && interaction.customId === 'note') {
    await interaction.showModal(noteModal());
  } else if (interaction.isButton() && interaction.customId === 'join') {
    await interaction.update(signupMessage([interaction.user.username]));
    await interaction.followUp({
      content: `You are **in**, ${interaction.user.username}.`,
      flags: MessageFlags.Ephemeral,
    });
  }
  // `mute` is answered by nobody.
}

function noteModal(): ModalBuilder {
  const text = new TextInputBuilder()
    .setCustomId('text')
    .setStyle(TextInputStyle.Paragraph)
    .setMaxLength(200);
  const label = new LabelBuilder()
    .setLabel('Your note')
    .setDescription('For the organizers')
    .setTextInputComponent(text);
  return new ModalBuilder().setCustomId('note-modal').setTitle('A note').addLabelComponents(label);
}

/** The message with the signup's buttons, naming who is in. */
export function signupMessage(
  people: string[],
): Pick<MessageCreateOptions, 'embeds' | 'components'> & { content: string } {
  const button = (id: string, label: string, style: ButtonStyle): ButtonBuilder =>
    new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(style);
  const start = Math.floor(Date.UTC(2031, 0, 7, 20) / 1000);
  return {
    content: '',
    embeds: [
      {
        title: 'Red Dawn',
        description: 'Assault on **Ghost Hollow**',
        color: 0xd1495b,
        fields: [
          { name: 'Date', value: `<t:${start}:F>`, inline: true },
          { name: 'Participants', value: `${people.length}/12 ${people.join(', ')}`, inline: true },
        ],
        footer: { text: 'raid' },
      },
    ],
    components: [
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        button('join', 'Sign up', ButtonStyle.Success),
        button('note', 'Leave a note', ButtonStyle.Secondary),
        button('mute', 'Ask nobody', ButtonStyle.Danger),
        button('closed', 'Closed', ButtonStyle.Primary).setDisabled(true),
      ),
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
        new StringSelectMenuBuilder()
          .setCustomId('role')
          .setPlaceholder('Choose a role')
          .addOptions(
            { label: 'Pilot', value: 'pilot', description: '3 of 6 seats' },
            { label: 'Medic', value: 'medic' },
          ),
      ),
    ],
  };
}
