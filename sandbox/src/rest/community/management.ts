import { AuditLogEvent, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import { writeAudit } from '../../actions/audit-log.js';
import { removeGuild, updateGuild } from '../../actions/guilds.js';
import { removeMember } from '../../actions/members.js';
import { announceWebhooks } from '../../actions/webhooks.js';
import type { Context } from '../../context.js';
import { refuse } from '../../errors.js';
import { reachGuildWith } from '../../rules/access.js';
import { requireUser, userShape } from '../../shapes/user.js';
import { Reader } from '../../validation/reader.js';
import type { GuildRecord, MemberRecord } from '../../world/records.js';
import { snowflakeTime } from '../../world/snowflake.js';
import { isoTime, memberId, type World } from '../../world/world.js';
import { audit, reasonOf } from '../audit.js';
import { actorOf, noContent, queryInteger } from '../request.js';

interface InGuild {
  Params: { guild_id: string };
}
interface OfIntegration {
  Params: { guild_id: string; integration_id: string };
}

const DAY_MS = 86_400_000;
const PRUNE_DAYS = { min: 1, max: 30, default: 7 };

/** What moderators do with a server as a whole: integrations, pruning, and pauses in an incident. */
export function managementRoutes(app: FastifyInstance, context: Context): void {
  integrationRoutes(app, context);
  pruneRoutes(app, context);
  incidentRoutes(app, context);
}

function integrationRoutes(app: FastifyInstance, context: Context): void {
  const { world, bus } = context;

  /** The bots of a server: nothing else integrates itself here. */
  app.get<InGuild>('/guilds/:guild_id/integrations', (request) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.ManageGuild);
    return botsOf(world, guild).map((member) => integrationShape(world, member));
  });

  /** Takes the bot out of the server, with its webhooks; the application may do that to itself. */
  app.delete<OfIntegration>('/guilds/:guild_id/integrations/:integration_id', (request, reply) => {
    const { integration_id: botId } = request.params;
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.ManageGuild);
    const member = world.members.get(memberId(guild.id, botId));
    if (!member || !requireUser(world, botId).bot) throw refuse(10005);
    for (const hook of world.webhooksByGuild.of(guild.id)) {
      if (hook.application_id !== botId) continue;
      world.webhooks.delete(hook.id);
      announceWebhooks(context, hook);
    }
    audit(context, request, {
      guild_id: guild.id,
      action_type: AuditLogEvent.IntegrationDelete,
      target_id: botId,
      changes: [{ key: 'type', old_value: 'discord' }],
    });
    const place = { guild_id: guild.id };
    bus.dispatch('INTEGRATION_DELETE', { ...place, id: botId, application_id: botId }, place);
    bus.dispatch('GUILD_INTEGRATIONS_UPDATE', place, place);
    if (botId === world.ownApplication.application_id) removeGuild(context, guild.id);
    else removeMember(context, member);
    return noContent(reply);
  });
}

function botsOf(world: World, guild: GuildRecord): MemberRecord[] {
  return world.membersByGuild.of(guild.id).filter((member) => requireUser(world, member.user_id).bot);
}

function integrationShape(world: World, { user_id }: MemberRecord): object {
  const bot = userShape(requireUser(world, user_id));
  const application = { id: bot.id, name: bot.username, icon: null, description: '', type: null, bot };
  return {
    type: 'discord',
    id: bot.id,
    name: bot.username,
    account: { id: bot.id, name: bot.username },
    enabled: true,
    application,
    scopes: ['applications.commands', 'bot'],
  };
}

type PruneQuery = Record<'days' | 'include_roles', string | undefined>;

function pruneRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;
  const needed = P.ManageGuild | P.KickMembers;

  app.get<InGuild & { Querystring: PruneQuery }>('/guilds/:guild_id/prune', (request) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), needed);
    const days = queryInteger(request.query.days, 'days', PRUNE_DAYS);
    const roles = [request.query.include_roles ?? []].flat().flatMap((text) => text.split(','));
    return { pruned: idleMembers(world, guild, days, roles).length };
  });

  app.post<InGuild>('/guilds/:guild_id/prune', (request) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), needed);
    const body = Reader.of(request.body);
    const days = body.integer('days', { nullable: true, ...PRUNE_DAYS }) ?? PRUNE_DAYS.default;
    const counts = body.boolean('compute_prune_count', { nullable: true }) ?? true;
    const given = body.raw('include_roles');
    const roles = typeof given === 'string' ? given.split(',') : (body.snowflakes('include_roles') ?? []);
    body.issues.refuseIfAny();
    const idle = idleMembers(world, guild, days, roles);
    for (const member of idle) removeMember(context, member);
    writeAudit(context, {
      guild_id: guild.id,
      user_id: actorOf(request),
      reason: reasonOf(request),
      action_type: AuditLogEvent.MemberPrune,
      target_id: null,
      options: { delete_member_days: String(days), members_removed: String(idle.length) },
    });
    return { pruned: counts ? idle.length : null };
  });
}

/** People who have not been seen for some days and have no roles but those included. */
function idleMembers(
  world: World,
  guild: GuildRecord,
  days: number,
  roles: readonly string[],
): MemberRecord[] {
  const before = world.clock() - days * DAY_MS;
  return world.membersByGuild.of(guild.id).filter((member) => {
    const user = requireUser(world, member.user_id);
    if (user.bot || user.id === guild.owner_id || user.status !== 'offline') return false;
    if (member.roles.some((id) => !roles.includes(id))) return false;
    return lastSeen(world, member, user.offline_since) < before;
  });
}

/** The latest of: when they came, when they went offline, when they last wrote. */
function lastSeen(world: World, member: MemberRecord, offlineSince: string | undefined): number {
  const written = world.channelsByGuild
    .of(member.guild_id)
    .flatMap((channel) => world.messagesByChannel.of(channel.id))
    .filter((message) => message.author_id === member.user_id)
    .map((message) => snowflakeTime(message.id));
  return Math.max(Date.parse(member.joined_at), Date.parse(offlineSince ?? member.joined_at), ...written);
}

function incidentRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.put<InGuild>('/guilds/:guild_id/incident-actions', (request) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.ManageGuild);
    const body = Reader.of(request.body);
    const before = guild.community?.incidents;
    const incidents = {
      invites_disabled_until: readPause(context, body, 'invites_disabled_until', before),
      dms_disabled_until: readPause(context, body, 'dms_disabled_until', before),
    };
    body.issues.refuseIfAny();
    updateGuild(context, guild, { community: { ...guild.community, incidents } });
    return incidents;
  });
}

type Incidents = NonNullable<NonNullable<GuildRecord['community']>['incidents']>;

/** Until when something is paused: a day from now at most; null ends it. */
function readPause(
  { world }: Context,
  body: Reader,
  field: keyof Incidents,
  before: Incidents | undefined,
): string | null {
  const until = body.time(field, { nullable: true });
  if (until === undefined) return before?.[field] ?? null;
  if (until === null) return null;
  if (until > world.clock() + DAY_MS)
    body.fault(field, 'DATE_TYPE_MAX', 'Incident actions last 24 hours at most.');
  return isoTime(until);
}
