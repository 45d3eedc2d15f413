import {
  AuditLogEvent,
  OverwriteType,
  PermissionFlagsBits as P,
  type APIOverwrite,
} from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { changesBetween } from '../actions/audit-log.js';
import { updateChannel } from '../actions/channels.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { reachChannelWith } from '../rules/access.js';
import { checkOverwrites, OVERWRITE_LIMIT, readOverwriteType } from '../rules/channels.js';
import { Reader } from '../validation/reader.js';
import type { ChannelRecord, GuildRecord } from '../world/records.js';
import { audit } from './audit.js';
import { actorOf, noContent } from './request.js';

interface OfOverwrite {
  Params: { channel_id: string; overwrite_id: string };
}

/** What roles and members may do in one channel, different from the whole guild. */
export function overwriteRoutes(app: FastifyInstance, context: Context): void {
  app.put<OfOverwrite>('/channels/:channel_id/permissions/:overwrite_id', (request, reply) => {
    const { channel, guild } = reach(context, request);
    const overwrite = readOverwrite(context, guild, request.params.overwrite_id, Reader.of(request.body));
    checkOverwrites(context.world, guild, actorOf(request), [overwrite]);
    const before = channel.permission_overwrites.find((o) => o.id === overwrite.id) ?? null;
    const others = channel.permission_overwrites.filter((o) => o.id !== overwrite.id);
    if (others.length >= OVERWRITE_LIMIT) throw refuse(30060);
    updateChannel(context, channel, { permission_overwrites: [...others, overwrite] });
    noteOverwrite(context, request, channel, before, overwrite);
    return noContent(reply);
  });

  app.delete<OfOverwrite>('/channels/:channel_id/permissions/:overwrite_id', (request, reply) => {
    const { channel } = reach(context, request);
    const before = channel.permission_overwrites.find((o) => o.id === request.params.overwrite_id);
    if (!before) throw refuse(10009);
    const others = channel.permission_overwrites.filter((o) => o !== before);
    updateChannel(context, channel, { permission_overwrites: others });
    noteOverwrite(context, request, channel, before, null);
    return noContent(reply);
  });
}

/** The channel, which must not be a thread: threads have the overwrites of their parent. */
function reach(
  { world }: Context,
  request: FastifyRequest<OfOverwrite>,
): { channel: ChannelRecord; guild: GuildRecord } {
  const channel = reachChannelWith(world, request.params.channel_id, actorOf(request), P.ManageRoles);
  const guild = world.guilds.get(channel.guild_id ?? '');
  if (!guild) throw refuse(50003);
  if (channel.thread) throw refuse(50024);
  return { channel, guild };
}

function readOverwrite({ world }: Context, guild: GuildRecord, id: string, body: Reader): APIOverwrite {
  const role = world.roles.get(id)?.guild_id === guild.id;
  const type = body.has('type') ? readOverwriteType(body) : role ? OverwriteType.Role : OverwriteType.Member;
  const overwrite = {
    id,
    type,
    allow: body.bits('allow', { nullable: true }) ?? '0',
    deny: body.bits('deny', { nullable: true }) ?? '0',
  };
  body.issues.refuseIfAny();
  if (type === OverwriteType.Role ? !role : !world.users.has(id)) throw refuse(10009);
  return overwrite;
}

/** Writes down a new, changed or deleted overwrite. */
export function noteOverwrite(
  context: Context,
  request: FastifyRequest,
  channel: ChannelRecord,
  before: APIOverwrite | null,
  after: APIOverwrite | null,
): void {
  const { id = '', type } = after ?? before ?? {};
  const roleName = context.world.roles.get(id)?.name;
  const actionType = !before
    ? AuditLogEvent.ChannelOverwriteCreate
    : after
      ? AuditLogEvent.ChannelOverwriteUpdate
      : AuditLogEvent.ChannelOverwriteDelete;
  audit(context, request, {
    guild_id: channel.guild_id ?? '',
    action_type: actionType,
    target_id: channel.id,
    options: { id, type: String(type), ...(roleName === undefined ? {} : { role_name: roleName }) },
    changes: changesBetween(before, after, ['id', 'type', 'allow', 'deny']),
  });
}
