import { createHash } from 'node:crypto';

/** Discord's limit for a message's nonce. */
const NONCE_LENGTH = 25;

/**
 * The nonce of a message: the same for every try to send it, by which Discord gives back the first message for a quick
 * repeat (`enforce_nonce`).
 * @param parts what makes this message this one and no other
 */
export function nonceOf(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('base64url').slice(0, NONCE_LENGTH);
}
