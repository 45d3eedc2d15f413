import {
  ButtonStyle,
  ChannelType,
  ComponentType,
  MessageFlags,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIGuildForumChannel,
  type APIMessage,
} from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { GuildView, RequestEntry, Sandbox } from '../../src/index.js';
import { channelNamed, control, makeGuild, rest, userNamed } from '../support/http.js';

const HOUR = 3_600_000;

/** What every bot of the journey answers, by the means that its library has for it. */
export const PING = { name: 'ping', description: 'Is it there?', answer: 'Pong!' };
/** Answered to whoever clicks it, for nobody else to see. */
export const JOIN = { id: 'join', label: 'Join', answer: 'Welcome' };
export const JOIN_ROW: APIActionRowComponent<APIButtonComponentWithCustomId> = {
  type: ComponentType.ActionRow,
  components: [
    { type: ComponentType.Button, style: ButtonStyle.Success, custom_id: JOIN.id, label: JOIN.label },
  ],
};

interface Poll {
  question: string;
  answers: readonly string[];
}
interface EventTimes {
  start: Date;
  end: Date;
}

/** A bot that a library has made, connected, with `PING` registered. What it makes it gives back by its id. */
export interface Bot {
  /** The server's name as the library holds it. */
  serverName(guildId: string): Promise<string | undefined>;
  /** Writes a message with the button `JOIN`. */
  post(channelId: string, content: string): Promise<string>;
  edit(channelId: string, messageId: string, content: string): Promise<unknown>;
  schedule(guildId: string, name: string, times: EventTimes): Promise<string>;
  rename(guildId: string, eventId: string, name: string): Promise<unknown>;
  giveRole(guildId: string, userId: string, roleId: string): Promise<unknown>;
  ask(channelId: string, poll: Poll): Promise<string>;
  /** Begins a thread below a message. */
  branch(channelId: string, messageId: string, name: string): Promise<string>;
  endPoll(channelId: string, messageId: string): Promise<unknown>;
  /** Writes a post in a forum, with one of its tags. */
  publish(forumId: string, title: string, content: string, tagId: string): Promise<string>;
  close(): unknown;
}

/** Connects a bot to the sandbox; it tells `hear` the text of each message that comes over the gateway. */
export type Connect = (sandbox: Sandbox, hear: (text: string) => void) => Promise<Bot>;

/** What a bot does in its first hour, with the published library as it is: only its address differs. */
export function travel(library: string, sandboxOf: () => Sandbox, connect: Connect): void {
  describe(`the real ${library}`, () => {
    const heard: string[] = [];
    let sandbox: Sandbox;
    let guild: GuildView;
    let channel: string;
    let forum: string;
    let tag: string;
    let bot: Bot;

    beforeAll(async () => {
      sandbox = sandboxOf();
      sandbox.reset();
      await rest(sandbox, 'PUT', `/applications/${sandbox.applicationId}/commands`, []);
      guild = await makeGuild(sandbox, {
        bot_permissions: '8',
        channels: [
          { name: 'events', type: ChannelType.GuildText },
          { name: 'ideas', type: ChannelType.GuildForum },
        ],
      });
      channel = channelNamed(guild, 'events');
      forum = channelNamed(guild, 'ideas');
      const tags = { available_tags: [{ name: 'Ships' }] };
      const { body } = await rest<APIGuildForumChannel>(sandbox, 'PATCH', `/channels/${forum}`, tags);
      tag = body.available_tags[0]?.id ?? '';
      bot = await connect(sandbox, (text) => heard.push(text));
      await vi.waitFor(() => expect(sandbox.context.world.commands.size).toBe(1), { timeout: 5_000 });
    });
    afterAll(async () => {
      await bot.close();
      await vi.waitFor(() => expect(sandbox.context.gateway.readyCount).toBe(0));
      const log = await control<RequestEntry[]>(sandbox, 'GET', '/requests');
      expect(log.body.filter((r) => r.faults.length > 0 || r.answer_faults.length > 0)).toEqual([]);
    });

    const seen = async (): Promise<GuildView> => sandbox.client.readGuild({ guild_id: guild.id });
    const messageSeen = async (id: string): Promise<APIMessage | undefined> => {
      const { channels } = await seen();
      return channels.find((one) => one.id === channel)?.messages.find((one) => one.id === id);
    };

    it('logs in and receives the server', async () => {
      expect(await bot.serverName(guild.id)).toBe('Les Corsaires');
    });

    it('answers a command that it has registered', async () => {
      const by = { channel_id: channel, user_id: userNamed(guild, 'ada') };
      const outcome = await sandbox.client.useCommand({ ...by, name: PING.name });
      expect(outcome).toMatchObject({ failed: null, message: { content: PING.answer } });
    });

    it('posts a message with a button, answers a click, and edits the message', async () => {
      const id = await bot.post(channel, 'Who comes?');
      const click = { message_id: id, user_id: userNamed(guild, 'ada'), custom_id: JOIN.id };
      const outcome = await sandbox.client.useComponent(click);
      const message = { content: JOIN.answer, flags: MessageFlags.Ephemeral };
      expect(outcome).toMatchObject({ failed: null, message });
      await bot.edit(channel, id, 'Who still comes?');
      expect((await messageSeen(id))?.content).toBe('Who still comes?');
    });

    it('schedules an event and renames it', async () => {
      const times = { start: new Date(Date.now() + HOUR), end: new Date(Date.now() + 2 * HOUR) };
      const id = await bot.schedule(guild.id, 'Raid', times);
      await bot.rename(guild.id, id, 'Big raid');
      const event = (await seen()).scheduled_events.find((one) => one.id === id);
      expect([event?.name, Date.parse(event?.scheduled_start_time ?? '')]).toEqual([
        'Big raid',
        times.start.getTime(),
      ]);
    });

    it('gives a member a role', async () => {
      const role = guild.roles.find((one) => one.name === 'Pilot')?.id ?? '';
      await bot.giveRole(guild.id, userNamed(guild, 'bob'), role);
      const bob = (await seen()).members.find((one) => one.user.username === 'bob');
      expect(bob?.roles).toEqual([role]);
    });

    it('asks in a poll, in which people vote, and ends it', async () => {
      const id = await bot.ask(channel, { question: 'When?', answers: ['Today', 'Tomorrow'] });
      const vote = { message_id: id, answer_id: 2, user_id: userNamed(guild, 'ada') };
      await sandbox.client.addVote(vote as never);
      const results = async (): Promise<unknown> => (await messageSeen(id))?.poll?.results;
      const counts = [0, 1].map((count, at) => ({ id: at + 1, count, me_voted: false }));
      expect(await results()).toEqual({ is_finalized: false, answer_counts: counts });
      await bot.endPoll(channel, id);
      expect(await results()).toEqual({ is_finalized: true, answer_counts: counts });
    });

    it('begins a thread, and writes a post with a tag in a forum', async () => {
      const below = await bot.post(channel, 'Talk below');
      const thread = await bot.branch(channel, below, 'Debriefing');
      const post = await bot.publish(forum, 'More ships', 'Many more', tag);
      const { channels } = await seen();
      const named = (id: string): unknown => channels.find((one) => one.id === id);
      expect(named(thread)).toMatchObject({ name: 'Debriefing', parent_id: channel });
      const messages = [{ content: 'Many more' }];
      expect(named(post)).toMatchObject({ name: 'More ships', applied_tags: [tag], messages });
    });

    it('resumes when it is asked to, and misses nothing', async () => {
      const identified = sandbox.context.gateway.starts.state().remaining;
      await sandbox.client.disturbGateway({ action: 'reconnect' });
      const by = { channel_id: channel, user_id: userNamed(guild, 'bob') };
      await sandbox.client.writeMessage({ ...by, content: 'while you were away' });
      await vi.waitFor(() => expect(heard).toContain('while you were away'), { timeout: 5_000 });
      expect(sandbox.context.gateway.starts.state().remaining).toBe(identified);
    });
  });
}
