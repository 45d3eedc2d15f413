import { EventEmitter, once } from 'node:events';
import https from 'node:https';
import net from 'node:net';
import {
  ActionRow,
  ApiHandler,
  Button,
  Client,
  Command,
  ComponentCommand,
  config,
  Declare,
  Logger,
  type CommandContext,
  type ComponentContext,
  type Message,
} from 'seyfert';
import { ButtonStyle, MessageFlags } from 'discord-api-types/v10';
import { JOIN, PING, type Connect } from '../journey.js';

const ROW = new ActionRow<Button>().setComponents([
  new Button().setCustomId(JOIN.id).setLabel(JOIN.label).setStyle(ButtonStyle.Success),
]);

@Declare({ name: PING.name, description: PING.description })
class Ping extends Command {
  override async run(context: CommandContext): Promise<void> {
    await context.write({ content: PING.answer });
  }
}

class Join extends ComponentCommand {
  override componentType = 'Button' as const;
  override customId = JOIN.id;

  override async run(context: ComponentContext<'Button'>): Promise<void> {
    await context.write({ content: JOIN.answer, flags: MessageFlags.Ephemeral });
  }
}

/** A bot of seyfert. Its WebSocket speaks HTTPS with port 443 and nothing else, through the agent of the whole process. */
export const connectSeyfert: Connect = async (sandbox, hear) => {
  const { globalAgent } = https;
  const agent = new https.Agent();
  agent.createConnection = () => net.connect(sandbox.port, '127.0.0.1');
  https.globalAgent = agent;
  const speakAgain = Logger.customize(() => undefined);
  const client = new Client({
    getRC: () =>
      config.bot({
        token: sandbox.token,
        intents: ['Guilds', 'GuildMessages', 'GuildScheduledEvents', 'MessageContent'],
        locations: { base: '.' },
      }),
  });
  const rest = new ApiHandler({ token: sandbox.token, domain: sandbox.url });
  client.setServices({ rest });
  const news = new EventEmitter();
  client.commands.set([Ping]);
  client.components.set([Join]);
  client.events.set([
    { data: { name: 'botReady', once: true }, run: () => news.emit('ready') },
    { data: { name: 'messageCreate', once: false }, run: (message: Message) => hear(message.content) },
  ]);
  const ready = once(news, 'ready');
  await client.start();
  await ready;
  await client.uploadCommands();
  return {
    serverName: async (guildId) => (await client.guilds.fetch(guildId)).name,
    post: async (channelId, content) =>
      (await client.messages.write(channelId, { content, components: [ROW] })).id,
    edit: async (channelId, messageId, content) => client.messages.edit(messageId, channelId, { content }),
    schedule: async (guildId, name, { start, end }) => {
      const event = await client.proxy.guilds(guildId)['scheduled-events'].post({
        body: {
          name,
          privacy_level: 2,
          entity_type: 3,
          entity_metadata: { location: 'Stanton' },
          scheduled_start_time: start.toISOString(),
          scheduled_end_time: end.toISOString(),
        },
      });
      return event.id;
    },
    rename: async (guildId, eventId, name) =>
      client.proxy.guilds(guildId)['scheduled-events'](eventId).patch({ body: { name } }),
    giveRole: async (guildId, userId, roleId) => client.members.addRole(guildId, userId, roleId),
    ask: async (channelId, { question, answers }) => {
      const poll = {
        question: { text: question },
        answers: answers.map((text) => ({ poll_media: { text } })),
        duration: 24,
        allow_multiselect: false,
      };
      return (await client.messages.write(channelId, { poll })).id;
    },
    branch: async (channelId, messageId, name) =>
      (await client.threads.fromMessage(channelId, messageId, { name })).id,
    endPoll: async (channelId, messageId) => client.messages.endPoll(channelId, messageId),
    publish: async (forumId, name, content, tagId) =>
      (await client.threads.create(forumId, { name, message: { content }, applied_tags: [tagId] })).id,
    close: () => {
      client.gateway.disconnectAll();
      https.globalAgent = globalAgent;
      speakAgain();
    },
  };
};
