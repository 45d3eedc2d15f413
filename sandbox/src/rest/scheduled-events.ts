import type { FastifyInstance } from 'fastify';
import { createEvent, deleteEvent, liveCount, updateEvent } from '../actions/scheduled-events.js';
import type { Context } from '../context.js';
import { findScheduledEvent, reachGuild } from '../rules/access.js';
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
import type { SubscriptionRecord } from '../world/records.js';
import { compareSnowflakes } from '../world/snowflake.js';
import { memberId } from '../world/world.js';
import { actorOf, noContent, queryInteger } from './request.js';

interface InGuild {
  Params: { guild_id: string };
}
interface OfEvent {
  Params: { guild_id: string; guild_scheduled_event_id: string };
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
      const counted = isTrue(request.query.with_user_count);
      const live = world.eventsByGuild.of(guild.id).filter(isLive);
      return live.map((event) => scheduledEventShape(world, event, counted));
    },
  );

  app.post<InGuild>('/guilds/:guild_id/scheduled-events', (request) => {
    const userId = actorOf(request);
    const guild = reachGuild(world, request.params.guild_id, userId);
    const fields = readNewEvent(world, guild, Reader.of(request.body));
    checkEventPermissions(world, guild, userId, fields);
    checkEventCount(liveCount(world, guild.id));
    const event = createEvent(context, { ...fields, guild_id: guild.id, creator_id: userId });
    return scheduledEventShape(world, event);
  });

  app.get<OfEvent & { Querystring: { with_user_count?: string } }>(EVENT, (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    const event = findScheduledEvent(world, guild.id, request.params.guild_scheduled_event_id);
    return scheduledEventShape(world, event, isTrue(request.query.with_user_count));
  });

  app.patch<OfEvent>(EVENT, (request) => {
    const userId = actorOf(request);
    const guild = reachGuild(world, request.params.guild_id, userId);
    const event = findScheduledEvent(world, guild.id, request.params.guild_scheduled_event_id);
    checkEventPermissions(world, guild, userId, event, event);
    const next = readEventChange(world, event, Reader.of(request.body));
    const refused = checkTypeChange(event, next);
    if (refused) throw refused;
    checkChannel(world, guild, next);
    if (next.channel_id !== event.channel_id) checkEventPermissions(world, guild, userId, next, event);
    return scheduledEventShape(world, updateEvent(context, next));
  });

  app.delete<OfEvent>(EVENT, (request, reply) => {
    const userId = actorOf(request);
    const guild = reachGuild(world, request.params.guild_id, userId);
    const event = findScheduledEvent(world, guild.id, request.params.guild_scheduled_event_id);
    checkEventPermissions(world, guild, userId, event, event);
    deleteEvent(context, event);
    return noContent(reply);
  });

  app.get<OfEvent & { Querystring: Page }>(`${EVENT}/users`, (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    const event = findScheduledEvent(world, guild.id, request.params.guild_scheduled_event_id);
    const shown = page(world.subscriptionsByEvent.of(event.id), request.query);
    const withMember = isTrue(request.query.with_member);
    return shown.map((interest) => {
      const member = withMember && world.members.get(memberId(guild.id, interest.user_id));
      return {
        guild_scheduled_event_id: event.id,
        user_id: interest.user_id,
        user: userShape(requireUser(world, interest.user_id)),
        ...(member ? { member: memberShape(world, member) } : {}),
        response: INTERESTED,
      };
    });
  });

  app.get<OfEvent>(`${EVENT}/users/counts`, (request) => {
    const guild = reachGuild(world, request.params.guild_id, actorOf(request));
    const event = findScheduledEvent(world, guild.id, request.params.guild_scheduled_event_id);
    const guild_scheduled_event_count = world.subscriptionsByEvent.count(event.id);
    return { guild_scheduled_event_count, guild_scheduled_event_exception_counts: {} };
  });
}

function isTrue(value: string | undefined): boolean {
  return value === 'true' || value === '1' || value === 'True';
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
