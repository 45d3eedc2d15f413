import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import { addMember } from '../../actions/members.js';
import type { Context } from '../../context.js';
import { unknownPath } from '../../errors.js';
import { reachGuildWith } from '../../rules/access.js';
import { requireUser, userShape } from '../../shapes/user.js';
import { Reader } from '../../validation/reader.js';
import type { JoinRequestRecord } from '../../world/community-records.js';
import { compareSnowflakes } from '../../world/snowflake.js';
import { memberId, type World } from '../../world/world.js';
import { actorOf, queryInteger } from '../request.js';

interface InGuild {
  Params: { guild_id: string };
  Querystring: { status?: string; limit?: string; before?: string; after?: string };
}
interface OfRequest {
  Params: { guild_id: string; request_id: string };
}

const VERDICTS = ['APPROVED', 'REJECTED'] as const;

/** Who asks to be let into a server, and what becomes of it. */
export function joinRequestRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<InGuild>('/guilds/:guild_id/requests', (request) => {
    const guild = reachGuildWith(world, request.params.guild_id, actorOf(request), P.KickMembers);
    const { status, before, after } = request.query;
    const limit = queryInteger(request.query.limit, 'limit', { min: 1, max: 100, default: 100 });
    const found = world.joinRequests.byGuild
      .of(guild.id)
      .filter((one) => status === undefined || one.status === status)
      .filter((one) => before === undefined || compareSnowflakes(one.id, before) < 0)
      .filter((one) => after === undefined || compareSnowflakes(one.id, after) > 0)
      .sort((a, b) => compareSnowflakes(b.id, a.id));
    return {
      total: found.length,
      guild_join_requests: found.slice(0, limit).map((one) => joinRequestShape(world, one)),
    };
  });

  /** Lets somebody in, or does not. */
  app.patch<OfRequest>('/guilds/:guild_id/requests/:request_id', (request) => {
    const userId = actorOf(request);
    const guild = reachGuildWith(world, request.params.guild_id, userId, P.KickMembers);
    const asked = world.joinRequests.get(request.params.request_id);
    // Discord tells no code of its own for a request that is not there.
    if (asked?.guild_id !== guild.id) throw unknownPath();
    const body = Reader.of(request.body);
    const given = body.string('action');
    const verdict = VERDICTS.find((one) => one === given);
    if (!verdict) body.fault('action', 'BASE_TYPE_CHOICES', `Value must be one of {${VERDICTS.join(', ')}}.`);
    const reason = body.string('rejection_reason', { nullable: true, max: 160 }) ?? null;
    body.issues.refuseIfAny();
    const changed = world.joinRequests.patch(asked, {
      status: verdict ?? asked.status,
      reviewed_at: world.now(),
      rejection_reason: verdict === 'REJECTED' ? reason : null,
      actioned_by: userId,
    });
    if (verdict === 'APPROVED' && !world.members.has(memberId(guild.id, asked.user_id)))
      addMember(context, guild.id, asked.user_id, []);
    return joinRequestShape(world, changed);
  });
}

/** A request to be let in, in Discord's own form. */
export function joinRequestShape(world: World, asked: JoinRequestRecord): object {
  const { id, guild_id, user_id, created_at, reviewed_at, rejection_reason, actioned_by } = asked;
  return {
    ...{ id, guild_id, user_id, created_at, reviewed_at, rejection_reason },
    application_status: asked.status,
    user: userShape(requireUser(world, user_id)),
    form_responses: [],
    ...(actioned_by === null ? {} : { actioned_by_user: userShape(requireUser(world, actioned_by)) }),
  };
}
