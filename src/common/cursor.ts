import { createHash } from 'node:crypto';
import { invalid } from './errors.js';

/** Where a page ends: the sort keys of its last row. */
export type CursorKeys = readonly (string | number)[];

const CHECKSUM_BYTES = 6;

/** Writes a position in a list as an opaque text. */
export function encodeCursor(keys: CursorKeys): string {
  const payload = Buffer.from(JSON.stringify(keys));
  return Buffer.concat([checksum(payload), payload]).toString('base64url');
}

/**
 * Reads a position back.
 * @param shape the type of each key, as the list writes them
 * @throws invalid when the text was not written by `encodeCursor` for such a list
 */
export function decodeCursor(cursor: string, shape: readonly ('string' | 'number')[]): CursorKeys {
  const bytes = Buffer.from(cursor, 'base64url');
  const payload = bytes.subarray(CHECKSUM_BYTES);
  // The canonical spelling only: base64url has several for the same bytes.
  const intact =
    bytes.toString('base64url') === cursor && checksum(payload).equals(bytes.subarray(0, CHECKSUM_BYTES));
  const keys: unknown = intact ? JSON.parse(payload.toString()) : null;
  if (!isOfShape(keys, shape)) {
    throw invalid([
      { field: 'cursor', message: 'cursor must be the next_cursor of an earlier page of this list' },
    ]);
  }
  return keys;
}

/**
 * The id that a list sorted by ids goes on after; `null` for the first page.
 * @throws invalid as `decodeCursor`
 */
export function idIn(cursor: string | null): string | null {
  return cursor === null ? null : String(decodeCursor(cursor, ['string'])[0]);
}

/** Against accidents and tinkering, not against forgery: a forged position shows nothing that the list would not. */
function checksum(payload: Buffer): Buffer {
  return createHash('sha256').update('verselink-cursor').update(payload).digest().subarray(0, CHECKSUM_BYTES);
}

function isOfShape(keys: unknown, shape: readonly string[]): keys is CursorKeys {
  return (
    Array.isArray(keys) &&
    keys.length === shape.length &&
    keys.every((key, index) => typeof key === shape[index])
  );
}
