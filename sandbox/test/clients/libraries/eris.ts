import { once } from 'node:events';
import https from 'node:https';
import net from 'node:net';
import { Client, CommandInteraction, ComponentInteraction, Constants, type ActionRow } from 'eris';
import type { Sandbox } from '../../../src/index.js';
import { JOIN, PING, type Connect } from '../journey.js';

const ROW: ActionRow = {
  type: Constants.ComponentTypes.ACTION_ROW,
  components: [
    {
      type: Constants.ComponentTypes.BUTTON,
      style: Constants.ButtonStyles.SUCCESS,
      custom_id: JOIN.id,
      label: JOIN.label,
    },
  ],
};

/** A client of eris that is connected. */
export async function startEris(sandbox: Sandbox): Promise<Client> {
  // eris speaks HTTPS alone; this leads its requests to the sandbox, which has no certificate.
  const agent = new https.Agent();
  agent.createConnection = () => net.connect(sandbox.port, '127.0.0.1');
  const client = new Client(`Bot ${sandbox.token}`, {
    intents: ['all'],
    restMode: true,
    rest: { agent, domain: `127.0.0.1:${sandbox.port}` },
  });
  client.on('error', () => undefined);
  const ready = once(client, 'ready');
  await client.connect();
  await ready;
  return client;
}

/** A bot of eris. */
export const connectEris: Connect = async (sandbox, hear) => {
  const client = await startEris(sandbox);
  client.on('messageCreate', ({ content }) => hear(content));
  client.on('interactionCreate', (it) => {
    if (it instanceof CommandInteraction) void it.createMessage(PING.answer);
    if (it instanceof ComponentInteraction)
      void it.createMessage({ content: JOIN.answer, flags: Constants.MessageFlags.EPHEMERAL });
  });
  const { name, description } = PING;
  const type = Constants.ApplicationCommandTypes.CHAT_INPUT;
  await client.bulkEditCommands([{ type, name, description }]);
  return {
    serverName: async (guildId) => Promise.resolve(client.guilds.get(guildId)?.name),
    post: async (channelId, content) =>
      (await client.createMessage(channelId, { content, components: [ROW] })).id,
    edit: async (channelId, messageId, content) => client.editMessage(channelId, messageId, { content }),
    schedule: async (guildId, title, { start, end }) => {
      const event = await client.createGuildScheduledEvent(guildId, {
        name: title,
        privacyLevel: Constants.GuildScheduledEventPrivacyLevel.GUILD_ONLY,
        entityType: Constants.GuildScheduledEventEntityTypes.EXTERNAL,
        channelID: undefined as never,
        entityMetadata: { location: 'Stanton' },
        scheduledStartTime: start,
        scheduledEndTime: end,
      });
      return event.id;
    },
    rename: async (guildId, eventId, title) =>
      client.editGuildScheduledEvent(guildId, eventId, { name: title }),
    giveRole: async (guildId, userId, roleId) => client.addGuildMemberRole(guildId, userId, roleId),
    ask: async (channelId, { question, answers }) => {
      const poll = {
        question: { text: question },
        // Its type asks for the ids that Discord gives.
        answers: answers.map((text, at) => ({ answer_id: at + 1, poll_media: { text } })),
        layout_type: Constants.PollLayoutTypes.DEFAULT,
        duration: 24,
        allow_multiselect: false,
      };
      return (await client.createMessage(channelId, { poll })).id;
    },
    endPoll: async (channelId, messageId) => client.endPoll(channelId, messageId),
    branch: async (channelId, messageId, title) =>
      (await client.createThreadWithMessage(channelId, messageId, { name: title })).id,
    publish: async (forumId, title, content, tagId) => {
      // Its type takes the message for files as well.
      const message = { content } as never;
      return (await client.createThread(forumId, { name: title, message, appliedTags: [tagId] })).id;
    },
    close: () => client.disconnect({ reconnect: false }),
  };
};
