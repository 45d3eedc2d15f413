import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import { createChannel } from '../actions/channels.js';
import type { Context } from '../context.js';
import { reachGuild, reachGuildWith } from '../rules/access.js';
import { readNewChannel } from '../rules/channels.js';
import { channelShape, isThread } from '../shapes/channel.js';
import { guildShape } from '../shapes/guild.js';
import { Reader } from '../validation/reader.js';
import { actorOf } from './request.js';

interface InGuild {
  Params: { guild_id: string };
}

/** A guild and its channels. */
export function guildRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<InGuild & { Querystring: { with_counts?: string } }>('/guilds/:guild_id', (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    return guildShape(world, guild, request.query.with_counts === 'true');
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
    return reply.status(201).send(channelShape(world, createChannel(context, fields)));
  });
}
