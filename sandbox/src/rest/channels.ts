import { AuditLogEvent, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { changesBetween } from '../actions/audit-log.js';
import { deleteChannel, updateChannel } from '../actions/channels.js';
import { updateThread } from '../actions/threads.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { demand, reachChannel, reachChannelWith } from '../rules/access.js';
import { checkOverwrites, readChannelChange } from '../rules/channels.js';
import { isNeeded } from '../rules/guild-features.js';
import { isGroup, readGroupChange } from '../rules/group-dms.js';
import { channelPermissions } from '../rules/permissions.js';
import { readThreadChange, type Thread } from '../rules/threads.js';
import { channelShape, isThread } from '../shapes/channel.js';
import { Reader } from '../validation/reader.js';
import type { ChannelRecord, GuildRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { audit } from './audit.js';
import { noteOverwrite } from './overwrites.js';
import { actorOf } from './request.js';
import { TooManyRequests } from './too-many-requests.js';

interface OfChannel {
  Params: { channel_id: string };
}

/** Changes of name or topic per channel: not announced in headers (discord-api-docs #1900, #2208). */
const RENAMES = { limit: 2, windowMs: 600_000 };
const AUDITED = ['name', 'type', 'topic', 'nsfw', 'rate_limit_per_user', 'bitrate', 'user_limit'];
const THREAD_AUDITED = [
  'name',
  'archived',
  'locked',
  'invitable',
  'auto_archive_duration',
  'rate_limit_per_user',
];

/** One channel or thread. */
export function channelRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<OfChannel>('/channels/:channel_id', (request) => {
    const userId = actorOf(request);
    return channelShape(world, reachChannel(world, request.params.channel_id, userId), userId);
  });

  app.patch<OfChannel>('/channels/:channel_id', (request) => {
    const userId = actorOf(request);
    const channel = reachChannel(world, request.params.channel_id, userId);
    const body = Reader.of(request.body);
    if (isGroup(channel)) {
      const fields = readGroupChange(channel, body);
      world.keepPictures(body.pictures);
      return channelShape(world, updateChannel(context, channel, fields), userId);
    }
    const changed = isThread(channel)
      ? changeThread(context, request, channel, body)
      : changeChannel(context, request, channel, body);
    return channelShape(world, changed, userId);
  });

  app.delete<OfChannel>('/channels/:channel_id', (request) => {
    const userId = actorOf(request);
    const channel = reachChannel(world, request.params.channel_id, userId);
    // "Deleting" a direct-message channel only closes it.
    if (channel.guild_id === null) return channelShape(world, channel);
    const thread = isThread(channel);
    demand(channelPermissions(world, channel, userId), thread ? P.ManageThreads : P.ManageChannels);
    if (isNeeded(world.guilds.get(channel.guild_id), channel.id)) throw refuse(50074);
    const shape = channelShape(world, channel, userId);
    deleteChannel(context, channel);
    noteChannel(context, request, channel, null);
    return shape;
  });
}

function changeThread(
  context: Context,
  request: FastifyRequest,
  thread: Thread,
  body: Reader,
): ChannelRecord {
  const fields = readThreadChange(context.world, thread, actorOf(request), body);
  if (changes(thread, fields)) limitRenames(context, thread);
  const changed = updateThread(context, thread, fields);
  noteChannel(context, request, thread, changed);
  return changed;
}

function changeChannel(
  context: Context,
  request: FastifyRequest,
  channel: ChannelRecord,
  body: Reader,
): ChannelRecord {
  const { world } = context;
  const userId = actorOf(request);
  reachChannelWith(world, channel.id, userId, P.ManageChannels);
  const guild = guildOf(world, channel);
  const fields = readChannelChange(world, guild, channel, body);
  const altered = changedOverwrites(channel, fields);
  if (altered.length > 0) checkOverwrites(world, guild, userId, altered);
  if (changes(channel, fields)) limitRenames(context, channel);
  const changed = updateChannel(context, channel, fields);
  dropTags(context, changed);
  noteChannel(context, request, channel, changed);
  for (const now of [...altered, ...removedOverwrites(channel, changed)]) {
    const before = channel.permission_overwrites.find((o) => o.id === now.id) ?? null;
    const after = changed.permission_overwrites.find((o) => o.id === now.id) ?? null;
    noteOverwrite(context, request, channel, before, after);
  }
  return changed;
}

/** Takes the tags off a forum's posts that it has no more. */
function dropTags(context: Context, forum: ChannelRecord): void {
  const left = forum.forum?.available_tags.map(({ id }) => id);
  if (!left) return;
  for (const post of context.world.channelsByGuild.of(forum.guild_id ?? '')) {
    if (post.parent_id !== forum.id || !isThread(post)) continue;
    const tags = post.thread.applied_tags ?? [];
    const kept = tags.filter((id) => left.includes(id));
    if (kept.length < tags.length)
      updateThread(context, post, { thread: { ...post.thread, applied_tags: kept } });
  }
}

function guildOf(world: World, channel: ChannelRecord): GuildRecord {
  const guild = world.guilds.get(channel.guild_id ?? '');
  if (!guild) throw refuse(50003);
  return guild;
}

type Overwrites = ChannelRecord['permission_overwrites'];

/** The overwrites that a change adds or alters: only for these must one have the permissions oneself. */
function changedOverwrites(channel: ChannelRecord, fields: Partial<ChannelRecord>): Overwrites {
  const before = channel.permission_overwrites.map((o) => JSON.stringify(o));
  return (fields.permission_overwrites ?? []).filter((o) => !before.includes(JSON.stringify(o)));
}

function removedOverwrites(before: ChannelRecord, after: ChannelRecord): Overwrites {
  const left = after.permission_overwrites.map((o) => o.id);
  return before.permission_overwrites.filter((o) => !left.includes(o.id));
}

function changes(channel: ChannelRecord, { name, topic }: Partial<ChannelRecord>): boolean {
  return (name !== undefined && name !== channel.name) || (topic !== undefined && topic !== channel.topic);
}

function limitRenames({ rest }: Context, channel: ChannelRecord): void {
  const wait = rest.limiter.takeHidden(`renames ${channel.id}`, RENAMES.limit, RENAMES.windowMs);
  if (wait !== null) throw new TooManyRequests(wait / 1_000, 'user');
}

/** Writes down that a channel or thread was made (null before), changed, or deleted (null after). */
export function noteChannel(
  context: Context,
  request: FastifyRequest,
  before: ChannelRecord | null,
  after: ChannelRecord | null,
): void {
  const channel = after ?? before;
  if (!channel) return;
  const thread = channel.thread !== null;
  const [made, changed, gone] = thread
    ? [AuditLogEvent.ThreadCreate, AuditLogEvent.ThreadUpdate, AuditLogEvent.ThreadDelete]
    : [AuditLogEvent.ChannelCreate, AuditLogEvent.ChannelUpdate, AuditLogEvent.ChannelDelete];
  audit(context, request, {
    guild_id: channel.guild_id ?? '',
    action_type: !before ? made : after ? changed : gone,
    target_id: channel.id,
    changes: changesBetween(flat(before), flat(after), thread ? THREAD_AUDITED : AUDITED),
  });
}

function flat(channel: ChannelRecord | null): object | null {
  return channel && { ...channel, ...channel.thread };
}
