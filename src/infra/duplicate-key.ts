/** MongoDB's code for a write that a unique index refused. */
export const DUPLICATE_KEY = 11000;

/** Whether a write was refused by a unique index. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY;
}
