import { AuditLogEvent, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.js';
import { refuse } from '../../errors.js';
import { demand, reachGuild, reachGuildWith } from '../../rules/access.js';
import {
  checkStickerCount,
  expressionPermission,
  readNewSticker,
  readStickerChange,
} from '../../rules/expressions.js';
import { guildPermissions } from '../../rules/permissions.js';
import { standardSticker, STICKER_PACKS, stickerShape } from '../../shapes/expressions.js';
import { Reader } from '../../validation/reader.js';
import type { StickerRecord } from '../../world/community-records.js';
import type { GuildRecord } from '../../world/records.js';
import { auditChange, type Deeds } from '../audit.js';
import { actorOf, noContent } from '../request.js';

interface InGuild {
  Params: { guild_id: string };
}
interface OfSticker {
  Params: { guild_id: string; sticker_id: string };
}

const DEEDS: Deeds = [AuditLogEvent.StickerCreate, AuditLogEvent.StickerUpdate, AuditLogEvent.StickerDelete];
const AUDITED = ['name', 'description', 'tags', 'format_type'];

/** Stickers of servers, and the packs that everybody has. */
export function stickerRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get('/sticker-packs', { config: { access: 'none' } }, () => ({ sticker_packs: STICKER_PACKS }));

  app.get<{ Params: { pack_id: string } }>('/sticker-packs/:pack_id', ({ params }) => {
    const pack = STICKER_PACKS.find(({ id }) => id === params.pack_id);
    if (!pack) throw refuse(10061);
    return pack;
  });

  app.get<{ Params: { sticker_id: string } }>('/stickers/:sticker_id', ({ params }) => {
    const standard = standardSticker(params.sticker_id);
    if (standard) return standard;
    const sticker = world.stickers.get(params.sticker_id);
    if (!sticker) throw refuse(10060);
    return stickerShape(world, sticker);
  });

  app.get<InGuild>('/guilds/:guild_id/stickers', (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    const withUser = manages(context, guild, actorOf(request));
    return world.stickers.byGuild.of(guild.id).map((sticker) => stickerShape(world, sticker, withUser));
  });

  app.get<OfSticker>('/guilds/:guild_id/stickers/:sticker_id', (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    const sticker = find(context, guild, request.params.sticker_id);
    return stickerShape(world, sticker, manages(context, guild, actorOf(request)));
  });

  app.post<InGuild>('/guilds/:guild_id/stickers', (request, reply) => {
    const userId = actorOf(request);
    const guild = reachGuildWith(world, request.params.guild_id, userId, P.CreateGuildExpressions);
    const body = Reader.of(request.body);
    const fields = readNewSticker(body);
    checkStickerCount(world, guild);
    world.keepPictures(body.pictures);
    const id = world.snowflakes.next();
    const sticker = world.stickers.put({ ...fields, id, guild_id: guild.id, user_id: userId });
    announce(context, guild.id);
    auditChange(context, request, DEEDS, [null, sticker], AUDITED);
    return reply.status(201).send(stickerShape(world, sticker, true));
  });

  app.patch<OfSticker>('/guilds/:guild_id/stickers/:sticker_id', (request) => {
    const sticker = reach(context, request.params, actorOf(request));
    const changed = world.stickers.patch(sticker, readStickerChange(Reader.of(request.body)));
    announce(context, sticker.guild_id);
    auditChange(context, request, DEEDS, [sticker, changed], AUDITED);
    return stickerShape(world, changed, true);
  });

  app.delete<OfSticker>('/guilds/:guild_id/stickers/:sticker_id', (request, reply) => {
    const sticker = reach(context, request.params, actorOf(request));
    world.stickers.delete(sticker.id);
    announce(context, sticker.guild_id);
    auditChange(context, request, DEEDS, [sticker, null], AUDITED);
    return noContent(reply);
  });
}

function manages({ world }: Context, guild: GuildRecord, userId: string): boolean {
  return (
    (guildPermissions(world, guild, userId) & (P.CreateGuildExpressions | P.ManageGuildExpressions)) !== 0n
  );
}

function find({ world }: Context, guild: GuildRecord, id: string): StickerRecord {
  const sticker = world.stickers.get(id);
  if (sticker?.guild_id !== guild.id) throw refuse(10060);
  return sticker;
}

/** A server's sticker, for somebody who may change it. */
function reach(context: Context, params: OfSticker['Params'], userId: string): StickerRecord {
  const guild = reachGuild(context.world, params.guild_id, userId);
  const sticker = find(context, guild, params.sticker_id);
  demand(guildPermissions(context.world, guild, userId), expressionPermission(sticker, userId));
  return sticker;
}

/** Discord sends all of a server's stickers whenever one of them changes. */
function announce({ world, bus }: Context, guildId: string): void {
  const stickers = world.stickers.byGuild.of(guildId).map((sticker) => stickerShape(world, sticker));
  bus.dispatch('GUILD_STICKERS_UPDATE', { guild_id: guildId, stickers }, { guild_id: guildId });
}
