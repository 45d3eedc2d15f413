import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { mongo, type Connection } from 'mongoose';
import { databaseOf, requireNotNewer } from './migrations/migrations.js';
import { SchemaRecord } from './migrations/schema-record.js';

const { EJSON } = mongo.BSON;
const FORMAT = 1;
/** How many documents are put back at once. */
const BATCH = 500;
/** What others refer to is written after them: what is made meanwhile is there when something refers to it. */
const LAST = ['organizations', 'discord_guilds', 'users'];

/** The lines of a backup: what it is, the documents, and the end, without which it is not whole. */
interface Head {
  readonly verselink_backup: number;
  readonly schema_version: number;
  readonly created_at: Date;
}
interface Entry {
  readonly collection: string;
  readonly document: mongo.Document;
}
interface End {
  readonly documents: number;
}
type Line = Head | Entry | End;

/** A file that cannot be restored, or a database that it must not be restored into. `message` says why. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** Writes the database into a stream and brings it back: lines of MongoDB's Extended JSON, compressed by gzip. */
@Injectable()
export class Backup {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** @returns how many documents were written */
  async write(to: Writable): Promise<number> {
    const zip = createGzip();
    const written = pipeline(zip, to);
    let documents = 0;
    const put = async (line: Line): Promise<void> => {
      if (!zip.write(`${EJSON.stringify(line, { relaxed: false })}\n`)) await once(zip, 'drain');
    };
    const { schema_version } = await new SchemaRecord(this.db).read();
    await put({ verselink_backup: FORMAT, schema_version, created_at: new Date() });
    for (const collection of await this.collectionNames())
      for await (const document of this.db.collection(collection).find()) {
        await put({ collection, document });
        documents += 1;
      }
    await put({ documents });
    zip.end();
    await written;
    return documents;
  }

  /**
   * Puts a backup into the database, once it is known to be whole. The next process to start builds the indexes.
   * @param open reads the backup from its beginning, each time that it is called
   * @param drop whether what is there goes first; without it there must be nothing
   * @returns how many documents were restored
   * @throws BackupError · MigrationError for a backup of a newer version
   */
  async restore(open: () => Readable, drop: boolean): Promise<number> {
    await requireWhole(open());
    await this.requireEmpty(drop);
    let documents = 0;
    let batch: Entry[] = [];
    const flush = async (): Promise<void> => {
      const [first] = batch;
      if (first === undefined) return;
      await this.db.collection(first.collection).insertMany(batch.map(({ document }) => document));
      documents += batch.length;
      batch = [];
    };
    for await (const line of linesOf(open())) {
      if (!('collection' in line)) continue;
      if (batch.length === BATCH || (batch[0] ?? line).collection !== line.collection) await flush();
      batch.push(line);
    }
    await flush();
    await new SchemaRecord(this.db).forgetIndexes();
    return documents;
  }

  private async requireEmpty(drop: boolean): Promise<void> {
    if (drop) {
      await this.db.dropDatabase();
      return;
    }
    const names = await this.collectionNames();
    if (names.length === 0) return;
    throw new BackupError(
      `The database has ${String(names.length)} collections already. With --drop they are dropped, and the backup takes their place.`,
    );
  }

  private async collectionNames(): Promise<string[]> {
    const found = await this.db.listCollections({}, { nameOnly: true }).toArray();
    const names = found.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
    return names.sort((a, b) => LAST.indexOf(a) - LAST.indexOf(b));
  }

  private get db(): mongo.Db {
    return databaseOf(this.connection);
  }
}

/** Reads a backup to its end. @throws BackupError · MigrationError */
async function requireWhole(from: Readable): Promise<void> {
  let documents = 0;
  let head: Head | undefined;
  let end: End | undefined;
  for await (const line of linesOf(from)) {
    if ('verselink_backup' in line) head = line;
    else if ('collection' in line) documents += 1;
    else end = line;
  }
  if (head?.verselink_backup !== FORMAT)
    throw new BackupError('This is no backup that this version can read.');
  requireNotNewer(head);
  if (end?.documents !== documents)
    throw new BackupError('The backup is not whole: it was cut off while it was written or copied.');
}

async function* linesOf(from: Readable): AsyncGenerator<Line> {
  const unzipped = createGunzip();
  const read = pipeline(from, unzipped);
  // Whatever is wrong with the file is told below, when its lines are read.
  read.catch(() => undefined);
  try {
    for await (const line of createInterface({ input: unzipped, crlfDelay: Infinity }))
      yield EJSON.parse(line) as Line;
    await read;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BackupError(`The backup cannot be read: ${reason}.`);
  }
}
