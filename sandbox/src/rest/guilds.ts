import { AuditLogEvent, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { changesBetween } from '../actions/audit-log.js';
import { createChannel, updateChannel } from '../actions/channels.js';
import { removeGuild, updateGuild } from '../actions/guilds.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { reachGuild, reachGuildWith } from '../rules/access.js';
import { checkOverwrites, readNewChannel } from '../rules/channels.js';
import { readGuildChange } from '../rules/guilds.js';
import { readMoves, type Move } from '../rules/channel-moves.js';
import { channelShape, isThread } from '../shapes/channel.js';
import { featuresOf, guildPreviewShape, guildShape } from '../shapes/guild.js';
import { Reader } from '../validation/reader.js';
import type { ChannelRecord, GuildRecord } from '../world/records.js';
import { audit } from './audit.js';
import { noteChannel } from './channels.js';
import { noteOverwrite } from './overwrites.js';
import { actorOf, noContent, queryFlag } from './request.js';

interface InGuild {
  Params: { guild_id: string };
}

/** A guild and its channels. */
export function guildRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<InGuild & { Querystring: { with_counts?: string } }>('/guilds/:guild_id', (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    return guildShape(world, guild, queryFlag(request.query.with_counts));
  });

  app.get<InGuild>('/guilds/:guild_id/preview', (request) =>
    guildPreviewShape(world, reachGuild(world, request.params.guild_id, actorOf(request))),
  );

  app.patch<InGuild>('/guilds/:guild_id', (request) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.ManageGuild);
    const body = Reader.of(request.body);
    const fields = readGuildChange(world, guild, body);
    // Only administrators make a server a community, or no more one.
    if (isCommunity({ ...guild, ...fields }) !== isCommunity(guild))
      reachGuildWith(world, guild.id, actorOf(request), P.Administrator);
    world.keepPictures(body.pictures);
    const changed = updateGuild(context, guild, fields);
    const [before, after] = [guild, changed].map((g) => ({ ...g, ...g.settings }));
    audit(context, request, {
      guild_id: guild.id,
      action_type: AuditLogEvent.GuildUpdate,
      target_id: guild.id,
      changes: changesBetween(before ?? null, after ?? null, AUDITED),
    });
    return guildShape(world, changed);
  });

  /** The bot leaves. */
  app.delete<InGuild>('/users/@me/guilds/:guild_id', (request, reply) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    if (guild.owner_id === actorOf(request)) throw refuse(50055);
    removeGuild(context, guild.id);
    return noContent(reply);
  });

  app.get<InGuild>('/guilds/:guild_id/channels', (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    return world.channelsByGuild
      .of(guild.id)
      .filter((channel) => !isThread(channel))
      .map((channel) => channelShape(world, channel));
  });

  app.post<InGuild>('/guilds/:guild_id/channels', (request, reply) => {
    const userId = actorOf(request);
    const guild = reachGuildWith(world, request.params.guild_id, userId, P.ManageChannels);
    const fields = readNewChannel(world, guild, userId, Reader.of(request.body));
    const channel = createChannel(context, fields);
    noteChannel(context, request, null, channel);
    for (const overwrite of channel.permission_overwrites)
      noteOverwrite(context, request, channel, null, overwrite);
    return reply.status(201).send(channelShape(world, channel));
  });

  app.patch<InGuild>('/guilds/:guild_id/channels', (request, reply) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.ManageChannels);
    for (const move of readMoves(world, guild, request.body)) moveChannel(context, request, guild, move);
    return noContent(reply);
  });
}

function isCommunity(guild: GuildRecord): boolean {
  return featuresOf(guild).includes('COMMUNITY');
}

const AUDITED = [
  'name',
  'description',
  'icon',
  'preferred_locale',
  'system_channel_id',
  'afk_channel_id',
  'afk_timeout',
  'verification_level',
  'default_message_notifications',
  'explicit_content_filter',
  'rules_channel_id',
  'public_updates_channel_id',
];

/** `lock_permissions` gives a channel the overwrites of its new category: only who may set them may do that. */
function moveChannel(
  context: Context,
  request: FastifyRequest,
  guild: GuildRecord,
  { channel, position, parentId, lock }: Move,
): void {
  const category = parentId ? context.world.channels.get(parentId) : undefined;
  const overwrites = lock && category ? { permission_overwrites: category.permission_overwrites } : {};
  if (overwrites.permission_overwrites)
    checkOverwrites(context.world, guild, actorOf(request), overwrites.permission_overwrites);
  const fields: Partial<ChannelRecord> = {
    ...(position === undefined ? {} : { position }),
    ...(parentId === undefined ? {} : { parent_id: parentId }),
    ...overwrites,
  };
  updateChannel(context, channel, fields);
}
