import { AuditLogEvent, GuildScheduledEventStatus as Status } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { changesBetween, writeAudit } from '../actions/audit-log.js';
import { openDm } from '../actions/dms.js';
import { createEvent, liveCount, setInterest, updateEvent } from '../actions/scheduled-events.js';
import { updateUser } from '../actions/users.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { findMember, reachGuild } from '../rules/access.js';
import { findException } from '../rules/event-exceptions.js';
import {
  checkEventCount,
  checkEventPermissions,
  readEventChange,
  readNewEvent,
} from '../rules/scheduled-events.js';
import { channelShape } from '../shapes/channel.js';
import { messagesOf } from '../shapes/guild.js';
import { messageShape } from '../shapes/message.js';
import { scheduledEventShape } from '../shapes/scheduled-event.js';
import { userShape } from '../shapes/user.js';
import { readImage } from '../validation/image.js';
import { Reader } from '../validation/reader.js';
import type { PresenceStatus, UserRecord } from '../world/records.js';

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

const STATUSES: readonly PresenceStatus[] = ['online', 'idle', 'dnd', 'offline'];

/** What people do without the bot: change what others see of them, show interest in an event, open or close their direct messages. */
export function peopleRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<OfUser>('/users/:user_id/dms', (request) => {
    if (!world.users.has(request.params.user_id)) throw refuse(10013);
    return world.dmChannels.of(request.params.user_id).flatMap((channel) => messagesOf(world, channel.id));
  });

  /** Somebody opens their direct messages with the bot. */
  app.post<OfUser>('/users/:user_id/dms', (request) => {
    if (!world.users.has(request.params.user_id)) throw refuse(10013);
    return channelShape(world, openDm(context, world.ownApplication.application_id, request.params.user_id));
  });

  /** Answers of the bot that only this person sees, oldest first. */
  app.get<OfUser>('/users/:user_id/ephemerals', ({ params }) => {
    if (!world.users.has(params.user_id)) throw refuse(10013);
    return [...world.messages.values()]
      .filter((message) => message.reader_id === params.user_id)
      .map((message) => messageShape(world, message));
  });

  /** `{dms_open?, locale?, username?, global_name?, avatar?, status?}`. */
  app.patch<OfUser>('/users/:user_id', (request) => {
    const user = world.users.get(request.params.user_id);
    if (!user) throw refuse(10013);
    const body = Reader.of(request.body);
    const fields = readUserChange(body);
    world.keepPictures(body.pictures);
    const changed = updateUser(context, user, fields);
    const { locale, dms_open, status = 'online' } = changed;
    return { ...userShape(changed), locale, dms_open, status };
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

  /** Somebody starts or ends a scheduled event, as far as they may: `{user_id, status}`. */
  app.patch<OfInterest>('/scheduled-events/:event_id', (request) => {
    const body = Reader.of(request.body);
    const userId = body.snowflake('user_id', { required: true }) ?? '';
    body.issues.refuseIfAny();
    const event = world.scheduledEvents.get(request.params.event_id);
    if (!event) throw refuse(10070);
    const guild = reachGuild(world, event.guild_id, userId);
    checkEventPermissions(world, guild, userId, event, event);
    const { status } = readEventChange(world, event, body);
    const changed = updateEvent(context, { ...event, status });
    writeAudit(context, {
      ...{ guild_id: guild.id, user_id: userId, target_id: event.id, reason: null },
      action_type: AuditLogEvent.GuildScheduledEventUpdate,
      changes: changesBetween(event, changed, ['status']),
    });
    return scheduledEventShape(world, changed);
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

function readUserChange(body: Reader): Partial<UserRecord> {
  const open = body.boolean('dms_open');
  const locale = body.string('locale');
  const username = body.string('username', { min: 2, max: 32 });
  const name = body.string('global_name', { nullable: true, max: 32 });
  const avatar = readImage(body, 'avatar');
  const status = body.string('status');
  const known = STATUSES.find((one) => one === status);
  if (status !== undefined && !known)
    body.fault('status', 'BASE_TYPE_CHOICES', `Value must be one of {${STATUSES.join(', ')}}.`);
  body.issues.refuseIfAny();
  return {
    ...(typeof open === 'boolean' ? { dms_open: open } : {}),
    ...(typeof locale === 'string' ? { locale: locale as UserRecord['locale'] } : {}),
    ...(typeof username === 'string' ? { username } : {}),
    ...(name === undefined ? {} : { global_name: name }),
    ...(avatar === undefined ? {} : { avatar }),
    ...(known ? { status: known } : {}),
  };
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
