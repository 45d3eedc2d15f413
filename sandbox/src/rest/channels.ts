import { OverwriteType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import { deleteChannel, updateChannel } from '../actions/channels.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { reachChannel, reachChannelWith } from '../rules/access.js';
import { checkOverwrites, readChannelChange, readOverwriteType } from '../rules/channels.js';
import { channelShape } from '../shapes/channel.js';
import { Reader } from '../validation/reader.js';
import type { ChannelRecord, GuildRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { actorOf, noContent } from './request.js';
import { TooManyRequests } from './too-many-requests.js';

interface OfChannel {
  Params: { channel_id: string };
}
interface OfOverwrite {
  Params: { channel_id: string; overwrite_id: string };
}

/** Changes of name or topic per channel: not announced in headers (discord-api-docs #1900, #2208). */
const RENAMES = { limit: 2, windowMs: 600_000 };

/** One channel and its overwrites. */
export function channelRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<OfChannel>('/channels/:channel_id', (request) =>
    channelShape(world, reachChannel(world, request.params.channel_id, actorOf(request))),
  );

  app.patch<OfChannel>('/channels/:channel_id', (request) => {
    const userId = actorOf(request);
    const channel = reachChannelWith(world, request.params.channel_id, userId, P.ManageChannels);
    const guild = guildOf(world, channel);
    const fields = readChannelChange(world, guild, channel, Reader.of(request.body));
    if (fields.permission_overwrites)
      checkOverwrites(world, guild, userId, changedOverwrites(channel, fields));
    if (changes(channel, fields)) limitRenames(context, channel);
    return channelShape(world, updateChannel(context, channel, fields));
  });

  app.delete<OfChannel>('/channels/:channel_id', (request) => {
    const channel = reachChannel(world, request.params.channel_id, actorOf(request));
    // "Deleting" a direct-message channel only closes it.
    if (channel.guild_id === null) return channelShape(world, channel);
    reachChannelWith(world, channel.id, actorOf(request), P.ManageChannels);
    const shape = channelShape(world, channel);
    deleteChannel(context, channel);
    return shape;
  });

  app.put<OfOverwrite>('/channels/:channel_id/permissions/:overwrite_id', (request, reply) => {
    const userId = actorOf(request);
    const channel = reachChannelWith(world, request.params.channel_id, userId, P.ManageRoles);
    const body = Reader.of(request.body);
    const id = request.params.overwrite_id;
    const type = body.has('type')
      ? readOverwriteType(body)
      : world.roles.has(id)
        ? OverwriteType.Role
        : OverwriteType.Member;
    const overwrite = {
      id,
      type,
      allow: body.bits('allow', { nullable: true }) ?? '0',
      deny: body.bits('deny', { nullable: true }) ?? '0',
    };
    body.issues.refuseIfAny();
    checkOverwrites(world, guildOf(world, channel), userId, [overwrite]);
    const others = channel.permission_overwrites.filter((o) => o.id !== id);
    updateChannel(context, channel, { permission_overwrites: [...others, overwrite] });
    return noContent(reply);
  });

  app.delete<OfOverwrite>('/channels/:channel_id/permissions/:overwrite_id', (request, reply) => {
    const channel = reachChannelWith(world, request.params.channel_id, actorOf(request), P.ManageRoles);
    const others = channel.permission_overwrites.filter((o) => o.id !== request.params.overwrite_id);
    if (others.length === channel.permission_overwrites.length) throw refuse(10009);
    updateChannel(context, channel, { permission_overwrites: others });
    return noContent(reply);
  });
}

function guildOf(world: World, channel: ChannelRecord): GuildRecord {
  const guild = world.guilds.get(channel.guild_id ?? '');
  if (!guild) throw refuse(50003);
  return guild;
}

/** The overwrites that a change adds or alters: only for these must one have the permissions oneself. */
function changedOverwrites(
  channel: ChannelRecord,
  fields: Partial<ChannelRecord>,
): ChannelRecord['permission_overwrites'] {
  const before = channel.permission_overwrites.map((o) => JSON.stringify(o));
  return (fields.permission_overwrites ?? []).filter((o) => !before.includes(JSON.stringify(o)));
}

function changes(channel: ChannelRecord, { name, topic }: Partial<ChannelRecord>): boolean {
  return (name !== undefined && name !== channel.name) || (topic !== undefined && topic !== channel.topic);
}

function limitRenames({ limiter }: Context, channel: ChannelRecord): void {
  const wait = limiter.takeHidden(`renames ${channel.id}`, RENAMES.limit, RENAMES.windowMs);
  if (wait !== null) throw new TooManyRequests(wait / 1_000, 'user');
}
