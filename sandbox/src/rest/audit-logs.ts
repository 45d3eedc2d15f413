import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { reachGuildWith } from '../rules/access.js';
import { auditEntryShape } from '../shapes/audit-log.js';
import { channelShape } from '../shapes/channel.js';
import { scheduledEventShape } from '../shapes/scheduled-event.js';
import { userShape } from '../shapes/user.js';
import { webhookShape } from '../shapes/webhook.js';
import type { AuditRecord } from '../world/records.js';
import { compareSnowflakes } from '../world/snowflake.js';
import { actorOf, queryInteger } from './request.js';

interface Asked {
  Params: { guild_id: string };
  Querystring: {
    user_id?: string;
    target_id?: string;
    action_type?: string;
    before?: string;
    after?: string;
    limit?: string;
  };
}

/** What has been done in a guild, and by whom; the latest first, with `after` the oldest first. */
export function auditLogRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<Asked>('/guilds/:guild_id/audit-logs', (request) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.ViewAuditLog);
    const { user_id, target_id, action_type, before, after } = request.query;
    const limit = queryInteger(request.query.limit, 'limit', { min: 1, max: 100, default: 50 });
    const entries = world.auditByGuild
      .of(guild.id)
      .filter(
        (entry) =>
          (user_id === undefined || entry.user_id === user_id) &&
          (target_id === undefined || entry.target_id === target_id) &&
          (action_type === undefined || String(entry.action_type) === action_type) &&
          (before === undefined || compareSnowflakes(entry.id, before) < 0) &&
          (after === undefined || compareSnowflakes(entry.id, after) > 0),
      )
      .sort((a, b) => (after === undefined ? compareSnowflakes(b.id, a.id) : compareSnowflakes(a.id, b.id)));
    return logShape(context, guild.id, entries.slice(0, limit));
  });
}

/** Entries with everything that they name and that still exists. */
function logShape({ world }: Context, guildId: string, entries: AuditRecord[]): object {
  const named = new Set(entries.flatMap((entry) => [entry.user_id, entry.target_id ?? '']));
  const ids = [...named];
  const threads = ids.flatMap((id) => world.channels.get(id) ?? []).filter((c) => c.thread !== null);
  return {
    audit_log_entries: entries.map(auditEntryShape),
    users: ids.flatMap((id) => world.users.get(id) ?? []).map(userShape),
    integrations: [],
    webhooks: world.webhooksByGuild
      .of(guildId)
      .filter((w) => named.has(w.id))
      .map((w) => webhookShape(world, w)),
    guild_scheduled_events: ids
      .flatMap((id) => world.scheduledEvents.get(id) ?? [])
      .map((event) => scheduledEventShape(world, event)),
    threads: threads.map((thread) => channelShape(world, thread)),
    application_commands: [],
    auto_moderation_rules: [],
  };
}
