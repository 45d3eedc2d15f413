import {
  ChannelType,
  Client,
  Events,
  GatewayIntentBits,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  MessageFlags,
  type ForumChannel,
  type Guild,
  type TextChannel,
} from 'discord.js';
import { JOIN, JOIN_ROW, PING, type Bot, type Connect } from '../journey.js';

export const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildScheduledEvents,
  GatewayIntentBits.MessageContent,
];

/** A bot of discord.js alone. */
export const connectDiscordJs: Connect = async (sandbox, hear) => {
  const client = new Client({ intents: INTENTS, rest: { api: `${sandbox.url}/api` } });
  client.on(Events.MessageCreate, ({ content }) => hear(content));
  client.on(Events.InteractionCreate, (it) => {
    if (it.isChatInputCommand()) void it.reply(PING.answer);
    if (it.isButton()) void it.reply({ content: JOIN.answer, flags: MessageFlags.Ephemeral });
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  const { name, description } = PING;
  await (await ready).application.commands.set([{ name, description }]);
  return botOf(client, async () => client.destroy());
};

/** What the libraries on top of discord.js leave to its client. */
export function botOf(client: Client, close: () => Promise<unknown>): Bot {
  const guild = async (id: string): Promise<Guild> => client.guilds.fetch(id);
  const channel = async (id: string): Promise<TextChannel> => {
    const found = await client.channels.fetch(id);
    if (found?.type !== ChannelType.GuildText) throw new Error('no text channel');
    return found;
  };
  return {
    serverName: async (guildId) => Promise.resolve(client.guilds.cache.get(guildId)?.name),
    post: async (channelId, content) =>
      (await (await channel(channelId)).send({ content, components: [JOIN_ROW] })).id,
    edit: async (channelId, messageId, content) =>
      (await channel(channelId)).messages.edit(messageId, content),
    schedule: async (guildId, name, { start, end }) => {
      const event = await (
        await guild(guildId)
      ).scheduledEvents.create({
        name,
        privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
        entityType: GuildScheduledEventEntityType.External,
        entityMetadata: { location: 'Stanton' },
        scheduledStartTime: start,
        scheduledEndTime: end,
      });
      return event.id;
    },
    rename: async (guildId, eventId, name) => (await guild(guildId)).scheduledEvents.edit(eventId, { name }),
    giveRole: async (guildId, userId, roleId) =>
      (await guild(guildId)).members.addRole({ user: userId, role: roleId }),
    ask: async (channelId, { question, answers }) => {
      const poll = {
        question: { text: question },
        answers: answers.map((text) => ({ text })),
        duration: 24,
        allowMultiselect: false,
      };
      return (await (await channel(channelId)).send({ poll })).id;
    },
    branch: async (channelId, messageId, name) => {
      const message = await (await channel(channelId)).messages.fetch(messageId);
      return (await message.startThread({ name })).id;
    },
    endPoll: async (channelId, messageId) => (await channel(channelId)).messages.endPoll(messageId),
    publish: async (forumId, name, content, tagId) => {
      const forum = (await client.channels.fetch(forumId)) as ForumChannel;
      return (await forum.threads.create({ name, message: { content }, appliedTags: [tagId] })).id;
    },
    close,
  };
}
