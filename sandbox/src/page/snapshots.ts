import type { FastifyInstance } from 'fastify';
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { channelPermissions } from '../rules/permissions.js';
import { channelShape, isThread } from '../shapes/channel.js';
import { emojisOf } from '../shapes/emoji.js';
import { stickerShape } from '../shapes/expressions.js';
import { messageShape } from '../shapes/message.js';
import { roleShape } from '../shapes/role.js';
import { scheduledEventShape } from '../shapes/scheduled-event.js';
import { memberShape, userShape } from '../shapes/user.js';
import type { ChannelRecord, GuildRecord, MessageRecord, UserRecord } from '../world/records.js';
import { compareSnowflakes } from '../world/snowflake.js';
import type { World } from '../world/world.js';
import { usableCommands } from './commands.js';
import type { LiveStream } from './live.js';

const MESSAGES_AT_ONCE = 50;
const REQUESTS_AT_ONCE = 400;

interface Query {
  user_id?: string;
  before?: string;
}
interface ById {
  Params: { id: string };
  Querystring: Query;
}

/** What the page loads at first; every answer says in `seq` up to which signal of the live stream it is true. */
export function snapshotRoutes(app: FastifyInstance, context: Context, live: LiveStream): void {
  const { world, rest } = context;
  app.get('/sandbox/page/overview', () => ({
    seq: live.seq,
    bot: personShape(world.users.get(context.world.ownApplication.application_id)),
    guilds: [...world.guilds.values()].map(({ id, name }) => ({ id, name })),
    users: Object.fromEntries([...peopleOfNoGuild(world)].map((user) => [user.id, personShape(user)])),
  }));
  app.get<ById>('/sandbox/page/guilds/:id', ({ params }) => {
    const guild = findGuild(world, params.id);
    const channels = world.channelsByGuild.of(guild.id);
    return { seq: live.seq, guild: guildSnapshot(world, guild), ...latestMessages(world, channels) };
  });
  app.get<ById>('/sandbox/page/guilds/:id/access', ({ params, query }) => {
    const guild = findGuild(world, params.id);
    const userId = query.user_id ?? '';
    return { channels: accessOf(world, guild, userId), commands: usableCommands(world, guild, userId) };
  });
  app.get<ById>('/sandbox/page/users/:id/dms', ({ params }) => {
    const channels = world.dmChannels.of(params.id);
    return {
      seq: live.seq,
      channels: channels.map((channel) => channelShape(world, channel)),
      commands: usableCommands(world, null, params.id),
      ...latestMessages(world, channels),
    };
  });
  app.get<ById>('/sandbox/page/channels/:id/messages', ({ params, query }) => {
    const { before = '' } = query;
    return latest(world, params.id, (message) => compareSnowflakes(message.id, before) < 0);
  });
  app.get<ById>('/sandbox/page/channels/:id/pins', ({ params }) =>
    world.pinsByChannel.of(params.id).map((message) => pageMessage(world, message)),
  );
  app.get('/sandbox/page/requests', () => rest.requests.since({}).slice(-REQUESTS_AT_ONCE));
}

function findGuild(world: World, id: string): GuildRecord {
  const guild = world.guilds.get(id);
  if (!guild) throw refuse(10004);
  return guild;
}

/** A message as the page shows it: with who reacted and who voted, by which a person knows what to take back. */
function pageMessage(world: World, record: MessageRecord): object {
  const shape = messageShape(world, record);
  const reactions = shape.reactions?.map((reaction, i) => ({
    ...reaction,
    user_ids: record.reactions[i]?.user_ids ?? [],
  }));
  const votes = record.poll?.answers.map(({ answer_id, voter_ids }) => [answer_id, voter_ids]);
  return {
    ...shape,
    ...(reactions ? { reactions } : {}),
    ...(votes ? { votes: Object.fromEntries(votes) as object } : {}),
  };
}

/** A channel; of a thread also who is in it. */
function pageChannel(world: World, record: ChannelRecord): object {
  const shape = channelShape(world, record);
  return isThread(record) ? { ...shape, member_ids: record.thread.member_ids } : shape;
}

/** A user with the language that the page shows times in, and their status. */
function personShape(user: UserRecord | undefined): object | null {
  return user ? { ...userShape(user), locale: user.locale, status: user.status ?? 'online' } : null;
}

/** Who is in no server is not in any snapshot of one, but may have direct messages. */
function* peopleOfNoGuild(world: World): Iterable<UserRecord> {
  for (const user of world.users.values()) {
    if (world.membersByUser.count(user.id) === 0) yield user;
  }
}

function guildSnapshot(world: World, guild: GuildRecord): object {
  const events = world.eventsByGuild.of(guild.id);
  return {
    id: guild.id,
    name: guild.name,
    channels: world.channelsByGuild.of(guild.id).map((channel) => pageChannel(world, channel)),
    emojis: [...emojisOf(world, guild.id), ...emojisOf(world, '')],
    stickers: world.stickers.byGuild.of(guild.id).map((sticker) => stickerShape(world, sticker)),
    roles: world.rolesByGuild.of(guild.id).map(roleShape),
    members: world.membersByGuild.of(guild.id).map((member) => ({
      ...memberShape(world, member),
      user: personShape(world.users.get(member.user_id)) ?? memberShape(world, member).user,
    })),
    voice: Object.fromEntries(
      world.voiceByGuild.of(guild.id).map(({ user_id, channel_id }) => [user_id, channel_id]),
    ),
    muted: Object.fromEntries(
      world.voiceByGuild.of(guild.id).map((state) => [state.user_id, state.self_mute || state.mute]),
    ),
    scheduled_events: events.map((event) => scheduledEventShape(world, event, true)),
    interested: Object.fromEntries(
      events.map((event) => [event.id, world.subscriptionsByEvent.of(event.id).map((one) => one.user_id)]),
    ),
  };
}

/** The latest of a channel's public messages that are `wanted`, oldest first, and whether there are more before them. */
function latest(
  world: World,
  channelId: string,
  wanted: (message: MessageRecord) => boolean = () => true,
): { messages: object[]; more: boolean } {
  const all = world.messagesByChannel.of(channelId).filter((m) => m.reader_id === null && wanted(m));
  all.sort((a, b) => compareSnowflakes(a.id, b.id));
  const messages = all.slice(-MESSAGES_AT_ONCE).map((message) => pageMessage(world, message));
  return { messages, more: all.length > MESSAGES_AT_ONCE };
}

/** The latest messages of channels, whether there are more, and the ephemeral ones with their readers. */
function latestMessages(world: World, channels: ChannelRecord[]): object {
  const lists = channels.map(({ id }) => ({ id, ...latest(world, id) }));
  const secret = channels
    .flatMap(({ id }) => world.messagesByChannel.of(id))
    .filter((m) => m.reader_id !== null);
  return {
    messages: Object.fromEntries(lists.map(({ id, messages }) => [id, messages])),
    more: Object.fromEntries(lists.map(({ id, more }) => [id, more])),
    ephemerals: secret
      .slice(-MESSAGES_AT_ONCE)
      .map((record) => ({ reader_id: record.reader_id, message: messageShape(world, record) })),
  };
}

/** Which channels a member sees, and in which it may write. */
function accessOf(world: World, guild: GuildRecord, userId: string): object {
  const entries = world.channelsByGuild.of(guild.id).map((channel) => {
    const has = channelPermissions(world, channel, userId);
    const send = isThread(channel) ? P.SendMessagesInThreads : P.SendMessages;
    return [channel.id, { view: (has & P.ViewChannel) !== 0n, send: (has & send) !== 0n }] as const;
  });
  return Object.fromEntries(entries);
}
