import { AuditLogEvent } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { changesBetween } from '../actions/audit-log.js';
import { createEvent, deleteEvent, liveCount, updateEvent } from '../actions/scheduled-events.js';
import type { Context } from '../context.js';
import { findScheduledEvent, reachGuild } from '../rules/access.js';
import { findException } from '../rules/event-exceptions.js';
import {
  checkChannel,
  checkEventCount,
  checkEventPermissions,
  checkTypeChange,
  readEventChange,
  readNewEvent,
} from '../rules/scheduled-events.js';
import { isLive } from '../shapes/guild.js';
import { scheduledEventShape } from '../shapes/scheduled-event.js';
import { memberShape, requireUser, userShape } from '../shapes/user.js';
import { Reader } from '../validation/reader.js';
import type { EventExceptionRecord, ScheduledEventRecord, SubscriptionRecord } from '../world/records.js';
import { compareSnowflakes } from '../world/snowflake.js';
import { memberId } from '../world/world.js';
import { audit } from './audit.js';
import { actorOf, noContent, queryFlag, queryInteger } from './request.js';

interface InGuild {
  Params: { guild_id: string };
}
interface OfEvent {
  Params: { guild_id: string; guild_scheduled_event_id: string };
}
interface OfException {
  Params: {
    guild_id: string;
    guild_scheduled_event_id: string;
    guild_scheduled_event_exception_id: string;
  };
}
interface Counted {
  guild_scheduled_event_exception_ids?: string | string[];
}
interface Page {
  limit?: string;
  before?: string;
  after?: string;
  with_member?: string;
}
/** `GuildScheduledEventUserResponses`: the user is interested. */
const INTERESTED = 1;
const EVENT = '/guilds/:guild_id/scheduled-events/:guild_scheduled_event_id';

/** Scheduled events of a guild and who is interested in them. */
export function scheduledEventRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<InGuild & { Querystring: { with_user_count?: string } }>(
    '/guilds/:guild_id/scheduled-events',
    (request) => {
      const guild = reachGuild(world, request.params.guild_id, actorOf(request));
      const counted = queryFlag(request.query.with_user_count);
      const live = world.eventsByGuild.of(guild.id).filter(isLive);
      return live.map((event) => scheduledEventShape(world, event, counted));
    },
  );

  app.post<InGuild>('/guilds/:guild_id/scheduled-events', (request) => {
    const userId = actorOf(request);
    const guild = reachGuild(world, request.params.guild_id, userId);
    const body = Reader.of(request.body);
    const fields = readNewEvent(world, guild, body);
    checkEventPermissions(world, guild, userId, fields);
    checkEventCount(liveCount(world, guild.id));
    world.keepPictures(body.pictures);
    const event = createEvent(context, { ...fields, guild_id: guild.id, creator_id: userId });
    note(context, request, null, event);
    return scheduledEventShape(world, event);
  });

  app.get<OfEvent & { Querystring: { with_user_count?: string } }>(EVENT, (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    const event = findScheduledEvent(world, guild.id, request.params.guild_scheduled_event_id);
    return scheduledEventShape(world, event, queryFlag(request.query.with_user_count));
  });

  app.patch<OfEvent>(EVENT, (request) => {
    const userId = actorOf(request);
    const guild = reachGuild(world, request.params.guild_id, userId);
    const event = findScheduledEvent(world, guild.id, request.params.guild_scheduled_event_id);
    checkEventPermissions(world, guild, userId, event, event);
    const body = Reader.of(request.body);
    const next = readEventChange(world, event, body);
    const refused = checkTypeChange(event, next);
    if (refused) throw refused;
    checkChannel(world, guild, next);
    if (next.channel_id !== event.channel_id) checkEventPermissions(world, guild, userId, next, event);
    world.keepPictures(body.pictures);
    const changed = updateEvent(context, next);
    note(context, request, event, changed);
    return scheduledEventShape(world, changed);
  });

  app.delete<OfEvent>(EVENT, (request, reply) => {
    const userId = actorOf(request);
    const guild = reachGuild(world, request.params.guild_id, userId);
    const event = findScheduledEvent(world, guild.id, request.params.guild_scheduled_event_id);
    checkEventPermissions(world, guild, userId, event, event);
    deleteEvent(context, event);
    note(context, request, event, null);
    return noContent(reply);
  });

  app.get<OfEvent & { Querystring: Page }>(`${EVENT}/users`, (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    const event = findScheduledEvent(world, guild.id, request.params.guild_scheduled_event_id);
    return interested(context, event, request.query);
  });

  app.get<OfException & { Querystring: Page }>(
    `${EVENT}/:guild_scheduled_event_exception_id/users`,
    (request) => {
      const { guild_id, guild_scheduled_event_id, guild_scheduled_event_exception_id } = request.params;
      const guild = reachGuild(world, guild_id, actorOf(request));
      const event = findScheduledEvent(world, guild.id, guild_scheduled_event_id);
      const exception = findException(world, event, guild_scheduled_event_exception_id);
      return interested(context, event, request.query, exception);
    },
  );

  app.get<OfEvent & { Querystring: Counted }>(`${EVENT}/users/counts`, (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    const event = findScheduledEvent(world, guild.id, request.params.guild_scheduled_event_id);
    const wanted = [request.query.guild_scheduled_event_exception_ids ?? []].flat();
    const counts = world.exceptionsByEvent
      .of(event.id)
      .filter((e) => wanted.length === 0 || wanted.includes(e.exception_id))
      .map((e) => [e.exception_id, world.subscriptionsByEvent.count(e.id)] as const);
    return {
      guild_scheduled_event_count: world.subscriptionsByEvent.count(event.id),
      guild_scheduled_event_exception_counts: Object.fromEntries(counts),
    };
  });
}

/** Who is interested in an event, or in one occurrence of it, page by page. */
function interested(
  { world }: Context,
  event: ScheduledEventRecord,
  query: Page,
  exception?: EventExceptionRecord,
): object[] {
  const withMember = queryFlag(query.with_member);
  return page(world.subscriptionsByEvent.of((exception ?? event).id), query).map(({ user_id }) => {
    const member = withMember && world.members.get(memberId(event.guild_id, user_id));
    return {
      guild_scheduled_event_id: event.id,
      ...(exception ? { guild_scheduled_event_exception_id: exception.exception_id } : {}),
      user_id,
      user: userShape(requireUser(world, user_id)),
      ...(member ? { member: memberShape(world, member) } : {}),
      response: INTERESTED,
    };
  });
}

const AUDITED = [
  'name',
  'description',
  'channel_id',
  'scheduled_start_time',
  'scheduled_end_time',
  'privacy_level',
  'status',
  'entity_type',
  'location',
  'image_hash',
];

/** Writes down that an event was made (null before), changed, or deleted (null after). */
function note(
  context: Context,
  request: FastifyRequest<InGuild>,
  before: ScheduledEventRecord | null,
  after: ScheduledEventRecord | null,
): void {
  const actionType = !before
    ? AuditLogEvent.GuildScheduledEventCreate
    : after
      ? AuditLogEvent.GuildScheduledEventUpdate
      : AuditLogEvent.GuildScheduledEventDelete;
  audit(context, request, {
    guild_id: request.params.guild_id,
    action_type: actionType,
    target_id: (after ?? before)?.id ?? null,
    changes: changesBetween(audited(before), audited(after), AUDITED),
  });
}

function audited(event: ScheduledEventRecord | null): object | null {
  return event && { ...event, location: event.entity_metadata?.location, image_hash: event.image };
}

/** A page by user id; `before` beats `after`, and a page before an id is the one that ends at it. */
function page(all: SubscriptionRecord[], query: Page): SubscriptionRecord[] {
  const limit = queryInteger(query.limit, 'limit', { min: 1, max: 100, default: 100 });
  const sorted = [...all].sort((a, b) => compareSnowflakes(a.user_id, b.user_id));
  const { before, after } = query;
  if (before !== undefined)
    return sorted.filter((s) => compareSnowflakes(s.user_id, before) < 0).slice(-limit);
  if (after === undefined) return sorted.slice(0, limit);
  return sorted.filter((s) => compareSnowflakes(s.user_id, after) > 0).slice(0, limit);
}
