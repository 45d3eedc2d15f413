import type { FastifyInstance } from 'fastify';
import { announceGuild, removeGuild } from '../actions/guilds.js';
import type { Context } from '../context.js';
import { refuse, unknownPath } from '../errors.js';
import { guildView } from '../shapes/guild.js';
import { invalid } from '../validation/issues.js';
import { isObject, Reader } from '../validation/reader.js';
import { fixtureOf, putFixture, type Fixture } from '../world/fixtures.js';

interface ByName {
  Params: { name: string };
}

/** Servers kept under a name, to be put back as they were. */
export function fixtureRoutes(app: FastifyInstance, context: Context): void {
  const { world, fixtures } = context;

  app.get('/fixtures', () => fixtures.names());

  app.get<ByName>('/fixtures/:name', ({ params }) => find(context, params.name));

  /** `{guild_id}`, or a fixture that was read elsewhere. */
  app.put<ByName>('/fixtures/:name', ({ params, body }) => {
    const name = checkName(params.name);
    const fixture = isObject(body) && 'records' in body ? readFixture(body) : takeFixture(context, body);
    fixtures.put(name, fixture);
    return { name, guild_id: fixture.guild_id, saved_at: fixture.saved_at };
  });

  app.delete<ByName>('/fixtures/:name', ({ params }) => {
    find(context, params.name);
    fixtures.delete(params.name);
    return {};
  });

  app.post<ByName>('/fixtures/:name/load', ({ params }) => {
    const fixture = find(context, params.name);
    if (world.guilds.has(fixture.guild_id)) removeGuild(context, fixture.guild_id);
    putFixture(world, fixture);
    const guild = world.guilds.get(fixture.guild_id);
    if (!guild) throw refuse(10004);
    announceGuild(context, guild, world.ownApplication.application_id);
    return guildView(world, guild);
  });
}

/** A name is a file's, too. */
function checkName(name: string): string {
  if (!/^[\w-]{1,64}$/.test(name))
    throw invalid(['name'], 'FIXTURE_NAME', 'A name has letters, digits, _ and -, 64 at most.');
  return name;
}

function find({ fixtures }: Context, name: string): Fixture {
  const text = fixtures.get(checkName(name));
  if (text === undefined) throw unknownPath();
  const fixture = parse(text);
  if (!isObject(fixture))
    throw invalid(['name'], 'FIXTURE_BROKEN', 'The file of this fixture is not a JSON object.');
  return readFixture(fixture);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function takeFixture({ world }: Context, body: unknown): Fixture {
  const fields = Reader.of(body);
  const guildId = fields.snowflake('guild_id', { required: true }) ?? '';
  fields.issues.refuseIfAny();
  if (!world.guilds.has(guildId)) throw refuse(10004);
  return fixtureOf(world, guildId);
}

function readFixture(body: Record<string, unknown>): Fixture {
  const fields = new Reader(body);
  const guildId = fields.snowflake('guild_id', { required: true });
  fields.snowflake('application_id', { required: true });
  fields.integer('version', { required: true, choices: [1] });
  fields.string('saved_at', { required: true });
  fields.object('files', { required: true });
  const records = body['records'];
  if (!isObject(records) || !Object.values(records).every(isListOfRecords))
    fields.fault('records', 'DICT_TYPE_CONVERT', 'Must be lists of records by collection.');
  else if (!(records['guilds'] as { id: string }[] | undefined)?.some(({ id }) => id === guildId))
    fields.fault('records', 'FIXTURE_GUILD', 'There is no record of the server.');
  fields.issues.refuseIfAny();
  return body as unknown as Fixture;
}

function isListOfRecords(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => isObject(one) && typeof one['id'] === 'string');
}
