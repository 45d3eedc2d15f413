import {
  CommandInteraction,
  ComponentInteraction,
  Constants,
  type Client,
  type EventListeners,
  type Message,
  type ModalSubmitInteraction,
  type TextChannel,
} from 'eris';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createSandbox,
  type GuildView,
  type Outcome,
  type RequestEntry,
  type Sandbox,
} from '../../src/index.js';
import { channelNamed, control, makeGuild, userNamed } from '../support/http.js';
import { startEris } from './libraries/eris.js';
import { PNG } from '../support/pictures.js';

describe('the real eris', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let client: Client;
  let channelID: string;

  beforeAll(async () => {
    sandbox = await createSandbox();
    guild = await makeGuild(sandbox, { bot_permissions: '8' });
    channelID = channelNamed(guild, 'events');
    client = await startEris(sandbox);
  });
  afterAll(async () => {
    client.disconnect({ reconnect: false });
    const log = await control<RequestEntry[]>(sandbox, 'GET', '/requests');
    await sandbox.close();
    expect(log.body.filter((r) => r.answer_faults.length > 0)).toEqual([]);
  });

  async function next<Name extends keyof EventListeners>(
    name: Name,
    matches: (...data: EventListeners[Name]) => boolean = () => true,
  ): Promise<EventListeners[Name]> {
    return new Promise((resolve) => {
      const listener = (...data: unknown[]): void => {
        if (!matches(...(data as EventListeners[Name]))) return;
        client.off(name, listener);
        resolve(data as EventListeners[Name]);
      };
      client.on(name, listener);
    });
  }
  const channel = (): TextChannel => client.getChannel(channelID) as TextChannel;
  const act = async (kind: string, body: object): Promise<Outcome> =>
    (await control<Outcome>(sandbox, 'POST', `/interactions/${kind}`, body)).body;

  it('logs in and caches the server', () => {
    const held = client.guilds.get(guild.id);
    expect([held?.name, held?.members.size]).toEqual(['Les Corsaires', guild.members.length]);
    expect(held?.channels.map((one) => one.name)).toEqual(['events', 'Bridge']);
  });

  it('sends, edits, answers, reacts and attaches', async () => {
    const heard = next('messageCreate', (message) => message.content === 'hello');
    const message = await channel().createMessage({ content: 'hello', embeds: [{ title: 'Raid' }] });
    expect((await heard)[0].id).toBe(message.id);
    expect((await message.edit('hello again')).content).toBe('hello again');
    const reply = await channel().createMessage({
      content: 'yes',
      messageReference: { messageID: message.id },
    });
    expect(reply.referencedMessage?.id).toBe(message.id);
    const reacted = next('messageReactionAdd');
    await message.addReaction('👍');
    expect((await reacted)[1].name).toBe('👍');
    await message.pin();
    expect((await channel().getPins()).map((one) => one.id)).toEqual([message.id]);
    const file = await channel().createMessage(
      { content: 'plan' },
      { file: Buffer.from('attack'), name: 'a.txt' },
    );
    const url = [...file.attachments][0]?.url ?? '';
    expect(await (await fetch(url)).text()).toBe('attack');
    await file.delete();
  });

  it('manages roles, channels, overwrites, threads, emojis and webhooks', async () => {
    const held = client.guilds.get(guild.id);
    if (!held) throw new Error('no guild');
    const role = await held.createRole({ name: 'Gunner', color: 0xff0000 }, 'crew');
    await held.addMemberRole(userNamed(guild, 'bob'), role.id);
    await role.edit({ name: 'Rear gunner' });
    const plans = await held.createChannel('plans', Constants.ChannelTypes.GUILD_TEXT, { topic: 'secret' });
    await plans.editPermission(role.id, 1024n, 0n, Constants.PermissionOverwriteTypes.ROLE);
    const started = await channel().createMessage('talk below');
    const thread = await started.createThreadWithMessage({ name: 'Debrief', autoArchiveDuration: 60 });
    await thread.createMessage('first');
    await thread.edit({ archived: true });
    const emoji = await held.createEmoji({ name: 'idris', image: PNG });
    expect((await held.getRESTEmojis()).map((one) => one.id)).toContain(emoji.id);
    await held.deleteEmoji(emoji.id);
    const hook = await client.createChannelWebhook(channelID, { name: 'Herald' });
    const message = await client.executeWebhook(hook.id, hook.token ?? '', {
      content: 'by hook',
      wait: true,
    });
    expect((message as Message).webhookID).toBe(hook.id);
    await client.deleteWebhook(hook.id, hook.token ?? '');
    expect((await client.getVoiceRegions()).length).toBeGreaterThan(0);
    await plans.delete();
    await role.delete();
  });

  it('schedules events and is told who is interested', async () => {
    const made = next('guildScheduledEventCreate');
    const event = await client.createGuildScheduledEvent(guild.id, {
      name: 'Raid',
      privacyLevel: Constants.GuildScheduledEventPrivacyLevel.GUILD_ONLY,
      entityType: Constants.GuildScheduledEventEntityTypes.EXTERNAL,
      channelID: undefined as never,
      entityMetadata: { location: 'Stanton' },
      scheduledStartTime: new Date(Date.now() + 3_600_000),
      scheduledEndTime: new Date(Date.now() + 7_200_000),
    });
    expect((await made)[0].id).toBe(event.id);
    // Its own `event.edit` asks for an undefined server.
    const edited = await client.editGuildScheduledEvent(guild.id, event.id, { name: 'Big raid' });
    expect(edited.name).toBe('Big raid');
    const interested = next('guildScheduledEventUserAdd');
    await control(sandbox, 'PUT', `/scheduled-events/${event.id}/users/${userNamed(guild, 'ada')}`);
    expect((await interested)[0].id).toBe(event.id);
    await client.deleteGuildScheduledEvent(guild.id, event.id);
  });

  it('answers commands, buttons and modals', async () => {
    await client.createCommand({ name: 'ping', description: 'Is it there?', type: 1 });
    client.once('interactionCreate', (it) => {
      if (it instanceof CommandInteraction) void it.createMessage({ content: 'Pong', flags: 64 });
    });
    const place = { guild_id: guild.id, channel_id: channelID, user_id: userNamed(guild, 'ada') };
    expect(await act('command', { ...place, name: 'ping' })).toMatchObject({ message: { content: 'Pong' } });

    const { id } = await channel().createMessage({
      content: 'Who comes?',
      components: [{ type: 1, components: [{ type: 2, style: 3, custom_id: 'join', label: 'Join' }] }],
    });
    client.once('interactionCreate', (it) => {
      const input = { type: 4, custom_id: 'ship', label: 'Ship', style: 1 } as const;
      const modal = {
        custom_id: 'form',
        title: 'Form',
        components: [{ type: 1, components: [input] }],
      } as const;
      if (it instanceof ComponentInteraction) void it.createModal(modal as never);
    });
    const { user_id } = place;
    const opened = await act('component', { message_id: id, user_id, custom_id: 'join' });
    expect(opened).toMatchObject({ type: 9, failed: null });
    client.once(
      'interactionCreate',
      (it) => void (it as ModalSubmitInteraction).createMessage('Idris it is'),
    );
    const { interaction_id } = opened;
    const modal = { interaction_id, user_id, custom_id: 'form', fields: { ship: 'Idris' } };
    expect(await act('modal', modal)).toMatchObject({ type: 4, message: { content: 'Idris it is' } });
  });

  it('waits for rate limits', async () => {
    const sent = await Promise.all(
      ['1', '2', '3', '4', '5', '6', '7'].map((text) => channel().createMessage(text)),
    );
    expect(new Set(sent.map((one) => one.id)).size).toBe(7);
  });

  it('resumes after a cut and misses nothing', async () => {
    const resumed = new Promise((resolve) => client.once('shardResume', resolve));
    const missed = next('messageCreate', (message) => message.content === 'while you were away');
    await control(sandbox, 'POST', '/gateway', { action: 'close', code: 4000 });
    const body = { channel_id: channelID, user_id: userNamed(guild, 'bob'), content: 'while you were away' };
    await control(sandbox, 'POST', '/messages', body);
    await resumed;
    expect((await missed)[0].author.username).toBe('bob');
  });
});
