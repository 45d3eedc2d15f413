import { createHash, randomBytes } from 'node:crypto';

/** 256 bits: it cannot be guessed, so a plain digest of it can be kept in its place. */
const SECRET_BYTES = 32;

/** Makes what a person or a program will show to prove who they are. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** What is kept of a secret: enough to recognize it, useless to who reads the database. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
