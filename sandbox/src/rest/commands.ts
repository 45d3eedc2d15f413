import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { reachGuild } from '../rules/access.js';
import { COMMAND_LIMITS, readCommand } from '../rules/commands.js';
import { isObject, Reader } from '../validation/reader.js';
import type { CommandRecord } from '../world/records.js';
import { actorOf, noContent, queryFlag } from './request.js';

interface Path {
  application_id: string;
  guild_id?: string;
  command_id: string;
}
interface Localized {
  with_localizations?: string;
}
type Request = FastifyRequest<{ Params: Path }>;
type Fields = ReturnType<typeof readCommand>;

const LOCALIZATIONS = ['name_localizations', 'description_localizations'];
const CREATES_A_DAY = 200;
const DAY_MS = 86_400_000;

/** Application commands, global and of a guild: the same calls under two paths. */
export function commandRoutes(app: FastifyInstance, context: Context): void {
  for (const base of ['/applications/:application_id', '/applications/:application_id/guilds/:guild_id']) {
    app.get<{ Params: Path; Querystring: Localized }>(`${base}/commands`, (request) => {
      const shapes = listed(context, scopeOf(context, request)).map(shape);
      return queryFlag(request.query.with_localizations) ? shapes : shapes.map(withoutLocalizations);
    });
    app.put<{ Params: Path }>(`${base}/commands`, (request) => overwrite(context, request).map(shape));
    app.post<{ Params: Path }>(`${base}/commands`, (request, reply) => {
      const guildId = scopeOf(context, request);
      const body = Reader.of(request.body);
      const fields = readCommand(body);
      body.issues.refuseIfAny();
      const existing = named(context, guildId, fields);
      if (!existing) {
        checkLimit([...listed(context, guildId), fields]);
        countCreates(context, guildId, 1);
      }
      const command = save(context, guildId, fields, existing);
      return reply.status(existing ? 200 : 201).send(shape(command));
    });
    app.get<{ Params: Path }>(`${base}/commands/:command_id`, (request) => shape(find(context, request)));
    app.patch<{ Params: Path }>(`${base}/commands/:command_id`, (request) => {
      const command = find(context, request);
      const body = Reader.of({
        ...command,
        ...(isObject(request.body) ? request.body : {}),
        type: command.type,
      });
      const fields = readCommand(body);
      body.issues.refuseIfAny();
      return shape(save(context, scopeOf(context, request), fields, command));
    });
    app.delete<{ Params: Path }>(`${base}/commands/:command_id`, (request, reply) => {
      const command = find(context, request);
      context.world.commands.delete(command.id);
      forgetPermissions(context, command);
      return noContent(reply);
    });
  }
}

/** The guild whose commands are meant; undefined for global ones. Refuses another application's. */
function scopeOf(context: Context, request: Request): string | undefined {
  const { application_id, guild_id } = request.params;
  if (application_id !== context.world.ownApplication.application_id) throw refuse(20012);
  if (guild_id !== undefined) reachGuild(context.world, guild_id, actorOf(request));
  return guild_id;
}

function listed({ world }: Context, guildId: string | undefined): CommandRecord[] {
  return [...world.commands.values()].filter((command) => command.guild_id === guildId);
}

function named(context: Context, guildId: string | undefined, fields: Fields): CommandRecord | undefined {
  return listed(context, guildId).find((c) => c.name === fields.name && c.type === fields.type);
}

function find(context: Context, request: Request): CommandRecord {
  const guildId = scopeOf(context, request);
  const command = context.world.commands.get(request.params.command_id);
  if (!command || command.guild_id !== guildId) throw refuse(10063);
  return command;
}

/** Replaces all commands of a scope; those that keep their name keep their id. */
function overwrite(context: Context, request: Request): CommandRecord[] {
  const guildId = scopeOf(context, request);
  const { readers, issues } = Reader.listOf(request.body ?? []);
  const wanted = readers.map(readCommand);
  const keys = wanted.map((fields) => `${fields.type} ${fields.name}`);
  for (const [i, key] of keys.entries()) {
    if (keys.indexOf(key) === i) continue;
    issues.add(
      [i, 'name'],
      'APPLICATION_COMMANDS_DUPLICATE_NAME',
      'Application command names must be unique',
    );
  }
  issues.refuseIfAny();
  checkLimit(wanted);
  const before = listed(context, guildId);
  const isNew = (fields: Fields): boolean =>
    !before.some((c) => c.name === fields.name && c.type === fields.type);
  countCreates(context, guildId, wanted.filter(isNew).length);
  for (const old of before) context.world.commands.delete(old.id);
  for (const old of before) {
    if (!wanted.some((c) => c.name === old.name && c.type === old.type)) forgetPermissions(context, old);
  }
  return wanted.map((fields) => {
    const existing = before.find((c) => c.name === fields.name && c.type === fields.type);
    return save(context, guildId, fields, existing);
  });
}

function checkLimit(commands: Pick<CommandRecord, 'type'>[]): void {
  for (const [type, limit] of Object.entries(COMMAND_LIMITS)) {
    if (commands.filter((c) => String(c.type) === type).length > limit) throw refuse(30032);
  }
}

/** Refuses (30034) to make more new commands a day than Discord lets one, globally and in each guild. */
function countCreates({ rest }: Context, guildId: string | undefined, count: number): void {
  const key = `command creates ${guildId ?? 'global'}`;
  for (let i = 0; i < count; i += 1) {
    if (rest.limiter.takeHidden(key, CREATES_A_DAY, DAY_MS) !== null) throw refuse(30034);
  }
}

function save(
  { world }: Context,
  guildId: string | undefined,
  fields: Fields,
  existing: CommandRecord | undefined,
): CommandRecord {
  return world.commands.put({
    ...fields,
    id: existing?.id ?? world.snowflakes.next(),
    application_id: world.ownApplication.application_id,
    version: world.snowflakes.next(),
    ...(guildId === undefined ? {} : { guild_id: guildId }),
  });
}

function forgetPermissions({ world }: Context, command: CommandRecord): void {
  for (const record of [...world.commandPermissions.values()])
    if (record.command_id === command.id) world.commandPermissions.delete(record.id);
}

/** Discord leaves out an empty list of options, and `dm_permission` and `contexts` on a guild's commands. */
function shape(command: CommandRecord): object {
  const fields: Record<string, unknown> = { ...command };
  const { options, dm_permission, contexts, ...rest } = fields;
  return {
    ...rest,
    ...(command.guild_id === undefined ? { dm_permission, contexts } : {}),
    ...(command.options && command.options.length > 0 ? { options } : {}),
  };
}

/** A command as a list shows it unless asked for its translations: without them, at any depth. */
function withoutLocalizations(command: object): object {
  const text = JSON.stringify(command, (key, value: unknown) =>
    LOCALIZATIONS.includes(key) ? undefined : value,
  );
  return JSON.parse(text) as object;
}
