import { AuditLogEvent, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { changesBetween } from '../../actions/audit-log.js';
import { createInvite, deleteInvite } from '../../actions/invites.js';
import type { Context } from '../../context.js';
import { refuse } from '../../errors.js';
import { demand, reachChannelWith, reachGuild, reachGuildWith } from '../../rules/access.js';
import { findInvite, isOpen, readNewInvite, readTargetUsers } from '../../rules/invites.js';
import { channelPermissions, guildPermissions } from '../../rules/permissions.js';
import { inviteShape } from '../../shapes/invite.js';
import { Reader } from '../../validation/reader.js';
import type { InviteRecord } from '../../world/community-records.js';
import { audit } from '../audit.js';
import { actorOf, noContent, queryFlag } from '../request.js';

interface InChannel {
  Params: { channel_id: string };
}
interface InGuild {
  Params: { guild_id: string };
}
interface ByCode {
  Params: { code: string };
  Querystring: { with_counts?: string; guild_scheduled_event_id?: string };
}

const open = { access: 'none' } as const;
const AUDITED = ['code', 'channel_id', 'inviter_id', 'max_uses', 'uses', 'max_age', 'temporary'];

/** Invitations into servers. */
export function inviteRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;
  const openOnes = (guildId: string): InviteRecord[] => {
    // A server's own address is no invitation that somebody made.
    const vanity = world.guilds.get(guildId)?.community?.vanity_code;
    return world.invites.byGuild.of(guildId).filter((i) => i.id !== vanity && isOpen(world, i));
  };

  app.post<InChannel>('/channels/:channel_id/invites', (request) => {
    const userId = actorOf(request);
    const channel = reachChannelWith(world, request.params.channel_id, userId, P.CreateInstantInvite);
    if (channel.guild_id === null) throw refuse(50003);
    const place = { ...channel, guild_id: channel.guild_id };
    const { fields, unique } = readNewInvite(world, place, userId, Reader.of(request.body));
    const same = unique ? undefined : openOnes(place.guild_id).find(likeOne(fields));
    if (same) return inviteShape(world, same, { withUses: true });
    const invite = createInvite(context, fields);
    note(context, request, null, invite);
    return inviteShape(world, invite, { withUses: true });
  });

  app.get<InChannel>('/channels/:channel_id/invites', (request) => {
    const channel = reachChannelWith(world, request.params.channel_id, actorOf(request), P.ManageChannels);
    return openOnes(channel.guild_id ?? '')
      .filter((invite) => invite.channel_id === channel.id)
      .map((invite) => inviteShape(world, invite, { withUses: true }));
  });

  app.get<InGuild>('/guilds/:guild_id/invites', (request) => {
    const userId = actorOf(request);
    const guild = reachGuild(world, request.params.guild_id, userId);
    const has = guildPermissions(world, guild, userId);
    if (!(has & P.ManageGuild)) demand(has, P.ViewAuditLog);
    const withUses = (has & P.ManageGuild) !== 0n;
    return openOnes(guild.id).map((i) => inviteShape(world, i, { withUses }));
  });

  app.get<InGuild>('/guilds/:guild_id/vanity-url', (request) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.ManageGuild);
    const code = guild.community?.vanity_code ?? null;
    return { code, uses: world.invites.get(code ?? '')?.uses ?? 0 };
  });

  app.get<ByCode>('/invites/:code', { config: open }, (request) => {
    const { with_counts, guild_scheduled_event_id: eventId } = request.query;
    const invite = findInvite(world, request.params.code);
    if (eventId !== undefined && world.scheduledEvents.get(eventId)?.guild_id !== invite.guild_id)
      throw refuse(10070);
    return inviteShape(world, invite, { withCounts: queryFlag(with_counts), eventId });
  });

  app.delete<ByCode>('/invites/:code', (request) => {
    const invite = reachManaged(context, request);
    deleteInvite(context, invite);
    note(context, request, invite, null);
    return inviteShape(world, invite);
  });

  targetRoutes(app, context);
}

/** Who alone may come by an invitation. Discord takes its time over the list; here it is there at once. */
function targetRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<ByCode>('/invites/:code/target-users', (request, reply) => {
    const { target_users: users } = reachManaged(context, request);
    if (users === null) throw refuse(10129);
    return reply.type('text/csv').send(['user_id', ...users].join('\n'));
  });

  app.put<ByCode>('/invites/:code/target-users', (request, reply) => {
    const invite = reachManaged(context, request);
    const body = Reader.of(request.body);
    const users = readTargetUsers(body);
    if (users === null) body.fault('target_users_file', 'BASE_TYPE_REQUIRED', 'This field is required');
    body.issues.refuseIfAny();
    world.invites.patch(invite, { target_users: users, targets_changed_at: world.now() });
    return noContent(reply);
  });

  app.get<ByCode>('/invites/:code/target-users/job-status', (request) => {
    const { target_users: users, targets_changed_at: at } = reachManaged(context, request);
    if (users === null) throw refuse(10124);
    const count = { total_users: users.length, processed_users: users.length };
    return { status: 2, ...count, created_at: at, completed_at: at, error_message: null };
  });
}

/** An invitation, for who made it, manages its channel, or manages the whole server. */
function reachManaged({ world }: Context, request: FastifyRequest<ByCode>): InviteRecord {
  const userId = actorOf(request);
  const invite = findInvite(world, request.params.code);
  const guild = reachGuild(world, invite.guild_id, userId);
  const channel = world.channels.get(invite.channel_id);
  const ofChannel = channel ? channelPermissions(world, channel, userId) : 0n;
  if (invite.inviter_id !== userId && !(ofChannel & P.ManageChannels))
    demand(guildPermissions(world, guild, userId), P.ManageGuild);
  return invite;
}

/** Without `unique` Discord gives an invitation again that is the same but for its code. */
function likeOne(fields: Omit<InviteRecord, 'id' | 'created_at' | 'uses' | 'targets_changed_at'>) {
  return (invite: InviteRecord): boolean => {
    const keys = Object.keys(fields) as (keyof typeof fields)[];
    return keys.every((key) => JSON.stringify(invite[key]) === JSON.stringify(fields[key]));
  };
}

/** Writes down that an invitation was made (null before) or taken back (null after). */
function note(
  context: Context,
  request: FastifyRequest,
  before: InviteRecord | null,
  after: InviteRecord | null,
): void {
  const withCode = (invite: InviteRecord | null): object | null => invite && { ...invite, code: invite.id };
  audit(context, request, {
    guild_id: (after ?? before)?.guild_id ?? '',
    action_type: before ? AuditLogEvent.InviteDelete : AuditLogEvent.InviteCreate,
    target_id: null,
    changes: changesBetween(withCode(before), withCode(after), AUDITED),
  });
}
