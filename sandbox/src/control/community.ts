import type { FastifyInstance } from 'fastify';
import { addBoost, removeBoost } from '../actions/boosts.js';
import { acceptInvite } from '../actions/invites.js';
import { updateGuild } from '../actions/guilds.js';
import { cancelSubscription, subscribe } from '../actions/subscriptions.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { findMember } from '../rules/access.js';
import { findInvite } from '../rules/invites.js';
import { joinRequestShape } from '../rest/community/join-requests.js';
import { subscriptionShape } from '../shapes/entitlement.js';
import { memberShape } from '../shapes/user.js';
import { Reader } from '../validation/reader.js';
import type { GuildRecord } from '../world/records.js';

interface ByCode {
  Params: { code: string };
}
interface OfGuild {
  Params: { guild_id: string };
}
interface OfSku {
  Params: { user_id: string; sku_id: string };
}
interface OfMember {
  Params: { guild_id: string; user_id: string };
}

/** What people do in a community: come by an invitation, ask to be let in, boost. */
export function communityControlRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  /** Somebody comes in by an invitation: `{user_id}`. */
  app.post<ByCode>('/invites/:code', (request) => {
    const invite = findInvite(world, request.params.code);
    return memberShape(world, acceptInvite(context, invite, readUser(context, request.body)));
  });

  /** Somebody asks to be let in: `{user_id}`. */
  app.post<OfGuild>('/guilds/:guild_id/requests', (request) => {
    const guild = find(context, request.params.guild_id);
    const userId = readUser(context, request.body);
    const asked = world.joinRequests.put({
      id: world.snowflakes.next(),
      guild_id: guild.id,
      user_id: userId,
      created_at: world.now(),
      status: 'SUBMITTED',
      reviewed_at: null,
      rejection_reason: null,
      actioned_by: null,
    });
    return joinRequestShape(world, asked);
  });

  app.put<OfMember>('/guilds/:guild_id/boosts/:user_id', ({ params }) => {
    addBoost(context, find(context, params.guild_id), findMember(world, params.guild_id, params.user_id));
    return {};
  });

  app.delete<OfMember>('/guilds/:guild_id/boosts/:user_id', ({ params }) => {
    removeBoost(context, find(context, params.guild_id), findMember(world, params.guild_id, params.user_id));
    return {};
  });

  /** The application sells something, as its owner says in the developer portal: `{name, type}`. */
  app.post('/skus', (request) => {
    const body = Reader.of(request.body);
    const name = body.string('name', { required: true, min: 1, max: 100 }) ?? '';
    const type = body.integer('type', { required: true, choices: [2, 3, 5, 6] }) ?? 2;
    body.issues.refuseIfAny();
    return world.skus.put({ id: world.snowflakes.next(), type, name, slug: name.toLowerCase(), flags: 4 });
  });

  /** Somebody subscribes to something that the application sells; with `{guild_id}` for a server. */
  app.put<OfSku>('/users/:user_id/subscriptions/:sku_id', ({ params, body }) => {
    const fields = Reader.of(body ?? {});
    const guildId = fields.snowflake('guild_id', { nullable: true }) ?? null;
    fields.issues.refuseIfAny();
    return subscriptionShape(subscribe(context, params.sku_id, params.user_id, guildId));
  });

  app.delete<OfSku>('/users/:user_id/subscriptions/:sku_id', ({ params }) =>
    subscriptionShape(cancelSubscription(context, params.sku_id, params.user_id)),
  );

  /** The server gets an address of its own, which only its owner can do: `{code}`. */
  app.put<OfGuild>('/guilds/:guild_id/vanity-url', (request) => {
    const guild = find(context, request.params.guild_id);
    const body = Reader.of(request.body);
    const code = body.string('code', { required: true, min: 2, max: 32 }) ?? '';
    body.issues.refuseIfAny();
    const taken = world.invites.get(code);
    if (taken && taken.guild_id !== guild.id) throw refuse(50020);
    world.invites.delete(guild.community?.vanity_code ?? '');
    world.invites.put(vanityInvite(context, guild, code));
    updateGuild(context, guild, { community: { ...guild.community, vanity_code: code } });
    return { code, uses: 0 };
  });
}

function vanityInvite(
  { world }: Context,
  guild: GuildRecord,
  code: string,
): Parameters<typeof world.invites.put>[0] {
  const channel = guild.system_channel_id ?? world.channelsByGuild.of(guild.id)[0]?.id ?? guild.id;
  return {
    ...{ id: code, guild_id: guild.id, channel_id: channel, inviter_id: guild.owner_id },
    ...{ created_at: world.now(), max_age: 0, max_uses: 0, uses: 0, temporary: false, role_ids: [] },
    ...{ target_type: null, target_user_id: null, target_application_id: null },
    ...{ target_users: null, targets_changed_at: null },
  };
}

function readUser({ world }: Context, given: unknown): string {
  const body = Reader.of(given);
  const userId = body.snowflake('user_id', { required: true }) ?? '';
  body.issues.refuseIfAny();
  if (!world.users.has(userId)) throw refuse(10013);
  return userId;
}

function find({ world }: Context, guildId: string): GuildRecord {
  const guild = world.guilds.get(guildId);
  if (!guild) throw refuse(10004);
  return guild;
}
