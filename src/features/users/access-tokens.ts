import { Injectable } from '@nestjs/common';
import { jwtVerify, SignJWT } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import { Config } from '../../config/config.js';

/** Names the kind of the token, so that another JWT of the same secret is none (RFC 9068). */
const TYPE = 'at+jwt';
const ALGORITHM = 'HS256';
const ISSUER = 'verselink';
const AUDIENCE = 'verselink-api';

/** Makes and reads access tokens: JWTs that name the user and nothing that may change. */
@Injectable()
export class AccessTokens {
  private readonly key: Uint8Array | null;

  constructor({ jwtSecret }: Config) {
    this.key = jwtSecret === null ? null : new TextEncoder().encode(jwtSecret);
  }

  /**
   * @param lifetimeSeconds from now
   * @throws Error in a process without `JWT_SECRET`
   */
  async issue(userId: string, lifetimeSeconds: number): Promise<string> {
    if (this.key === null) throw new Error('JWT_SECRET is missing');
    return new SignJWT()
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(userId)
      .setJti(uuidv7())
      .setIssuedAt()
      .setExpirationTime(`${String(lifetimeSeconds)} seconds`)
      .sign(this.key);
  }

  /** @returns the user's id; `null` when the token is not ours, is of another kind, was changed, or has expired */
  async read(token: string): Promise<string | null> {
    if (this.key === null) return null;
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['exp', 'jti'],
      });
      return typeof payload.sub === 'string' ? payload.sub : null;
    } catch {
      return null;
    }
  }
}
