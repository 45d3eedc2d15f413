import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from './world.js';

/** A record of any collection. */
type AnyRecord = { id: string } & Record<string, unknown>;

/** A server as it was at one time: its records by collection, and the contents of its files in base64. */
export interface Fixture {
  version: 1;
  guild_id: string;
  application_id: string;
  saved_at: string;
  records: Record<string, AnyRecord[]>;
  files: Record<string, string>;
}

/** Fields by which a record belongs to another one of its server. */
const BELONGING = ['guild_id', 'event_id', 'channel_id', 'message_id'];

/** Everything that a server consists of. */
export function fixtureOf(world: World, guildId: string): Fixture {
  const { application_id } = world.ownApplication;
  const records: Fixture['records'] = {};
  const users = new Set<string>();
  const taken = new Set([guildId]);
  for (const [collection, record] of recordsOf(world)) {
    // What only one person sees belongs to an interaction, which is not kept.
    if (typeof record['reader_id'] === 'string') continue;
    if (!taken.has(record.id) && !BELONGING.some((field) => taken.has(record[field] as string))) continue;
    taken.add(record.id);
    (records[collection] ??= []).push(record);
    for (const field of ['user_id', 'author_id', 'creator_id', 'owner_id'])
      if (typeof record[field] === 'string') users.add(record[field]);
  }
  records['users'] = [...users].flatMap((id) => (world.users.get(id) as AnyRecord | undefined) ?? []);
  return {
    version: 1,
    guild_id: guildId,
    application_id,
    saved_at: new Date(world.clock()).toISOString(),
    records,
    files: filesNamedIn(world, records),
  };
}

/** All records; those of a server before those that belong to them. */
function* recordsOf(world: World): Iterable<[string, AnyRecord]> {
  for (const change of world.snapshot()) if (change[0] === 'put') yield [change[1], change[2]];
}

/** Contents that a text in the records names: pictures by their hash, attachments by their id. */
function filesNamedIn(world: World, records: Fixture['records']): Record<string, string> {
  const files: Record<string, string> = {};
  JSON.stringify(records, (_key, value: unknown) => {
    const bytes = typeof value === 'string' && /^\w{8,64}$/.test(value) ? world.files.get(value) : undefined;
    if (bytes) files[value as string] = bytes.toString('base64');
    return value;
  });
  return files;
}

/** Puts the records and files of a fixture into the world. Its bot is the bot of now. */
export function putFixture(world: World, fixture: Fixture): void {
  const { application_id } = world.ownApplication;
  const text = JSON.stringify(fixture.records).replaceAll(fixture.application_id, application_id);
  for (const [collection, records] of Object.entries(JSON.parse(text) as Fixture['records'])) {
    for (const record of records) if (record.id !== application_id) world.putInto(collection, record);
  }
  for (const [key, content] of Object.entries(fixture.files))
    world.files.put(key, Buffer.from(content, 'base64'));
}

/** Fixtures by name: in memory, or as JSON files in a folder. */
export class FixtureStore {
  private readonly memory = new Map<string, string>();

  constructor(private readonly folder: string | null) {
    if (folder !== null) mkdirSync(folder, { recursive: true });
  }

  names(): string[] {
    if (this.folder === null) return [...this.memory.keys()].sort();
    const files = readdirSync(this.folder).filter((file) => file.endsWith('.json'));
    return files.map((file) => file.slice(0, -'.json'.length)).sort();
  }

  /** A fixture as it is kept, in JSON: files may have been written by hand. */
  get(name: string): string | undefined {
    return this.folder === null ? this.memory.get(name) : this.read(this.pathOf(name));
  }

  put(name: string, fixture: Fixture): void {
    const text = `${JSON.stringify(fixture, null, 2)}\n`;
    if (this.folder === null) this.memory.set(name, text);
    else writeFileSync(this.pathOf(name), text);
  }

  delete(name: string): void {
    if (this.folder === null) this.memory.delete(name);
    else rmSync(this.pathOf(name), { force: true });
  }

  private read(path: string): string | undefined {
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  private pathOf(name: string): string {
    return join(this.folder ?? '', `${name}.json`);
  }
}
