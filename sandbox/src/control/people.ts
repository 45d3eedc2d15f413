import { GuildScheduledEventStatus as Status } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { putUser } from '../actions/guilds.js';
import { createMessage } from '../actions/messages.js';
import { createEvent, liveCount, setInterest } from '../actions/scheduled-events.js';
import { enterByWriting } from '../actions/threads.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { sceneOf } from '../interactions/scene.js';
import { findMember, reachGuild } from '../rules/access.js';
import { findException } from '../rules/event-exceptions.js';
import { readMessage } from '../rules/messages.js';
import { checkEventCount, checkEventPermissions, readNewEvent } from '../rules/scheduled-events.js';
import { checkSending } from '../rules/sending.js';
import { isThread } from '../shapes/channel.js';
import { messagesOf } from '../shapes/guild.js';
import { messageShape } from '../shapes/message.js';
import { scheduledEventShape } from '../shapes/scheduled-event.js';
import { userShape } from '../shapes/user.js';
import { Reader } from '../validation/reader.js';

interface OfGuild {
  Params: { guild_id: string };
}
interface OfUser {
  Params: { user_id: string };
}
interface OfInterest {
  Params: { event_id: string; user_id: string };
  Querystring: { exception_id?: string };
}

/** What people do without the bot: write, show interest in an event, open or close their direct messages. */
export function peopleRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<OfUser>('/users/:user_id/dms', (request) => {
    if (!world.users.has(request.params.user_id)) throw refuse(10013);
    return world.dmChannels.of(request.params.user_id).flatMap((channel) => messagesOf(world, channel.id));
  });

  /** `{dms_open?, locale?, global_name?}`. */
  app.patch<OfUser>('/users/:user_id', (request) => {
    const user = world.users.get(request.params.user_id);
    if (!user) throw refuse(10013);
    const body = Reader.of(request.body);
    const open = body.boolean('dms_open');
    const locale = body.string('locale');
    const name = body.string('global_name', { nullable: true, max: 32 });
    body.issues.refuseIfAny();
    const changed = putUser(world, {
      ...user,
      ...(typeof open === 'boolean' ? { dms_open: open } : {}),
      ...(typeof locale === 'string' ? { locale: locale as typeof user.locale } : {}),
      ...(name === undefined ? {} : { global_name: name }),
    });
    return { ...userShape(changed), locale: changed.locale, dms_open: changed.dms_open };
  });

  /** Somebody writes: `{channel_id, user_id, content}`. */
  app.post('/messages', (request) => {
    const body = Reader.of(request.body);
    const channelId = body.snowflake('channel_id', { required: true }) ?? '';
    const userId = body.snowflake('user_id', { required: true }) ?? '';
    body.issues.refuseIfAny();
    const { channel } = sceneOf(world, channelId, userId);
    if (channel.guild_id !== null) checkSending(world, channel, userId);
    const draft = readMessage(body, channel.id);
    const place = isThread(channel) ? enterByWriting(context, channel, userId) : channel;
    const message = createMessage(context, place, draft, { authorId: userId });
    return messageShape(world, message);
  });

  /** Somebody makes a scheduled event, as far as they may: `{user_id}` and Discord's own fields. */
  app.post<OfGuild>('/guilds/:guild_id/scheduled-events', (request) => {
    const body = Reader.of(request.body);
    const userId = body.snowflake('user_id', { required: true }) ?? '';
    body.issues.refuseIfAny();
    const guild = reachGuild(world, request.params.guild_id, userId);
    const fields = readNewEvent(world, guild, body);
    checkEventPermissions(world, guild, userId, fields);
    checkEventCount(liveCount(world, guild.id));
    const event = createEvent(context, { ...fields, guild_id: guild.id, creator_id: userId });
    return scheduledEventShape(world, event);
  });

  app.put<OfInterest>('/scheduled-events/:event_id/users/:user_id', (request) => {
    show(context, request, true);
    return {};
  });

  app.delete<OfInterest>('/scheduled-events/:event_id/users/:user_id', (request) => {
    show(context, request, false);
    return {};
  });
}

function show(
  context: Context,
  { params, query }: Pick<FastifyRequest<OfInterest>, 'params' | 'query'>,
  interested: boolean,
): void {
  const event = context.world.scheduledEvents.get(params.event_id);
  if (!event) throw refuse(10070);
  findMember(context.world, event.guild_id, params.user_id);
  if (event.status !== Status.Scheduled && event.status !== Status.Active) throw refuse(180000);
  const { exception_id } = query;
  const occurrence =
    exception_id === undefined ? undefined : findException(context.world, event, exception_id);
  setInterest(context, event, params.user_id, interested, occurrence);
}
