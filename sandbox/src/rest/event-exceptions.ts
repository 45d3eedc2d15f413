import type { AuditLogEvent } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { changesBetween } from '../actions/audit-log.js';
import { deleteException, putException } from '../actions/event-exceptions.js';
import type { Context } from '../context.js';
import { findScheduledEvent, reachGuild } from '../rules/access.js';
import { findException, readExceptionChange, readNewException } from '../rules/event-exceptions.js';
import { checkEventPermissions } from '../rules/scheduled-events.js';
import { exceptionShape } from '../shapes/scheduled-event.js';
import { Reader } from '../validation/reader.js';
import type { EventExceptionRecord, ScheduledEventRecord } from '../world/records.js';
import { audit } from './audit.js';
import { actorOf, noContent } from './request.js';

interface OfEvent {
  Params: { guild_id: string; guild_scheduled_event_id: string };
}
interface OfException {
  Params: { guild_id: string; guild_scheduled_event_id: string; exception_id: string };
}

const EXCEPTIONS = '/guilds/:guild_id/scheduled-events/:guild_scheduled_event_id/exceptions';
const AUDITED = ['scheduled_start_time', 'scheduled_end_time', 'is_canceled'];
/** Types of audit log entries that discord-api-types does not know yet. */
const [CREATED, UPDATED, DELETED] = [200, 201, 202] as unknown as [
  AuditLogEvent,
  AuditLogEvent,
  AuditLogEvent,
];

/** Occurrences of a recurring event that differ from its rule: moved or cancelled. Who may edit the event may edit them. */
export function eventExceptionRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.post<OfEvent>(EXCEPTIONS, (request) => {
    const event = reachEvent(context, request);
    const wanted = readNewException(world, event, Reader.of(request.body));
    const before = world.eventExceptions.get(wanted.id) ?? null;
    const exception = putException(context, event, wanted);
    note(context, request, before, exception);
    return exceptionShape(exception);
  });

  app.patch<OfException>(`${EXCEPTIONS}/:exception_id`, (request) => {
    const event = reachEvent(context, request);
    const before = findException(world, event, request.params.exception_id);
    const exception = putException(
      context,
      event,
      readExceptionChange(world, before, Reader.of(request.body)),
    );
    note(context, request, before, exception);
    return exceptionShape(exception);
  });

  app.delete<OfException>(`${EXCEPTIONS}/:exception_id`, (request, reply) => {
    const event = reachEvent(context, request);
    const exception = findException(world, event, request.params.exception_id);
    deleteException(context, event, exception);
    note(context, request, exception, null);
    return noContent(reply);
  });
}

function reachEvent({ world }: Context, request: FastifyRequest<OfEvent>): ScheduledEventRecord {
  const userId = actorOf(request);
  const guild = reachGuild(world, request.params.guild_id, userId);
  const event = findScheduledEvent(world, guild.id, request.params.guild_scheduled_event_id);
  checkEventPermissions(world, guild, userId, event, event);
  return event;
}

function note(
  context: Context,
  request: FastifyRequest<OfEvent>,
  before: EventExceptionRecord | null,
  after: EventExceptionRecord | null,
): void {
  const { event_id = '', exception_id = '' } = after ?? before ?? {};
  audit(context, request, {
    guild_id: request.params.guild_id,
    action_type: !before ? CREATED : after ? UPDATED : DELETED,
    target_id: event_id,
    options: { event_exception_id: exception_id },
    changes: changesBetween(before, after, AUDITED),
  });
}
