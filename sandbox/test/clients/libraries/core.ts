import { once } from 'node:events';
import {
  Client,
  GatewayDispatchEvents,
  GatewayIntentBits,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  InteractionType,
  MessageFlags,
} from '@discordjs/core';
import { REST } from '@discordjs/rest';
import { WebSocketManager } from '@discordjs/ws';
import type { Sandbox } from '../../../src/index.js';
import { JOIN, JOIN_ROW, PING, type Connect } from '../journey.js';

const INTENTS =
  GatewayIntentBits.Guilds |
  GatewayIntentBits.GuildMembers |
  GatewayIntentBits.GuildMessages |
  GatewayIntentBits.GuildScheduledEvents |
  GatewayIntentBits.MessageContent;

/** A client of @discordjs/core that is not connected yet. */
export function makeCore(sandbox: Sandbox): { client: Client; gateway: WebSocketManager } {
  const rest = new REST({ version: '10', api: `${sandbox.url}/api` }).setToken(sandbox.token);
  const gateway = new WebSocketManager({ token: sandbox.token, intents: INTENTS, rest });
  return { client: new Client({ rest, gateway }), gateway };
}

/** A bot of @discordjs/core. It holds no servers by itself: a bot notes of the events what it wants to know. */
export const connectCore: Connect = async (sandbox, hear) => {
  const { client, gateway } = makeCore(sandbox);
  const { api } = client;
  const servers = new Map<string, string>();
  client.on(GatewayDispatchEvents.GuildCreate, ({ data }) => servers.set(data.id, data.name));
  client.on(GatewayDispatchEvents.MessageCreate, ({ data }) => hear(data.content));
  client.on(GatewayDispatchEvents.InteractionCreate, ({ data }) => {
    const isCommand = data.type === InteractionType.ApplicationCommand;
    const content = isCommand ? PING.answer : JOIN.answer;
    const flags = isCommand ? {} : { flags: MessageFlags.Ephemeral };
    void api.interactions.reply(data.id, data.token, { content, ...flags });
  });
  const server = once(client, GatewayDispatchEvents.GuildCreate);
  await gateway.connect();
  await server;
  const { name, description } = PING;
  await api.applicationCommands.bulkOverwriteGlobalCommands(sandbox.applicationId, [{ name, description }]);
  return {
    serverName: async (guildId) => Promise.resolve(servers.get(guildId)),
    post: async (channelId, content) =>
      (await api.channels.createMessage(channelId, { content, components: [JOIN_ROW] })).id,
    edit: async (channelId, messageId, content) =>
      api.channels.editMessage(channelId, messageId, { content }),
    schedule: async (guildId, title, { start, end }) => {
      const event = await api.guilds.createScheduledEvent(guildId, {
        name: title,
        privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
        entity_type: GuildScheduledEventEntityType.External,
        entity_metadata: { location: 'Stanton' },
        scheduled_start_time: start.toISOString(),
        scheduled_end_time: end.toISOString(),
      });
      return event.id;
    },
    rename: async (guildId, eventId, title) =>
      api.guilds.editScheduledEvent(guildId, eventId, { name: title }),
    giveRole: async (guildId, userId, roleId) => api.guilds.addRoleToMember(guildId, userId, roleId),
    ask: async (channelId, { question, answers }) => {
      const poll = {
        question: { text: question },
        answers: answers.map((text) => ({ poll_media: { text } })),
        duration: 24,
      };
      return (await api.channels.createMessage(channelId, { poll })).id;
    },
    endPoll: async (channelId, messageId) => api.poll.expirePoll(channelId, messageId),
    branch: async (channelId, messageId, title) =>
      (await api.channels.createThread(channelId, { name: title }, messageId)).id,
    publish: async (forumId, title, content, tagId) =>
      (
        await api.channels.createForumThread(forumId, {
          name: title,
          message: { content },
          applied_tags: [tagId],
        })
      ).id,
    close: async () => gateway.destroy(),
  };
};
