import { once } from 'node:events';
import {
  ApplicationCommandTypes,
  ButtonStyles,
  Client,
  ComponentTypes,
  GuildScheduledEventEntityTypes,
  GuildScheduledEventPrivacyLevels,
  InteractionTypes,
  MessageFlags,
  type MessageActionRow,
} from 'oceanic.js';
import type { Sandbox } from '../../../src/index.js';
import { JOIN, PING, type Connect } from '../journey.js';

const ROW: MessageActionRow = {
  type: ComponentTypes.ACTION_ROW,
  components: [
    { type: ComponentTypes.BUTTON, style: ButtonStyles.SUCCESS, customID: JOIN.id, label: JOIN.label },
  ],
};

/** A client of oceanic.js that is connected. */
export async function startOceanic(sandbox: Sandbox): Promise<Client> {
  const client = new Client({
    auth: `Bot ${sandbox.token}`,
    rest: { baseURL: `${sandbox.url}/api/v10` },
    gateway: {
      intents: ['GUILDS', 'GUILD_MEMBERS', 'GUILD_MESSAGES', 'GUILD_SCHEDULED_EVENTS', 'MESSAGE_CONTENT'],
    },
  });
  // Without a listener an error would end the process; what matters fails by itself.
  client.on('error', () => undefined);
  const ready = once(client, 'ready');
  await client.connect();
  await ready;
  return client;
}

/** A bot of oceanic.js. */
export const connectOceanic: Connect = async (sandbox, hear) => {
  const client = await startOceanic(sandbox);
  const { channels, guilds } = client.rest;
  client.on('messageCreate', ({ content }) => hear(content));
  client.on('interactionCreate', (it) => {
    if (it.type === InteractionTypes.APPLICATION_COMMAND) void it.createMessage({ content: PING.answer });
    if (it.type === InteractionTypes.MESSAGE_COMPONENT)
      void it.createMessage({ content: JOIN.answer, flags: MessageFlags.EPHEMERAL });
  });
  const { name, description } = PING;
  const type = ApplicationCommandTypes.CHAT_INPUT;
  await client.application.bulkEditGlobalCommands([{ type, name, description }]);
  return {
    serverName: async (guildId) => Promise.resolve(client.guilds.get(guildId)?.name),
    post: async (channelId, content) =>
      (await channels.createMessage(channelId, { content, components: [ROW] })).id,
    edit: async (channelId, messageId, content) => channels.editMessage(channelId, messageId, { content }),
    schedule: async (guildId, title, { start, end }) => {
      const event = await guilds.createScheduledEvent(guildId, {
        name: title,
        privacyLevel: GuildScheduledEventPrivacyLevels.GUILD_ONLY,
        entityType: GuildScheduledEventEntityTypes.EXTERNAL,
        entityMetadata: { location: 'Stanton' },
        scheduledStartTime: start.toISOString(),
        scheduledEndTime: end.toISOString(),
      });
      return event.id;
    },
    rename: async (guildId, eventId, title) => guilds.editScheduledEvent(guildId, eventId, { name: title }),
    giveRole: async (guildId, userId, roleId) => guilds.addMemberRole(guildId, userId, roleId),
    ask: async (channelId, { question, answers }) => {
      const poll = {
        question: { text: question },
        answers: answers.map((text) => ({ pollMedia: { text } })),
        duration: 24,
        allowMultiselect: false,
      };
      return (await channels.createMessage(channelId, { poll })).id;
    },
    endPoll: async (channelId, messageId) => channels.expirePoll(channelId, messageId),
    branch: async (channelId, messageId, title) =>
      (await channels.startThreadFromMessage(channelId, messageId, { name: title })).id,
    publish: async (forumId, title, content, tagId) => {
      const post = { name: title, message: { content }, appliedTags: [tagId] };
      return (await channels.startThreadInThreadOnlyChannel(forumId, post)).id;
    },
    close: () => client.disconnect(false),
  };
};
