/** Secrets of this form hold their key in base64, as Standard Webhooks writes them. */
export const SECRET_PREFIX = 'whsec_';

const SHORTEST = 16;
const LONGEST = 128;
/** The key behind the prefix: 24 to 64 bytes (Standard Webhooks), in whole groups of base64. */
const KEY = /^(?=(?:.{4})+$)[A-Za-z0-9+/]{32,86}={0,2}$/;

/** What is wrong with a secret that an admin chose, or `null`. */
export function secretFault(secret: string): string | null {
  if (secret.length < SHORTEST || secret.length > LONGEST || !/^[\x21-\x7e]+$/.test(secret))
    return `secret must have ${SHORTEST} to ${LONGEST} visible ASCII characters`;
  if (secret.startsWith(SECRET_PREFIX) && !KEY.test(secret.slice(SECRET_PREFIX.length)))
    return `secret starts with ${SECRET_PREFIX}, so 24 to 64 bytes in base64 must follow`;
  return null;
}

/** What is shown of a secret once it was created: enough to tell two apart. */
export function maskSecret(secret: string): string {
  return `********${secret.slice(-4)}`;
}
