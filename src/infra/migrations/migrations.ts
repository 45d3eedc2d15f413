import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { mongo, type Connection } from 'mongoose';
import { Config } from '../../config/config.js';
import { MIGRATIONS, SCHEMA_VERSION } from './catalogue.js';
import { buildIndexes, INDEXES_DIGEST } from './indexes.js';
import { MigrationError } from './migration.js';
import { SchemaRecord, type SchemaState } from './schema-record.js';
import { WANTED_INDEXES } from './schemas.js';

/** How often the lock is renewed, and how often a process that waits for it looks again. */
const RENEW_MS = 3_000;
const LOOK_AGAIN_MS = 250;

/** Brings the database to the shape that this process works on: once, by one process, while others wait (docs/operations.md). */
@Injectable()
export class Migrations {
  private readonly logger = new Logger(Migrations.name);

  constructor(
    @InjectConnection() private readonly connection: Connection,
    private readonly config: Config,
  ) {}

  /**
   * To be called before anything else uses the database.
   * @throws MigrationError when the database is newer than this process, or not up to date while `MIGRATE_AT_BOOT` is off
   */
  async atBoot(): Promise<void> {
    this.requireAllListed();
    const state = await new SchemaRecord(databaseOf(this.connection)).read();
    requireNotNewer(state);
    if (isUpToDate(state)) return;
    if (!this.config.migrateAtBoot) {
      throw new MigrationError(
        'The database is not up to date, and MIGRATE_AT_BOOT is off. Run `npm run migrate`, or set MIGRATE_AT_BOOT=true.',
      );
    }
    await this.run();
  }

  /**
   * Does what is to be done, or waits until another process has done it.
   * @throws MigrationError when it cannot be done
   */
  async run(): Promise<void> {
    // A connection of its own: building an index may take longer than any other command.
    const client = new mongo.MongoClient(this.config.mongodbUri, {
      serverSelectionTimeoutMS: 3_000,
      writeConcern: { w: 'majority' },
    });
    try {
      await this.takeTurn(client.db());
    } finally {
      await client.close();
    }
  }

  private async takeTurn(db: mongo.Db): Promise<void> {
    const record = new SchemaRecord(db);
    const holder = randomUUID();
    let isWaiting = false;
    for (;;) {
      const state = await record.read();
      requireNotNewer(state);
      if (isUpToDate(state)) return;
      if (await record.lock(holder)) return this.migrate(db, record, holder);
      if (!isWaiting) this.logger.log('Waiting for another process that brings the database up to date.');
      isWaiting = true;
      await sleep(LOOK_AGAIN_MS);
    }
  }

  private async migrate(db: mongo.Db, record: SchemaRecord, holder: string): Promise<void> {
    const loss = new AbortController();
    const renewing = setInterval(() => {
      record.renew(holder).then(
        (held) => {
          if (!held) loss.abort(lockLost());
        },
        // The database is away; the next renewal, or the work itself, will tell.
        () => undefined,
      );
    }, RENEW_MS);
    try {
      await this.migrateAll(db, record, holder, loss.signal);
    } finally {
      clearInterval(renewing);
      // If it fails, the lease runs out; the error of the work itself must not be hidden.
      await record.release(holder).catch(() => undefined);
    }
  }

  private async migrateAll(
    db: mongo.Db,
    record: SchemaRecord,
    holder: string,
    lost: AbortSignal,
  ): Promise<void> {
    const note = async (change: Parameters<SchemaRecord['note']>[1]): Promise<void> => {
      if (!(await record.note(holder, change))) throw lockLost();
    };
    // Read anew under the lock: another process may have done some of it since.
    const state = await record.read();
    const done = [...state.migrations];
    for (const migration of MIGRATIONS) {
      const { name, schema_version } = migration;
      if (done.includes(name)) continue;
      const startedAt = Date.now();
      // Raised first, so that processes of older versions stop, and none starts on data that is half converted.
      await note({ schema_version: Math.max(schema_version, state.schema_version) });
      await migration.up(db, lost);
      done.push(name);
      await note({ migrations: done });
      this.logger.log(`Migration ${name} is done, in ${Date.now() - startedAt} ms.`);
    }
    await buildIndexes(db);
    await note({ indexes: INDEXES_DIGEST });
  }

  /** Indexes are built for every schema, also for those that this process does not use: none may be forgotten. */
  private requireAllListed(): void {
    for (const { collection } of Object.values(this.connection.models)) {
      if (!WANTED_INDEXES.has(collection.name)) {
        throw new Error(`The schema of ${collection.name} is missing in infra/migrations/schemas.ts`);
      }
    }
  }
}

/** The database of a connection that is open. */
export function databaseOf({ db }: Connection): mongo.Db {
  if (db === undefined) throw new Error('The connection to MongoDB is not open');
  return db;
}

/** @throws MigrationError when the database has a newer shape than this process understands */
export function requireNotNewer({ schema_version }: Pick<SchemaState, 'schema_version'>): void {
  if (schema_version <= SCHEMA_VERSION) return;
  throw new MigrationError(
    `The database has schema version ${schema_version}, and this VerseLink understands versions up to ${SCHEMA_VERSION}. ` +
      'Start a newer VerseLink, or restore the backup that was made before the update.',
  );
}

function isUpToDate({ migrations, indexes }: SchemaState): boolean {
  return indexes === INDEXES_DIGEST && MIGRATIONS.every(({ name }) => migrations.includes(name));
}

function lockLost(): MigrationError {
  return new MigrationError(
    'Another process has taken the migrations over, because this one did not answer for too long. Start it again.',
  );
}
