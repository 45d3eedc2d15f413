import { mongo } from 'mongoose';

/** MongoDB's code for a write that a unique index refused. */
export const DUPLICATE_KEY = 11000;

/** Whether a write was refused by a unique index. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY;
}

/** The fields of the unique index that refused a write; none when it failed otherwise. */
export function duplicateKeys(error: unknown): readonly string[] {
  if (!isDuplicateKey(error) || !(error instanceof mongo.MongoServerError)) return [];
  const pattern: unknown = error.errorResponse['keyPattern'];
  return typeof pattern === 'object' && pattern !== null ? Object.keys(pattern) : [];
}
