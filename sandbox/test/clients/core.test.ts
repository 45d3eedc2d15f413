import {
  type API,
  ButtonStyle,
  type Client,
  ComponentType,
  GatewayDispatchEvents,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  InteractionType,
  MessageFlags,
  TextInputStyle,
  type APIInteraction,
  type MappedEvents,
} from '@discordjs/core';
import { WebSocketShardEvents, type WebSocketManager } from '@discordjs/ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createSandbox,
  type GuildView,
  type Outcome,
  type RequestEntry,
  type Sandbox,
} from '../../src/index.js';
import { channelNamed, control, makeGuild, userNamed } from '../support/http.js';
import { makeCore } from './libraries/core.js';

const HOUR = 3_600_000;

describe('the real @discordjs/core', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let gateway: WebSocketManager;
  let client: Client;
  let api: API;
  let first: Promise<unknown>[];

  beforeAll(async () => {
    sandbox = await createSandbox();
    guild = await makeGuild(sandbox);
    ({ client, gateway } = makeCore(sandbox));
    api = client.api;
    first = [next(GatewayDispatchEvents.Ready), next(GatewayDispatchEvents.GuildCreate)];
    await gateway.connect();
  });

  afterAll(async () => {
    await gateway.destroy();
    const log = await control<RequestEntry[]>(sandbox, 'GET', '/requests');
    await sandbox.close();
    expect(log.body.filter((r) => r.faults.length > 0 || r.answer_faults.length > 0)).toEqual([]);
  });

  async function next<Name extends keyof MappedEvents>(
    name: Name,
    matches: (data: MappedEvents[Name][0]['data']) => boolean = () => true,
  ): Promise<MappedEvents[Name][0]['data']> {
    return new Promise((resolve) => {
      const listener = ({ data }: MappedEvents[Name][0]): void => {
        if (!matches(data)) return;
        client.off(name, listener as never);
        resolve(data);
      };
      client.on(name, listener as never);
    });
  }
  const interaction = async (type: InteractionType): Promise<APIInteraction> =>
    next(GatewayDispatchEvents.InteractionCreate, (data) => data.type === type);
  const act = async (kind: string, body: object): Promise<Outcome> =>
    (await control<Outcome>(sandbox, 'POST', `/interactions/${kind}`, body)).body;

  it('logs in and receives the guild', async () => {
    const [ready, created] = await Promise.all(first);
    expect(ready).toMatchObject({ user: { id: sandbox.applicationId } });
    expect(created).toMatchObject({ id: guild.id, name: 'Les Corsaires' });
  });

  it('creates and edits a scheduled event', async () => {
    const heard = next(GatewayDispatchEvents.GuildScheduledEventUpdate);
    const event = await api.guilds.createScheduledEvent(
      guild.id,
      {
        name: 'Raid',
        privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
        entity_type: GuildScheduledEventEntityType.External,
        entity_metadata: { location: 'Stanton' },
        scheduled_start_time: new Date(Date.now() + HOUR).toISOString(),
        scheduled_end_time: new Date(Date.now() + 2 * HOUR).toISOString(),
      },
      { reason: 'by a test' },
    );
    const edited = await api.guilds.editScheduledEvent(guild.id, event.id, { name: 'Big raid' });
    expect(edited.name).toBe('Big raid');
    expect((await heard).id).toBe(event.id);
  });

  it('posts a message with components, answers a button with a modal, and the modal', async () => {
    const channel = channelNamed(guild, 'events');
    const message = await api.channels.createMessage(channel, {
      content: 'Who comes?',
      components: [
        {
          type: ComponentType.ActionRow,
          components: [
            { type: ComponentType.Button, style: ButtonStyle.Success, custom_id: 'join', label: 'Join' },
          ],
        },
      ],
    });
    const userId = userNamed(guild, 'ada');
    const clicked = interaction(InteractionType.MessageComponent).then(async (it) =>
      api.interactions.createModal(it.id, it.token, {
        custom_id: 'form',
        title: 'Form',
        components: [
          {
            type: ComponentType.Label,
            label: 'Ship',
            component: { type: ComponentType.TextInput, custom_id: 'ship', style: TextInputStyle.Short },
          },
        ],
      }),
    );
    const opened = await act('component', { message_id: message.id, user_id: userId, custom_id: 'join' });
    await clicked;
    expect(opened).toMatchObject({ type: 9, failed: null });

    const submitted = interaction(InteractionType.ModalSubmit).then(async (it) => {
      await api.interactions.reply(it.id, it.token, { content: 'Noted', flags: MessageFlags.Ephemeral });
      await api.interactions.followUp(it.application_id, it.token, { content: 'More' });
    });
    const { interaction_id } = opened;
    const answered = await act('modal', {
      interaction_id,
      user_id: userId,
      custom_id: 'form',
      fields: { ship: 'Idris' },
    });
    await submitted;
    expect(answered).toMatchObject({ type: 4, data: { content: 'Noted' }, failed: null });
    const seen = await api.channels.getMessages(channel);
    expect(seen.map((m) => m.content)).toEqual(['More', 'Who comes?']);
  });

  it('answers a slash command late, by an edit', async () => {
    await api.applicationCommands.bulkOverwriteGlobalCommands(sandbox.applicationId, [
      { name: 'ping', description: 'Is it there?' },
    ]);
    const called = interaction(InteractionType.ApplicationCommand).then(async (it) => {
      await api.interactions.defer(it.id, it.token);
      await api.interactions.editReply(it.application_id, it.token, { content: 'Pong' });
    });
    const place = { guild_id: guild.id, channel_id: channelNamed(guild, 'events') };
    const outcome = await act('command', { ...place, user_id: userNamed(guild, 'bob'), name: 'ping' });
    await called;
    expect(outcome).toMatchObject({ type: 5, failed: null, follow_ups: [{ content: 'Pong' }] });
  });

  it('resumes after a cut and misses nothing', async () => {
    const resumed = new Promise((resolve) => gateway.once(WebSocketShardEvents.Resumed, resolve));
    const missed = next(GatewayDispatchEvents.MessageCreate, (m) => m.content === 'while you were away');
    await control(sandbox, 'POST', '/gateway', { action: 'close', code: 999 });
    await control(sandbox, 'POST', '/messages', {
      channel_id: channelNamed(guild, 'events'),
      user_id: userNamed(guild, 'bob'),
      content: 'while you were away',
    });
    await resumed;
    expect((await missed).author.username).toBe('bob');
  });
});
