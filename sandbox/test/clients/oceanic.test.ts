import {
  ApplicationCommandTypes,
  ButtonStyles,
  ComponentTypes,
  GuildScheduledEventEntityTypes,
  GuildScheduledEventPrivacyLevels,
  InteractionTypes,
  MessageFlags,
  TextInputStyles,
  type AnyInteractionGateway,
  type Client,
  type ClientEvents,
} from 'oceanic.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createSandbox,
  type GuildView,
  type Outcome,
  type RequestEntry,
  type Sandbox,
} from '../../src/index.js';
import { channelNamed, control, makeGuild, userNamed } from '../support/http.js';
import { startOceanic } from './libraries/oceanic.js';

const HOUR = 3_600_000;

describe('the real oceanic.js', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let client: Client;

  beforeAll(async () => {
    sandbox = await createSandbox();
    guild = await makeGuild(sandbox);
    client = await startOceanic(sandbox);
  });

  afterAll(async () => {
    client.disconnect(false);
    const log = await control<RequestEntry[]>(sandbox, 'GET', '/requests');
    await sandbox.close();
    expect(log.body.filter((r) => r.faults.length > 0 || r.answer_faults.length > 0)).toEqual([]);
  });

  async function next<Name extends keyof ClientEvents>(
    name: Name,
    matches: (...data: ClientEvents[Name]) => boolean = () => true,
  ): Promise<ClientEvents[Name]> {
    return new Promise((resolve) => {
      const listener = (...data: ClientEvents[Name]): void => {
        if (!matches(...data)) return;
        client.off(name, listener);
        resolve(data);
      };
      client.on(name, listener);
    });
  }
  const interaction = async (): Promise<AnyInteractionGateway> => (await next('interactionCreate'))[0];
  const act = async (kind: string, body: object): Promise<Outcome> =>
    (await control<Outcome>(sandbox, 'POST', `/interactions/${kind}`, body)).body;

  it('logs in and receives the guild', () => {
    const held = client.guilds.get(guild.id);
    expect(held?.name).toBe('Les Corsaires');
    expect(held?.channels.map((c) => c.name)).toEqual(['events', 'Bridge']);
    expect(held?.members.size).toBe(guild.members.length);
    expect(client.user.id).toBe(sandbox.applicationId);
  });

  it('creates and edits a scheduled event, and hears of both', async () => {
    const heard = [next('guildScheduledEventCreate'), next('guildScheduledEventUpdate')] as const;
    const event = await client.rest.guilds.createScheduledEvent(guild.id, {
      name: 'Raid',
      privacyLevel: GuildScheduledEventPrivacyLevels.GUILD_ONLY,
      entityType: GuildScheduledEventEntityTypes.EXTERNAL,
      entityMetadata: { location: 'Stanton' },
      scheduledStartTime: new Date(Date.now() + HOUR).toISOString(),
      scheduledEndTime: new Date(Date.now() + 2 * HOUR).toISOString(),
    });
    const edited = await client.rest.guilds.editScheduledEvent(guild.id, event.id, { name: 'Big raid' });
    expect(edited.name).toBe('Big raid');
    expect((await heard[0])[0].id).toBe(event.id);
    expect((await heard[1])[0].name).toBe('Big raid');
  });

  it('posts a message with components, answers a button with a modal, and the modal', async () => {
    const channel = channelNamed(guild, 'events');
    const message = await client.rest.channels.createMessage(channel, {
      content: 'Who comes?',
      components: [
        {
          type: ComponentTypes.ACTION_ROW,
          components: [
            { type: ComponentTypes.BUTTON, style: ButtonStyles.SUCCESS, customID: 'join', label: 'Join' },
          ],
        },
      ],
    });
    const userId = userNamed(guild, 'ada');
    const clicked = interaction().then(async (it) => {
      if (it.type !== InteractionTypes.MESSAGE_COMPONENT) throw new Error('no click');
      expect([it.locale, it.member?.id, it.message.id]).toEqual(['fr', userId, message.id]);
      await it.createModal({
        customID: 'form',
        title: 'Form',
        components: [
          {
            type: ComponentTypes.LABEL,
            label: 'Ship',
            component: { type: ComponentTypes.TEXT_INPUT, customID: 'ship', style: TextInputStyles.SHORT },
          },
        ],
      });
    });
    const opened = await act('component', { message_id: message.id, user_id: userId, custom_id: 'join' });
    await clicked;
    expect(opened).toMatchObject({ type: 9, failed: null });

    const submitted = interaction().then(async (it) => {
      if (it.type !== InteractionTypes.MODAL_SUBMIT) throw new Error('no modal');
      await it.createMessage({
        content: it.data.components.getTextInput('ship', true),
        flags: MessageFlags.EPHEMERAL,
      });
    });
    const { interaction_id } = opened;
    const answered = await act('modal', {
      interaction_id,
      user_id: userId,
      custom_id: 'form',
      fields: { ship: 'Idris' },
    });
    await submitted;
    expect(answered).toMatchObject({ type: 4, data: { content: 'Idris', flags: 64 }, failed: null });
  });

  it('answers a slash command late, by an edit', async () => {
    await client.application.bulkEditGlobalCommands([
      { type: ApplicationCommandTypes.CHAT_INPUT, name: 'ping', description: 'Is it there?' },
    ]);
    const called = interaction().then(async (it) => {
      if (it.type !== InteractionTypes.APPLICATION_COMMAND) throw new Error('no command');
      await it.defer();
      await it.editOriginal({ content: 'Pong' });
    });
    const place = { guild_id: guild.id, channel_id: channelNamed(guild, 'events') };
    const outcome = await act('command', { ...place, user_id: userNamed(guild, 'bob'), name: 'ping' });
    await called;
    expect(outcome).toMatchObject({ type: 5, failed: null, follow_ups: [{ content: 'Pong' }] });
  });

  it('resumes after a cut and misses nothing', async () => {
    const resumed = next('shardResume');
    const missed = next('messageCreate', (m) => m.content === 'while you were away');
    await control(sandbox, 'POST', '/gateway', { action: 'close', code: 4000 });
    await control(sandbox, 'POST', '/messages', {
      channel_id: channelNamed(guild, 'events'),
      user_id: userNamed(guild, 'bob'),
      content: 'while you were away',
    });
    await resumed;
    expect((await missed)[0].author.username).toBe('bob');
  });
});
