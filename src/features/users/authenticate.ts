import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { unauthenticated } from '../../common/errors.js';
import { UsersRepository } from './users.repository.js';
import { AccessTokens } from './access-tokens.js';

/** Tells who acts, from an access token. The user is read each time: what was taken away works no longer. */
@Injectable()
export class Authenticate {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly users: UsersRepository,
  ) {}

  /** @throws unauthenticated when the token is not good or its user is gone */
  async execute(token: string): Promise<Actor> {
    const userId = await this.tokens.read(token);
    const user = userId === null ? null : await this.users.findById(userId);
    if (user === null) throw unauthenticated('The access token is not valid or has expired. Sign in again.');
    return { user_id: user.id, site_admin: user.site_admin };
  }
}
