import { createHash } from 'node:crypto';
import type { mongo } from 'mongoose';
import { isAway } from '../../common/is-away.js';
import { isDuplicateKey } from '../duplicate-key.js';
import { MigrationError } from './migration.js';
import { WANTED_INDEXES, type WantedIndex } from './schemas.js';

/** Tells whether the indexes that a database has are the ones that the schemas ask for. */
export const INDEXES_DIGEST = createHash('sha256')
  .update(JSON.stringify([...WANTED_INDEXES]))
  .digest('hex');

/**
 * Builds every index of every schema. One that was changed replaces the old one; others that the database has besides stay.
 * @throws MigrationError naming the collection and the index that cannot be built
 */
export async function buildIndexes(db: mongo.Db): Promise<void> {
  await Promise.all([...WANTED_INDEXES.keys()].map((name) => buildIndexesOf(db.collection(name))));
}

/** As `buildIndexes`, of one collection: for a migration that needs what they refuse. */
export async function buildIndexesOf(collection: mongo.Collection): Promise<void> {
  const wanted = WANTED_INDEXES.get(collection.collectionName) ?? [];
  for (const index of wanted) await buildIndex(collection, index);
}

async function buildIndex(collection: mongo.Collection, index: WantedIndex): Promise<void> {
  try {
    await createOrReplace(collection, index);
  } catch (error) {
    if (isAway(error)) throw error;
    throw new MigrationError(explain(error, collection.collectionName, index), { cause: error });
  }
}

async function createOrReplace(collection: mongo.Collection, { keys, options }: WantedIndex): Promise<void> {
  try {
    await collection.createIndex(keys, options, {});
  } catch (error) {
    if (!isConflict(error)) throw error;
    await dropIndexes(collection, (existing) => haveSameKeys(existing, keys));
    await collection.createIndex(keys, options, {});
  }
}

/** Drops indexes of a collection, if it has them. */
export async function dropIndexes(
  collection: mongo.Collection,
  unwanted: (keys: Readonly<Record<string, unknown>>) => boolean,
): Promise<void> {
  for (const { key, name } of await indexesOf(collection)) {
    if (name !== undefined && unwanted(key)) await collection.dropIndex(name);
  }
}

async function indexesOf(collection: mongo.Collection): Promise<mongo.IndexDescriptionInfo[]> {
  try {
    return await collection.indexes();
  } catch (error) {
    if (codeOf(error) === NAMESPACE_NOT_FOUND) return [];
    throw error;
  }
}

/** MongoDB's code for: there is no such collection. */
const NAMESPACE_NOT_FOUND = 26;
/** MongoDB's codes for: there is an index of these keys, or of this name, with other options. */
const INDEX_CONFLICTS: readonly unknown[] = [85, 86];

function isConflict(error: unknown): boolean {
  return INDEX_CONFLICTS.includes(codeOf(error));
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Their order counts. */
export function haveSameKeys(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function explain(error: unknown, collection: string, { keys }: WantedIndex): string {
  const fields = Object.keys(keys).join(', ');
  const index = `The index on ${fields} of the collection ${collection} cannot be built`;
  // Without the values, which may be personal.
  if (isDuplicateKey(error)) {
    return `${index}: it is unique, and several documents have the same ${fields}. Make them differ or remove one, then start again.`;
  }
  return `${index}: ${error instanceof Error ? error.message : String(error)}`;
}
