import { generateKeyPairSync, sign, type KeyPairKeyObjectResult } from 'node:crypto';
import type { GrantRecord } from '../world/oauth2-records.js';
import type { World } from '../world/world.js';

const KEY_ID = '1';
// Making a key takes a while, and few ask for it.
const keys = new WeakMap<World, KeyPairKeyObjectResult>();

function keysOf(world: World): KeyPairKeyObjectResult {
  const made = keys.get(world) ?? generateKeyPairSync('rsa', { modulusLength: 2_048 });
  keys.set(world, made);
  return made;
}

/** The key that proves id tokens to be Discord's, as a JWK. */
export function publicKeyOf(world: World): object {
  const key = keysOf(world).publicKey.export({ format: 'jwk' });
  return { ...key, use: 'sig', alg: 'RS256', kid: KEY_ID };
}

/** Says who a grant's user is, signed (OpenID Connect). */
export function idToken(world: World, grant: GrantRecord): string {
  const seconds = Math.floor(world.clock() / 1_000);
  const head = { alg: 'RS256', typ: 'JWT', kid: KEY_ID };
  const claims = {
    iss: 'https://discord.com',
    aud: world.ownApplication.application_id,
    sub: grant.user_id,
    iat: seconds,
    auth_time: seconds,
    exp: Math.floor(grant.expires_at / 1_000),
  };
  const text = [head, claims].map((part) => encode(JSON.stringify(part))).join('.');
  return `${text}.${encode(sign('RSA-SHA256', Buffer.from(text), keysOf(world).privateKey))}`;
}

function encode(part: string | Buffer): string {
  return Buffer.from(part).toString('base64url');
}
