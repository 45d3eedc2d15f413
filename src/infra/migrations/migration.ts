import type { mongo } from 'mongoose';

/** One step from an older shape of the data to a newer one. */
export interface Migration {
  /** Kept in the database once it is done; never changed afterwards. */
  readonly name: string;
  /**
   * The database's `schema_version` from this step on. Higher than that of the step before only when processes of an older version
   * must not run on the new shape: they stop, and refuse to start.
   */
  readonly schema_version: number;
  /**
   * Does the work. May be killed at any point and run again, so it must then come to the same end.
   * @param lost aborted when another process has taken the lock over: end at the next opportunity
   */
  up(db: mongo.Db, lost: AbortSignal): Promise<void>;
}

/** The database cannot be brought up to date, or is ahead of this process. `message` tells an operator what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}
