import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { lazily } from '../../common/lazily.js';
import { Config } from '../../config/config.js';

const jose = lazily(() => import('jose'));

/** Names the kind of the token, so that another JWT of the same secret is none (RFC 9068). */
const TYPE = 'at+jwt';
const ALGORITHM = 'HS256';
const ISSUER = 'verselink';
const AUDIENCE = 'verselink-api';

/** Whom an access token names. */
export interface AccessClaims {
  readonly userId: string;
  /** The session that it was made from and ends with; `null` for an operator's. */
  readonly sessionId: string | null;
}

/** Makes and reads access tokens: JWTs that name the user and nothing that may change. */
@Injectable()
export class AccessTokens {
  /** The first signs; the second is valid besides while the secret is being changed. */
  private readonly keys: readonly Uint8Array[];

  constructor({ jwtSecrets }: Config) {
    this.keys = jwtSecrets.map((secret) => new TextEncoder().encode(secret));
  }

  /**
   * @param lifetimeSeconds from now
   * @throws Error in a process without `JWT_SECRET`
   */
  async issue({ userId, sessionId }: AccessClaims, lifetimeSeconds: number): Promise<string> {
    const [key] = this.keys;
    if (key === undefined) throw new Error('JWT_SECRET is missing');
    const { SignJWT } = await jose();
    return new SignJWT(sessionId === null ? {} : { sid: sessionId })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(userId)
      .setJti(uuidv7())
      .setIssuedAt()
      .setExpirationTime(`${String(lifetimeSeconds)} seconds`)
      .sign(key);
  }

  /** @returns `null` when the token is not ours, is of another kind, was changed, or has expired */
  async read(token: string): Promise<AccessClaims | null> {
    for (const key of this.keys) {
      const claims = await readWith(key, token);
      if (claims !== null) return claims;
    }
    return null;
  }
}

async function readWith(key: Uint8Array, token: string): Promise<AccessClaims | null> {
  const { jwtVerify } = await jose();
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: ISSUER,
      audience: AUDIENCE,
      requiredClaims: ['exp', 'jti'],
    });
    const { sub, sid = null } = payload;
    if (typeof sub !== 'string' || (sid !== null && typeof sid !== 'string')) return null;
    return { userId: sub, sessionId: sid };
  } catch {
    return null;
  }
}
