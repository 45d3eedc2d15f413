import type { FastifyInstance } from 'fastify';
import { moderateName } from '../actions/auto-moderation.js';
import { addGuild, beginOutage, endOutage, removeGuild } from '../actions/guilds.js';
import { addMember, removeMember, updateMember } from '../actions/members.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { findMember } from '../rules/access.js';
import { guildView, type GuildView } from '../shapes/guild.js';
import { memberShape, requireUser } from '../shapes/user.js';
import { Reader } from '../validation/reader.js';
import type { GuildRecord, MemberRecord } from '../world/records.js';
import { memberId } from '../world/world.js';
import { readGuild, readPerson, rolesNamed } from './read-guild.js';

interface OfGuild {
  Params: { guild_id: string };
}
interface OfMember {
  Params: { guild_id: string; user_id: string };
}

/** Servers: made, read, left by the bot, joined and left by members. */
export function guildControlRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get('/guilds', () =>
    [...world.guilds.values()].map(({ id, name, owner_id }) => ({ id, name, owner_id })),
  );

  app.post('/guilds', (request, reply) => {
    const bot = requireUser(world, context.world.ownApplication.application_id);
    const made = readGuild(context, bot, Reader.of(request.body));
    addGuild(context, made, bot.id);
    return reply.status(201).send(guildView(world, made.guild));
  });

  app.get<OfGuild>('/guilds/:guild_id', (request): GuildView =>
    guildView(world, find(context, request.params.guild_id)),
  );

  app.delete<OfGuild>('/guilds/:guild_id', (request) => {
    removeGuild(context, find(context, request.params.guild_id).id);
    return {};
  });

  app.put<OfGuild>('/guilds/:guild_id/outage', (request) => {
    beginOutage(context, find(context, request.params.guild_id));
    return {};
  });

  app.delete<OfGuild>('/guilds/:guild_id/outage', (request) => {
    endOutage(context, find(context, request.params.guild_id), context.world.ownApplication.application_id);
    return {};
  });

  /** Lets somebody join, or changes the `roles` or `nick` of a member. */
  app.put<OfMember>('/guilds/:guild_id/members/:user_id', (request) => {
    const guild = find(context, request.params.guild_id);
    const userId = request.params.user_id;
    if (world.bans.has(memberId(guild.id, userId))) throw refuse(40007);
    const body = Reader.of({ ...(request.body as object | undefined), id: userId });
    const { roles: names } = readPerson(context, body);
    const nick = body.string('nick', { nullable: true, max: 32 });
    body.issues.refuseIfAny();
    const fields = {
      ...(body.has('roles') ? { roles: rolesNamed(world.rolesByGuild.of(guild.id), names) } : {}),
      ...(nick === undefined ? {} : { nick: nick === '' ? null : nick }),
    };
    const member =
      world.members.get(memberId(guild.id, userId)) ??
      addMember(context, guild.id, userId, fields.roles ?? []);
    const changed = changes(member, fields) ? updateMember(context, member, fields) : member;
    moderateName(context, changed);
    return memberShape(world, findMember(world, guild.id, userId));
  });

  app.delete<OfMember>('/guilds/:guild_id/members/:user_id', (request) => {
    const guild = find(context, request.params.guild_id);
    removeMember(context, findMember(world, guild.id, request.params.user_id));
    return {};
  });
}

function changes(member: MemberRecord, fields: Partial<MemberRecord>): boolean {
  return JSON.stringify({ ...member, ...fields }) !== JSON.stringify(member);
}

function find({ world }: Context, guildId: string): GuildRecord {
  const guild = world.guilds.get(guildId);
  if (!guild) throw refuse(10004);
  return guild;
}
