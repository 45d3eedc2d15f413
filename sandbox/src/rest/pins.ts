import { AuditLogEvent, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pinMessage, unpinMessage } from '../actions/pins.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { demand, findMessage, reachChannel } from '../rules/access.js';
import { channelPermissions } from '../rules/permissions.js';
import { checkNotArchived } from '../rules/threads.js';
import { messageShape } from '../shapes/message.js';
import { invalid } from '../validation/issues.js';
import type { ChannelRecord, MessageRecord } from '../world/records.js';
import { audit } from './audit.js';
import { actorOf, noContent, queryInteger } from './request.js';

interface InChannel {
  Params: { channel_id: string };
}
interface OfPin {
  Params: { channel_id: string; message_id: string };
}
interface Paged {
  Querystring: { limit?: string; before?: string };
}

/** How many pins the old list, which has no pages, shows at most. */
const OLD_LIST = 50;

/** Pinned messages, by the routes of today and by those before 2025. */
export function pinRoutes(app: FastifyInstance, context: Context): void {
  app.get<InChannel & Paged>(
    '/channels/:channel_id/messages/pins',
    { config: { pagedByTime: true } },
    (request) => {
      const userId = actorOf(request);
      const limit = queryInteger(request.query.limit, 'limit', { min: 1, max: 50, default: 50 });
      const before = readBefore(request.query.before);
      const all = pinsOf(context, readable(context, request.params.channel_id, userId));
      const wanted = all.filter((m) => before === null || pinTime(m) < before);
      return {
        items: wanted.slice(0, limit).map((message) => ({
          pinned_at: message.pinned_at,
          message: messageShape(context.world, message, userId),
        })),
        has_more: wanted.length > limit,
      };
    },
  );

  app.get<InChannel>('/channels/:channel_id/pins', (request) => {
    const userId = actorOf(request);
    const pins = pinsOf(context, readable(context, request.params.channel_id, userId));
    return pins.slice(0, OLD_LIST).map((message) => messageShape(context.world, message, userId));
  });

  for (const path of ['/channels/:channel_id/messages/pins', '/channels/:channel_id/pins']) {
    app.put<OfPin>(`${path}/:message_id`, (request, reply) => pin(context, request, reply));
    app.delete<OfPin>(`${path}/:message_id`, (request, reply) => unpin(context, request, reply));
  }
}

function pin(context: Context, request: FastifyRequest<OfPin>, reply: FastifyReply): FastifyReply {
  const { channel, message } = reachPin(context, request);
  const done = pinMessage(context, channel, message, actorOf(request));
  if (done) note(context, request, AuditLogEvent.MessagePin, message);
  return noContent(reply);
}

function unpin(context: Context, request: FastifyRequest<OfPin>, reply: FastifyReply): FastifyReply {
  const { channel, message } = reachPin(context, request);
  if (unpinMessage(context, channel, message)) note(context, request, AuditLogEvent.MessageUnpin, message);
  return noContent(reply);
}

/** Pinning needs PIN_MESSAGES: since 2026 MANAGE_MESSAGES is not enough. */
function reachPin(
  { world }: Context,
  request: FastifyRequest<OfPin>,
): { channel: ChannelRecord; message: MessageRecord } {
  const userId = actorOf(request);
  const channel = reachChannel(world, request.params.channel_id, userId);
  if (channel.guild_id !== null) demand(channelPermissions(world, channel, userId), P.PinMessages);
  checkNotArchived(channel);
  return { channel, message: findMessage(world, channel, request.params.message_id) };
}

function note(
  context: Context,
  request: FastifyRequest,
  actionType: AuditLogEvent,
  message: MessageRecord,
): void {
  if (message.guild_id === null) return;
  const options = { channel_id: message.channel_id, message_id: message.id };
  audit(context, request, {
    guild_id: message.guild_id,
    action_type: actionType,
    target_id: message.author_id,
    options,
  });
}

function readable({ world }: Context, channelId: string, userId: string): ChannelRecord {
  const channel = reachChannel(world, channelId, userId);
  if (!(channelPermissions(world, channel, userId) & P.ReadMessageHistory)) throw refuse(50013);
  return channel;
}

/** The channel's pins, the latest first. */
function pinsOf({ world }: Context, channel: ChannelRecord): MessageRecord[] {
  return world.pinsByChannel.of(channel.id).sort((a, b) => pinTime(b) - pinTime(a));
}

function pinTime(message: MessageRecord): number {
  return Date.parse(message.pinned_at ?? message.timestamp);
}

function readBefore(text: string | undefined): number | null {
  if (text === undefined) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time))
    throw invalid(['before'], 'DATE_TIME_TYPE_PARSE', `Could not parse ${text}. Should be ISO8601.`);
  return time;
}
