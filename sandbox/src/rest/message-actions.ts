import { AuditLogEvent, ChannelType, MessageFlags, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import { publish } from '../actions/crossposts.js';
import { deleteMessages } from '../actions/messages.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { demand, findMessage, reachChannel, reachChannelWith } from '../rules/access.js';
import { channelPermissions } from '../rules/permissions.js';
import { checkSending } from '../rules/sending.js';
import { messageShape } from '../shapes/message.js';
import { memberShape } from '../shapes/user.js';
import { Reader } from '../validation/reader.js';
import { snowflakeTime } from '../world/snowflake.js';
import { memberId } from '../world/world.js';
import { audit } from './audit.js';
import { actorOf, noContent } from './request.js';

interface InChannel {
  Params: { channel_id: string };
}
interface OfMessage {
  Params: { channel_id: string; message_id: string };
}

const TWO_WEEKS_MS = 14 * 86_400_000;

/** What is done to messages besides writing them: many deleted at once, published, announced by typing. */
export function messageActionRoutes(app: FastifyInstance, context: Context): void {
  const { world, bus } = context;

  app.post<InChannel>('/channels/:channel_id/messages/bulk-delete', (request, reply) => {
    const userId = actorOf(request);
    const channel = reachChannel(world, request.params.channel_id, userId);
    if (channel.guild_id === null) throw refuse(50003);
    demand(channelPermissions(world, channel, userId), P.ManageMessages);
    const body = Reader.of(request.body);
    const given = new Set(body.snowflakes('messages', { required: true }));
    body.issues.refuseIfAny();
    if (given.size < 2 || given.size > 100) throw refuse(50016);
    const oldest = world.clock() - TWO_WEEKS_MS;
    if ([...given].some((id) => snowflakeTime(id) < oldest)) throw refuse(50034);
    const found = [...given].flatMap((id) => world.messages.get(id) ?? []);
    const here = found.filter((m) => m.channel_id === channel.id && m.reader_id === null);
    deleteMessages(context, channel, here);
    audit(context, request, {
      guild_id: channel.guild_id,
      action_type: AuditLogEvent.MessageBulkDelete,
      target_id: channel.id,
      options: { count: String(here.length) },
    });
    return noContent(reply);
  });

  app.post<OfMessage>('/channels/:channel_id/messages/:message_id/crosspost', (request) => {
    const userId = actorOf(request);
    const channel = reachChannelWith(world, request.params.channel_id, userId, P.SendMessages);
    if (channel.type !== ChannelType.GuildAnnouncement) throw refuse(50024);
    const message = findMessage(world, channel, request.params.message_id);
    if (message.author_id !== userId) demand(channelPermissions(world, channel, userId), P.ManageMessages);
    if (message.flags & MessageFlags.Crossposted) throw refuse(40033);
    return messageShape(world, publish(context, message), userId);
  });

  app.post<InChannel>('/channels/:channel_id/typing', (request, reply) => {
    const userId = actorOf(request);
    const channel = reachChannel(world, request.params.channel_id, userId);
    checkSending(world, channel, userId);
    const member =
      channel.guild_id === null ? undefined : world.members.get(memberId(channel.guild_id, userId));
    const data = {
      channel_id: channel.id,
      user_id: userId,
      timestamp: Math.floor(world.clock() / 1_000),
      ...(channel.guild_id === null ? {} : { guild_id: channel.guild_id }),
      ...(member ? { member: memberShape(world, member) } : {}),
    };
    bus.dispatch('TYPING_START', data, channel);
    return noContent(reply);
  });
}
