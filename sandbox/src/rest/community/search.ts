import { GatewayIntentBits, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.js';
import { refuse } from '../../errors.js';
import { reachChannelWith, reachGuild } from '../../rules/access.js';
import { intentsGranted } from '../../rules/application-flags.js';
import { isFound, type SearchQuery } from '../../rules/message-search.js';
import { channelPermissions } from '../../rules/permissions.js';
import { hasWords, relevance } from '../../rules/word-search.js';
import { FORUMS } from '../../world/forums.js';
import { channelShape, isThread, threadMemberShape } from '../../shapes/channel.js';
import { messageShape } from '../../shapes/message.js';
import { compareSnowflakes, snowflakeTime } from '../../world/snowflake.js';
import { actorOf, queryFlag, queryInteger } from '../request.js';
import type { Thread } from '../../rules/threads.js';

interface InGuild {
  Params: { guild_id: string };
  Querystring: SearchQuery;
}
interface InChannel {
  Params: { channel_id: string };
  Querystring: SearchQuery;
}

const READ = P.ViewChannel | P.ReadMessageHistory;
const PAGE = { min: 1, max: 25, default: 25 };
const SLOP = { min: 0, max: 100, default: 2 };
const OFFSET = { min: 0, max: 9_975, default: 0 };

/** Looking for messages of a server, and for posts of a forum. Everything is found at once: there is no index to wait for. */
export function searchRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  /** For applications that may read messages. */
  app.get<InGuild>('/guilds/:guild_id/messages/search', (request) => {
    const userId = actorOf(request);
    const guild = reachGuild(world, request.params.guild_id, userId);
    if (!(intentsGranted(world.ownApplication.flags) & GatewayIntentBits.MessageContent)) throw refuse(50001);
    const { query } = request;
    const slop = queryInteger(one(query['slop']), 'slop', SLOP);
    const withNsfw = queryFlag(one(query['include_nsfw']));
    const readable = world.channelsByGuild
      .of(guild.id)
      .filter((channel) => (channelPermissions(world, channel, userId) & READ) === READ)
      .filter((channel) => !channel.nsfw || withNsfw);
    const found = readable
      .flatMap((channel) => world.messagesByChannel.of(channel.id))
      .filter((message) => message.reader_id === null && isFound(world, message, query, slop))
      .sort((a, b) => compareSnowflakes(b.id, a.id));
    const text = one(query['content']) ?? '';
    const shown = pageOf(
      inOrder(found, query, ({ content }) => relevance(content, text)),
      query,
    );
    const threads = shown.flatMap((message) => {
      const channel = world.channels.get(message.channel_id);
      return channel && isThread(channel) ? [channel] : [];
    });
    return {
      doing_deep_historical_index: false,
      total_results: found.length,
      messages: shown.map((message) => [{ ...messageShape(world, message, userId), hit: true }]),
      ...(threads.length === 0
        ? {}
        : { threads: [...new Set(threads)].map((thread) => channelShape(world, thread, userId)) }),
    };
  });

  app.get<InChannel>('/channels/:channel_id/threads/search', (request) => {
    const userId = actorOf(request);
    const channel = reachChannelWith(world, request.params.channel_id, userId, P.ReadMessageHistory);
    if (!FORUMS.includes(channel.type)) throw refuse(50024);
    const { query } = request;
    const order = one(query['sort_by']);
    const slop = queryInteger(one(query['slop']), 'slop', SLOP);
    const found = world.channelsByGuild
      .of(channel.guild_id ?? '')
      .filter(isThread)
      .filter((thread) => thread.parent_id === channel.id && isWanted(thread, query, slop))
      .sort((a, b) => orderOf(b, order) - orderOf(a, order));
    const name = one(query['name']) ?? '';
    const shown = pageOf(
      inOrder(found, query, (thread) => relevance(thread.name, name)),
      query,
    );
    const offset = queryInteger(one(query['offset']), 'offset', OFFSET);
    return {
      threads: shown.map((thread) => channelShape(world, thread, userId)),
      members: shown
        .filter((thread) => thread.thread.member_ids.includes(userId))
        .map((thread) => threadMemberShape(world, thread, userId)),
      has_more: found.length > offset + shown.length,
      first_messages: shown.flatMap((thread) => {
        const first = world.messages.get(thread.id);
        return first ? [messageShape(world, first, userId)] : [];
      }),
      total_results: found.length,
    };
  });
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function pageOf<T>(found: readonly T[], query: SearchQuery): T[] {
  const offset = queryInteger(one(query['offset']), 'offset', OFFSET);
  return found.slice(offset, offset + queryInteger(one(query['limit']), 'limit', PAGE));
}

/** What was found, the latest first, as a search wants it; the most relevant comes first whatever order is asked for. */
function inOrder<T>(
  latestFirst: readonly T[],
  query: SearchQuery,
  scoreOf: (found: T) => number,
): readonly T[] {
  if (query['sort_by'] !== 'relevance')
    return query['sort_order'] === 'asc' ? latestFirst.toReversed() : latestFirst;
  const scores = new Map(latestFirst.map((found) => [found, scoreOf(found)]));
  return latestFirst.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

function isWanted(thread: Thread, query: SearchQuery, slop: number): boolean {
  const { name, archived, min_id, max_id, tag_setting } = query;
  const tags = [query['tag'] ?? []].flat().flatMap((text) => text.split(','));
  const has = (tag: string): boolean => thread.thread.applied_tags?.includes(tag) ?? false;
  const tagged = tag_setting === 'match_all' ? tags.every(has) : tags.length === 0 || tags.some(has);
  return (
    tagged &&
    (name === undefined || hasWords(thread.name, one(name) ?? '', slop)) &&
    (archived === undefined || thread.thread.archived === queryFlag(one(archived))) &&
    (min_id === undefined || compareSnowflakes(thread.id, one(min_id) ?? '') > 0) &&
    (max_id === undefined || compareSnowflakes(thread.id, one(max_id) ?? '') < 0)
  );
}

/** By what time posts are put in order. */
function orderOf(thread: Thread, by: string | undefined): number {
  if (by === 'creation_time') return snowflakeTime(thread.id);
  if (by === 'archive_time') return Date.parse(thread.thread.archive_timestamp);
  return snowflakeTime(thread.last_message_id ?? thread.id);
}
