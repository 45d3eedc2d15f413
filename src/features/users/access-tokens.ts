import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

/** Makes and reads access tokens: HS256 JWTs that name the user and nothing else. */
@Injectable()
export class AccessTokens {
  constructor(private readonly jwt: JwtService) {}

  /** @param lifetimeSeconds from now */
  async issue(userId: string, lifetimeSeconds: number): Promise<string> {
    return this.jwt.signAsync({}, { subject: userId, expiresIn: lifetimeSeconds });
  }

  /** @returns the user's id; `null` when the token is not ours, was changed, or has expired */
  async read(token: string): Promise<string | null> {
    try {
      const { sub } = await this.jwt.verifyAsync<{ sub?: unknown }>(token);
      return typeof sub === 'string' ? sub : null;
    } catch {
      return null;
    }
  }
}
