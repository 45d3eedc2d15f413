import type { mongo } from 'mongoose';

/** What the database says about its own shape: one document of the collection `schema`. */
export interface SchemaState {
  readonly _id: string;
  readonly schema_version: number;
  /** Names of the migrations that are done. */
  readonly migrations: readonly string[];
  /** Which indexes were built (`INDEXES_DIGEST`). */
  readonly indexes: string | null;
  /** Who changes the shape now, and until when no one else may. */
  readonly lock: { readonly holder: string; readonly until: Date } | null;
}

const ID = 'schema';
const UNTOUCHED: Omit<SchemaState, '_id'> = { schema_version: 0, migrations: [], indexes: null, lock: null };

/** How long a process that was killed keeps the lock. */
const LEASE_MS = 10_000;
/** By the database's clock, so that those of the processes do not matter. */
const LEASE_END = { $add: ['$$NOW', LEASE_MS] };

/** The database's shape as it is recorded there, and the lock under which one process at a time changes it. */
export class SchemaRecord {
  private readonly states: mongo.Collection<SchemaState>;

  constructor(db: mongo.Db) {
    this.states = db.collection<SchemaState>('schema');
  }

  async read(): Promise<SchemaState> {
    return (await this.states.findOne({ _id: ID })) ?? { _id: ID, ...UNTOUCHED };
  }

  /** Takes the lock. @returns false while another process holds it */
  async lock(holder: string): Promise<boolean> {
    await this.states.updateOne({ _id: ID }, { $setOnInsert: UNTOUCHED }, { upsert: true });
    const { matchedCount } = await this.states.updateOne(
      { _id: ID, $or: [{ lock: null }, { $expr: { $lt: ['$lock.until', '$$NOW'] } }] },
      [{ $set: { lock: { holder, until: LEASE_END } } }],
    );
    return matchedCount === 1;
  }

  /** Keeps the lock for another lease. @returns false when another process has it by now */
  async renew(holder: string): Promise<boolean> {
    const { matchedCount } = await this.states.updateOne({ _id: ID, 'lock.holder': holder }, [
      { $set: { 'lock.until': LEASE_END } },
    ]);
    return matchedCount === 1;
  }

  async release(holder: string): Promise<void> {
    await this.states.updateOne({ _id: ID, 'lock.holder': holder }, { $set: { lock: null } });
  }

  /** Writes down what has changed. @returns false when another process has the lock by now */
  async note(
    holder: string,
    change: Partial<Pick<SchemaState, 'schema_version' | 'migrations' | 'indexes'>>,
  ): Promise<boolean> {
    const { matchedCount } = await this.states.updateOne(
      { _id: ID, 'lock.holder': holder },
      { $set: change },
    );
    return matchedCount === 1;
  }

  /** Has the next process build every index: a restored database has none. */
  async forgetIndexes(): Promise<void> {
    await this.states.updateOne({ _id: ID }, { $set: { indexes: null, lock: null } });
  }
}
