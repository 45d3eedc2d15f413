import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  LabelBuilder,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  type Client,
  type GuildTextBasedChannel,
  type Interaction,
} from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createSandbox,
  type GuildView,
  type Outcome,
  type RequestEntry,
  type Sandbox,
} from '../src/index.js';
import { botFor, loggedIn, next } from './support/bot.js';
import { channelNamed, control, makeGuild, userNamed } from './support/http.js';

const HOUR = 3_600_000;

describe('the real discord.js', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let client: Client<true>;

  beforeAll(async () => {
    sandbox = await createSandbox();
    guild = await makeGuild(sandbox);
    client = await loggedIn(botFor(sandbox), sandbox);
  });

  afterAll(async () => {
    await client.destroy();
    const log = await control<RequestEntry[]>(sandbox, 'GET', '/requests');
    await sandbox.close();
    const faulty = log.body.filter((r) => r.faults.length > 0 || r.answer_faults.length > 0);
    expect(faulty).toEqual([]);
  });

  async function textChannel(): Promise<GuildTextBasedChannel> {
    const channel = await client.channels.fetch(channelNamed(guild, 'events'));
    if (!channel?.isTextBased() || channel.isDMBased()) throw new Error('no text channel');
    return channel;
  }

  it('logs in and receives the guild', () => {
    const held = client.guilds.cache.get(guild.id);
    expect(held?.name).toBe('Les Corsaires');
    expect(held?.channels.cache.map((c) => c.name)).toEqual(expect.arrayContaining(['events', 'Bridge']));
    expect(held?.members.me?.permissions.has('CreateEvents')).toBe(true);
    expect(client.application.id).toBe(sandbox.applicationId);
  });

  it('learns of a guild made later', async () => {
    const joined = next<{ id: string }>(client, 'guildCreate');
    const other = await makeGuild(sandbox, { name: 'Other' });
    expect((await joined).id).toBe(other.id);
  });

  it('creates and edits a scheduled event, and hears of both and of interest', async () => {
    const held = await client.guilds.fetch(guild.id);
    const start = Date.now() + HOUR;
    const created = next<{ id: string }>(client, 'guildScheduledEventCreate');
    const event = await held.scheduledEvents.create({
      name: 'Raid',
      description: 'https://example.test/events/1',
      scheduledStartTime: start,
      scheduledEndTime: start + HOUR,
      privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
      entityType: GuildScheduledEventEntityType.External,
      entityMetadata: { location: 'Stanton' },
    });
    expect((await created).id).toBe(event.id);
    const edited = await event.edit({ name: 'Big raid', scheduledStartTime: start + 60_000 });
    expect(edited.name).toBe('Big raid');
    expect(edited.scheduledStartTimestamp).toBe(start + 60_000);

    const ada = userNamed(guild, 'ada');
    const added = next(client, 'guildScheduledEventUserAdd');
    await control(sandbox, 'PUT', `/scheduled-events/${event.id}/users/${ada}`);
    await added;
    const subscribers = await event.fetchSubscribers({ withMember: true });
    expect(subscribers.has(ada)).toBe(true);

    await event.setStatus(GuildScheduledEventStatus.Active);
    await event.setStatus(GuildScheduledEventStatus.Completed);
    const view = await control<GuildView>(sandbox, 'GET', `/guilds/${guild.id}`);
    expect(view.body.scheduled_events.find((e) => e.id === event.id)?.status).toBe(
      GuildScheduledEventStatus.Completed,
    );
    await expect(event.edit({ name: 'Too late' })).rejects.toMatchObject({ code: 180000 });
  });

  it('posts a message with components and answers a click with an ephemeral message', async () => {
    const channel = await textChannel();
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId('signup').setLabel("S'inscrire").setStyle(ButtonStyle.Success),
    );
    const menu = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
      new StringSelectMenuBuilder()
        .setCustomId('role')
        .addOptions({ label: 'Pilot', value: 'p' }, { label: 'Gunner', value: 'g' }),
    );
    const message = await channel.send({
      content: 'Who comes?',
      embeds: [{ title: 'Raid', fields: [{ name: 'Pilot', value: '0/2' }] }],
      components: [row, menu],
    });
    const click = next<Interaction>(client, 'interactionCreate');
    const answered = click.then(async (interaction) => {
      if (!interaction.isButton()) throw new Error('no button');
      expect(interaction.locale).toBe('fr');
      expect(interaction.message.id).toBe(message.id);
      await interaction.reply({ content: 'Welcome', flags: 'Ephemeral' });
      await interaction.followUp({ content: 'And more', flags: 'Ephemeral' });
    });
    const outcome = await control<Outcome>(sandbox, 'POST', '/interactions/component', {
      message_id: message.id,
      user_id: userNamed(guild, 'ada'),
      custom_id: 'signup',
    });
    await answered;
    expect(outcome.body).toMatchObject({ type: 4, failed: null, data: { content: 'Welcome', flags: 64 } });
    const later = await control<Outcome>(sandbox, 'GET', `/interactions/${outcome.body.interaction_id}`);
    expect(later.body.follow_ups.map((m) => m.content)).toEqual(['And more']);
    const seen = await channel.messages.fetch({ limit: 10 });
    expect([...seen.values()].map((m) => m.content)).toEqual(['Who comes?']);
  });

  it('answers a selection by updating the message', async () => {
    const channel = await textChannel();
    const message = (await channel.messages.fetch({ limit: 1 })).first();
    const chosen = next<Interaction>(client, 'interactionCreate').then(async (interaction) => {
      if (!interaction.isStringSelectMenu()) throw new Error('no menu');
      await interaction.update({ content: `Chosen: ${interaction.values.join()}` });
    });
    const use = { message_id: message?.id, user_id: userNamed(guild, 'bob'), custom_id: 'role' };
    const outcome = await control<Outcome>(sandbox, 'POST', '/interactions/component', {
      ...use,
      values: ['g'],
    });
    await chosen;
    expect(outcome.body.type).toBe(7);
    expect((await message?.fetch())?.content).toBe('Chosen: g');
    const wrong = await control(sandbox, 'POST', '/interactions/component', { ...use, values: ['nothing'] });
    expect(wrong.status).toBe(400);
  });

  it('answers a slash command, its autocomplete and a modal', async () => {
    const command = new SlashCommandBuilder()
      .setName('event')
      .setDescription('Events')
      .addSubcommand((sub) => sub.setName('list').setDescription('All events'))
      .addSubcommand((sub) =>
        sub
          .setName('show')
          .setDescription('One event')
          .addStringOption((o) =>
            o.setName('event').setDescription('Which').setAutocomplete(true).setRequired(true),
          ),
      );
    await client.application.commands.set([command]);
    const place = {
      guild_id: guild.id,
      channel_id: channelNamed(guild, 'events'),
      user_id: userNamed(guild, 'ada'),
    };

    const typing = next<Interaction>(client, 'interactionCreate').then(async (interaction) => {
      if (!interaction.isAutocomplete()) throw new Error('no autocomplete');
      expect(interaction.options.getFocused()).toBe('ra');
      await interaction.respond([{ name: 'Raid', value: 'raid-1' }]);
    });
    const choices = await control<Outcome>(sandbox, 'POST', '/interactions/autocomplete', {
      ...place,
      name: 'event show',
      options: { event: 'ra' },
    });
    await typing;
    expect(choices.body.data).toEqual({ choices: [{ name: 'Raid', value: 'raid-1' }] });

    const called = next<Interaction>(client, 'interactionCreate').then(async (interaction) => {
      if (!interaction.isChatInputCommand()) throw new Error('no command');
      expect(interaction.options.getSubcommand()).toBe('show');
      expect(interaction.options.getString('event')).toBe('raid-1');
      await interaction.deferReply();
      await interaction.editReply('Here it is');
    });
    const shown = await control<Outcome>(sandbox, 'POST', '/interactions/command', {
      ...place,
      name: 'event show',
      options: [{ name: 'event', value: 'raid-1' }],
    });
    await called;
    expect(shown.body).toMatchObject({ type: 5, failed: null });
    expect(shown.body.follow_ups[0]?.content).toBe('Here it is');

    const opened = next<Interaction>(client, 'interactionCreate').then(async (interaction) => {
      if (!interaction.isChatInputCommand()) throw new Error('no command');
      const input = new TextInputBuilder().setCustomId('title').setStyle(TextInputStyle.Short);
      const label = new LabelBuilder().setLabel('Title').setTextInputComponent(input);
      const form = new ModalBuilder().setCustomId('new').setTitle('New event').addLabelComponents(label);
      await interaction.showModal(form);
    });
    const modal = await control<Outcome>(sandbox, 'POST', '/interactions/command', {
      ...place,
      name: 'event list',
    });
    await opened;
    const submitted = next<Interaction>(client, 'interactionCreate').then(async (interaction) => {
      if (!interaction.isModalSubmit()) throw new Error('no modal');
      await interaction.reply({ content: interaction.fields.getTextInputValue('title'), flags: 'Ephemeral' });
    });
    const answer = await control<Outcome>(sandbox, 'POST', '/interactions/modal', {
      interaction_id: modal.body.interaction_id,
      user_id: place.user_id,
      custom_id: 'new',
      fields: { title: 'Raid' },
    });
    await submitted;
    expect(answer.body).toMatchObject({ type: 4, data: { content: 'Raid' } });
  });

  it('writes direct messages, and gets 50007 where they are closed', async () => {
    const ada = await client.users.fetch(userNamed(guild, 'ada'));
    await ada.send('Hello');
    const dms = await control<{ content: string }[]>(sandbox, 'GET', `/users/${ada.id}/dms`);
    expect(dms.body.map((m) => m.content)).toEqual(['Hello']);
    await control(sandbox, 'PATCH', `/users/${ada.id}`, { dms_open: false });
    await expect(ada.send('Again')).rejects.toMatchObject({ code: 50007, status: 403 });
  });

  it('gives roles below its own and is refused those above', async () => {
    const held = await client.guilds.fetch(guild.id);
    const member = await held.members.fetch(userNamed(guild, 'bob'));
    const role = (name: string): string => guild.roles.find((r) => r.name === name)?.id ?? '';
    expect((await member.roles.add(role('Pilot'))).roles.cache.has(role('Pilot'))).toBe(true);
    await expect(member.roles.add(role('Admiral'))).rejects.toMatchObject({ code: 50013 });
  });

  it('resumes after its connection is cut and misses nothing', async () => {
    const resumed = next(client, 'shardResume');
    const missed = next<{ content: string }>(
      client,
      'messageCreate',
      (m) => m.content === 'while you were away',
    );
    await control(sandbox, 'POST', '/gateway', { action: 'close', code: 4000 });
    await control(sandbox, 'POST', '/messages', {
      channel_id: channelNamed(guild, 'events'),
      user_id: userNamed(guild, 'bob'),
      content: 'while you were away',
    });
    await resumed;
    expect((await missed).content).toBe('while you were away');
  });

  it('reconnects when asked to', async () => {
    const resumed = next(client, 'shardResume');
    await control(sandbox, 'POST', '/gateway', { action: 'reconnect' });
    await resumed;
    expect(client.ws.status).toBe(0);
  });
});
