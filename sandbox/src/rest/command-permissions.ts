import {
  ApplicationCommandPermissionType as Kind,
  PermissionFlagsBits as P,
  type APIApplicationCommandPermission,
} from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { demand, reachGuild } from '../rules/access.js';
import { guildPermissions } from '../rules/permissions.js';
import { Reader } from '../validation/reader.js';
import type { CommandPermissionRecord } from '../world/records.js';
import type { Principal } from './types.js';

interface InGuild {
  Params: { application_id: string; guild_id: string };
}
interface OfCommand {
  Params: { application_id: string; guild_id: string; command_id: string };
}

const COMMANDS = '/applications/:application_id/guilds/:guild_id/commands';
/** The scope by which a user lets the application change who may use its commands. */
const SCOPE = 'applications.commands.permissions.update';
/** Roles, users and channels named for one command. */
const MOST = 100;
const config = { access: 'bearer' } as const;

/** Who may use the application's commands in a guild. Bots may read it; to change it takes a user's token. */
export function commandPermissionRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<InGuild>(`${COMMANDS}/permissions`, { config }, (request) => {
    const { guild_id } = reach(context, request.params, request.principal);
    return world.commandPermissionsByGuild.of(guild_id).map((record) => shape(context, record));
  });

  app.get<OfCommand>(`${COMMANDS}/:command_id/permissions`, { config }, (request) => {
    const { guild_id } = reach(context, request.params, request.principal);
    const record = world.commandPermissions.get(`${guild_id}:${request.params.command_id}`);
    if (!record) throw refuse(10066);
    return shape(context, record);
  });

  app.put<OfCommand>(`${COMMANDS}/:command_id/permissions`, { config }, (request) => {
    const { principal } = request;
    // Bots lost this in 2022, when permissions became a matter of the server's own people.
    if (principal?.kind !== 'bearer') throw refuse(20001);
    const { guild_id } = reach(context, request.params, principal);
    const guild = reachGuild(world, guild_id, principal.userId);
    demand(guildPermissions(world, guild, principal.userId), P.ManageGuild | P.ManageRoles);
    const { command_id, application_id } = request.params;
    if (command_id !== application_id && !isUsable(context, command_id, guild_id)) throw refuse(10063);
    const permissions = readPermissions(Reader.of(request.body));
    const id = `${guild_id}:${command_id}`;
    const record = world.commandPermissions.put({ id, guild_id, command_id, permissions });
    const data = { id: command_id, application_id, guild_id, permissions };
    context.bus.dispatch('APPLICATION_COMMAND_PERMISSIONS_UPDATE', data, record);
    return shape(context, record);
  });
}

function reach(
  context: Context,
  params: InGuild['Params'],
  principal: Principal | null,
): { guild_id: string } {
  if (params.application_id !== context.world.ownApplication.application_id) throw refuse(20012);
  if (principal?.kind === 'bearer' && !principal.scopes.includes(SCOPE)) throw refuse(50025);
  reachGuild(context.world, params.guild_id, principal?.userId ?? '');
  return { guild_id: params.guild_id };
}

function isUsable({ world }: Context, commandId: string, guildId: string): boolean {
  const command = world.commands.get(commandId);
  return command !== undefined && (command.guild_id === undefined || command.guild_id === guildId);
}

function readPermissions(body: Reader): APIApplicationCommandPermission[] {
  const list = body.objects('permissions', { required: true, max: MOST }) ?? [];
  const read = list.map((entry) => ({
    id: entry.snowflake('id', { required: true }) ?? '',
    type: entry.integer('type', { required: true, choices: [Kind.Role, Kind.User, Kind.Channel] }) as Kind,
    permission: entry.boolean('permission', { required: true }) ?? false,
  }));
  body.issues.refuseIfAny();
  return read;
}

function shape({ world }: Context, { guild_id, command_id, permissions }: CommandPermissionRecord): object {
  return { id: command_id, application_id: world.ownApplication.application_id, guild_id, permissions };
}
