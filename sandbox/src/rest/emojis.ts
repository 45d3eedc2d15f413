import { AuditLogEvent, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { changesBetween } from '../actions/audit-log.js';
import { createEmoji, deleteEmoji, updateEmoji } from '../actions/emojis.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { demand, reachGuild, reachGuildWith } from '../rules/access.js';
import { checkEmojiCount, emojiPermission, readEmojiChange, readNewEmoji } from '../rules/emojis.js';
import { guildPermissions } from '../rules/permissions.js';
import { emojiShape } from '../shapes/emoji.js';
import { Reader } from '../validation/reader.js';
import type { EmojiRecord, GuildRecord } from '../world/records.js';
import { audit } from './audit.js';
import { actorOf, noContent } from './request.js';

interface InGuild {
  Params: { guild_id: string };
}
interface OfGuild {
  Params: { guild_id: string; emoji_id: string };
}
interface InApplication {
  Params: { application_id: string };
}
interface OfApplication {
  Params: { application_id: string; emoji_id: string };
}

/** Emojis of servers, and the application's own. */
export function emojiRoutes(app: FastifyInstance, context: Context): void {
  guildEmojiRoutes(app, context);
  applicationEmojiRoutes(app, context);
}

function guildEmojiRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;
  const manages = (guild: GuildRecord, userId: string): boolean =>
    (guildPermissions(world, guild, userId) & (P.CreateGuildExpressions | P.ManageGuildExpressions)) !== 0n;

  app.get<InGuild>('/guilds/:guild_id/emojis', (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    const withUser = manages(guild, actorOf(request));
    return world.emojisByOwner.of(guild.id).map((emoji) => emojiShape(world, emoji, withUser));
  });

  app.get<OfGuild>('/guilds/:guild_id/emojis/:emoji_id', (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    return emojiShape(
      world,
      find(context, guild.id, request.params.emoji_id),
      manages(guild, actorOf(request)),
    );
  });

  app.post<InGuild>('/guilds/:guild_id/emojis', (request, reply) => {
    const userId = actorOf(request);
    const guild = reachGuildWith(world, request.params.guild_id, userId, P.CreateGuildExpressions);
    const emoji = make(context, guild.id, userId, Reader.of(request.body));
    note(context, request, null, emoji);
    return reply.status(201).send(emojiShape(world, emoji, true));
  });

  app.patch<OfGuild>('/guilds/:guild_id/emojis/:emoji_id', (request) => {
    const emoji = reach(context, request);
    const changed = updateEmoji(context, emoji, readEmojiChange(Reader.of(request.body)));
    note(context, request, emoji, changed);
    return emojiShape(world, changed, true);
  });

  app.delete<OfGuild>('/guilds/:guild_id/emojis/:emoji_id', (request, reply) => {
    const emoji = reach(context, request);
    deleteEmoji(context, emoji);
    note(context, request, emoji, null);
    return noContent(reply);
  });
}

function applicationEmojiRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<InApplication>('/applications/:application_id/emojis', (request) => {
    checkApplication(context, request.params.application_id);
    return { items: world.emojisByOwner.of('').map((emoji) => emojiShape(world, emoji, true)) };
  });

  app.get<OfApplication>('/applications/:application_id/emojis/:emoji_id', (request) =>
    emojiShape(world, findOwn(context, request), true),
  );

  app.post<InApplication>('/applications/:application_id/emojis', (request, reply) => {
    checkApplication(context, request.params.application_id);
    const emoji = make(context, null, actorOf(request), Reader.of(request.body));
    return reply.status(201).send(emojiShape(world, emoji, true));
  });

  app.patch<OfApplication>('/applications/:application_id/emojis/:emoji_id', (request) => {
    const { name } = readEmojiChange(Reader.of(request.body));
    const changed = updateEmoji(context, findOwn(context, request), name === undefined ? {} : { name });
    return emojiShape(world, changed, true);
  });

  app.delete<OfApplication>('/applications/:application_id/emojis/:emoji_id', (request, reply) => {
    deleteEmoji(context, findOwn(context, request));
    return noContent(reply);
  });
}

function make(context: Context, guildId: string | null, userId: string, body: Reader): EmojiRecord {
  const fields = readNewEmoji(body);
  checkEmojiCount(context.world, guildId, fields.animated);
  context.world.keepPictures(body.pictures);
  return createEmoji(context, { ...fields, guild_id: guildId, user_id: userId });
}

function checkApplication({ world }: Context, id: string): void {
  if (id !== world.ownApplication.application_id) throw refuse(20012);
}

function find({ world }: Context, guildId: string | null, emojiId: string): EmojiRecord {
  const emoji = world.emojis.get(emojiId);
  if (emoji?.guild_id !== guildId) throw refuse(10014);
  return emoji;
}

function findOwn(context: Context, { params }: Pick<FastifyRequest<OfApplication>, 'params'>): EmojiRecord {
  checkApplication(context, params.application_id);
  return find(context, null, params.emoji_id);
}

/** A server's emoji, for somebody who may change it. */
function reach(context: Context, request: FastifyRequest<OfGuild>): EmojiRecord {
  const userId = actorOf(request);
  const guild = reachGuild(context.world, request.params.guild_id, userId);
  const emoji = find(context, guild.id, request.params.emoji_id);
  demand(guildPermissions(context.world, guild, userId), emojiPermission(emoji, userId));
  return emoji;
}

/** Writes down that a server's emoji was made (null before), changed, or deleted (null after). */
function note(
  context: Context,
  request: FastifyRequest<InGuild>,
  before: EmojiRecord | null,
  after: EmojiRecord | null,
): void {
  const actionType = !before
    ? AuditLogEvent.EmojiCreate
    : after
      ? AuditLogEvent.EmojiUpdate
      : AuditLogEvent.EmojiDelete;
  audit(context, request, {
    guild_id: request.params.guild_id,
    action_type: actionType,
    target_id: (after ?? before)?.id ?? null,
    changes: changesBetween(before, after, ['name']),
  });
}
