import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../context.js';
import { sameText } from '../validation/same-text.js';
import type { CodeRecord, GrantRecord } from '../world/oauth2-records.js';
import type { World } from '../world/world.js';
import { idToken } from './id-tokens.js';
import type { AuthorizationRequest } from './request.js';

/** Codes are for at once; Discord gives no figure, RFC 6749 allows ten minutes at most. */
const CODE_MS = 10 * 60_000;
/** Seconds that an access token lasts: a week. */
const LIFETIME_SECONDS = 604_800;

/** A user says yes: gives the code that the page is sent back with. */
export function issueCode({ world }: Context, userId: string, request: AuthorizationRequest): string {
  const { id } = world.codes.put({
    id: randomBytes(15).toString('hex'),
    user_id: userId,
    scopes: request.scopes,
    redirect_uri: request.redirect_uri,
    challenge: request.challenge,
    expires_at: world.clock() + CODE_MS,
  });
  return id;
}

/** Takes a code back for a grant, once; undefined when it is unknown, spent or too old, or any of the rest is not its own. */
export function redeemCode(
  world: World,
  code: string,
  redirectUri: string | undefined,
  verifier: string | undefined,
): GrantRecord | undefined {
  const record = world.codes.delete(code);
  if (!record || record.expires_at <= world.clock()) return undefined;
  if (record.redirect_uri !== redirectUri || !isVerified(record, verifier)) return undefined;
  return issueGrant(world, record.user_id, record.scopes);
}

function isVerified({ challenge }: CodeRecord, verifier: string | undefined): boolean {
  if (!challenge) return true;
  if (verifier === undefined) return false;
  const given = challenge.method === 'plain' ? verifier : sha256(verifier);
  return sameText(given, challenge.value);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Makes a new pair of tokens. */
export function issueGrant(world: World, userId: string, scopes: string[]): GrantRecord {
  return world.grants.put({
    id: randomBytes(22).toString('base64url'),
    refresh_token: randomBytes(22).toString('base64url'),
    user_id: userId,
    scopes,
    expires_at: world.clock() + LIFETIME_SECONDS * 1_000,
  });
}

/** Exchanges a refresh token for a new pair; the old pair ends. Undefined for an unknown one. */
export function refreshGrant(world: World, refreshToken: string): GrantRecord | undefined {
  const [old] = world.grantsByRefreshToken.of(refreshToken);
  if (!old) return undefined;
  world.grants.delete(old.id);
  return issueGrant(world, old.user_id, old.scopes);
}

/** Ends a grant by either of its tokens; an unknown one is ended already. */
export function revokeGrant(world: World, token: string): void {
  const grant = world.grants.get(token) ?? world.grantsByRefreshToken.of(token)[0];
  if (grant) world.grants.delete(grant.id);
}

/** What the token endpoint answers. Who asked for `openid` gets an id token, and so does a game's provisional account. */
export function tokenAnswer(world: World, grant: GrantRecord): object {
  const named = grant.scopes.some((scope) => scope === 'openid' || scope === 'sdk.social_layer');
  return {
    token_type: 'Bearer',
    access_token: grant.id,
    expires_in: LIFETIME_SECONDS,
    refresh_token: grant.refresh_token,
    scope: grant.scopes.join(' '),
    ...(named ? { id_token: idToken(world, grant) } : {}),
  };
}
