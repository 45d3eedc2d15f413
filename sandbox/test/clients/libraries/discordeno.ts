import { EventEmitter, once } from 'node:events';
import {
  createBot,
  Intents,
  MessageComponentTypes,
  ScheduledEventEntityType,
  type ActionRow,
} from '@discordeno/bot';
import { JOIN, PING, type Connect } from '../journey.js';

const ROW: ActionRow = {
  type: MessageComponentTypes.ActionRow,
  components: [{ type: MessageComponentTypes.Button, style: 3, customId: JOIN.id, label: JOIN.label }],
};

/** A bot of discordeno. It holds no servers by itself: a bot notes of the events what it wants to know. */
export const connectDiscordeno: Connect = async (sandbox, hear) => {
  const { token, applicationId } = sandbox;
  const servers = new Map<string, string>();
  const news = new EventEmitter();
  const bot = createBot({
    token,
    intents: Intents.Guilds | Intents.GuildMessages | Intents.MessageContent | Intents.GuildScheduledEvents,
    rest: {
      token,
      applicationId,
      proxy: { baseUrl: `${sandbox.url}/api`, authorization: 'Bot ' + token },
    },
    // It waits as long after each shard, also the only one.
    gateway: { spawnShardDelay: 0 },
    desiredProperties: {
      guild: { id: true, name: true },
      message: { id: true, content: true },
      channel: { id: true },
      scheduledEvent: { id: true },
      interaction: { id: true, token: true, type: true, data: true },
    },
    events: {
      guildCreate: ({ id, name }) => {
        servers.set(String(id), name);
        news.emit('server');
      },
      messageCreate: ({ content }) => hear(content),
      interactionCreate: (interaction) => {
        if (interaction.data?.name === PING.name) void interaction.respond(PING.answer);
        else void interaction.respond(JOIN.answer, { isPrivate: true });
      },
    },
  });
  const server = once(news, 'server');
  await bot.start();
  await server;
  const { name, description } = PING;
  await bot.helpers.upsertGlobalApplicationCommands([{ name, description }]);
  return {
    serverName: async (guildId) => Promise.resolve(servers.get(guildId)),
    post: async (channelId, content) =>
      String((await bot.helpers.sendMessage(channelId, { content, components: [ROW] })).id),
    edit: async (channelId, messageId, content) => bot.helpers.editMessage(channelId, messageId, { content }),
    schedule: async (guildId, title, { start, end }) => {
      const event = await bot.helpers.createScheduledEvent(guildId, {
        name: title,
        privacyLevel: 2,
        entityType: ScheduledEventEntityType.External,
        scheduledStartTime: start.toISOString(),
        scheduledEndTime: end.toISOString(),
        description: '',
        // Its type has a `location` instead, which Discord does not know.
        ...{ entityMetadata: { location: 'Stanton' } },
      });
      return String(event.id);
    },
    rename: async (guildId, eventId, title) =>
      bot.helpers.editScheduledEvent(guildId, eventId, { name: title }),
    giveRole: async (guildId, userId, roleId) => bot.helpers.addRole(guildId, userId, roleId),
    ask: async (channelId, { question, answers }) => {
      const poll = {
        question: { text: question },
        answers: answers.map((text) => ({ pollMedia: { text } })),
        duration: 24,
        allowMultiselect: false,
      };
      return String((await bot.helpers.sendMessage(channelId, { poll })).id);
    },
    branch: async (channelId, messageId, title) => {
      const options = { name: title, autoArchiveDuration: 60 } as const;
      return String((await bot.helpers.startThreadWithMessage(channelId, messageId, options)).id);
    },
    endPoll: async (channelId, messageId) => bot.rest.endPoll(channelId, messageId),
    publish: async (forumId, title, content, tagId) => {
      const post = { name: title, message: { content }, appliedTags: [tagId] };
      return String((await bot.helpers.createForumThread(forumId, { ...post, autoArchiveDuration: 60 })).id);
    },
    close: async () => bot.shutdown(),
  };
};
