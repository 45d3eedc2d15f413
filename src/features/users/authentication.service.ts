import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound, unauthenticated } from '../../common/errors.js';
import { AccessTokens } from './access-tokens.js';
import type { User } from './rules/user.js';
import { UsersRepository } from './users.repository.js';

const THIRTY_DAYS_SECONDS = 30 * 86_400;

/** Whom an operator wants a token for. */
export interface TokenRequest {
  readonly discord_id: string;
  /** Used only when the user is new. */
  readonly handle: string;
  /** True makes the user a site admin, false takes that away; undefined changes nothing. */
  readonly site_admin?: boolean | undefined;
}

/** Who somebody is, by the token that they show. */
@Injectable()
export class AuthenticationService {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly users: UsersRepository,
  ) {}

  /**
   * Tells who acts. The user is read each time: what was taken away works no longer.
   * @throws unauthenticated when the token is not good or its user is gone
   */
  async authenticate(token: string): Promise<Actor> {
    const userId = await this.tokens.read(token);
    const user = userId === null ? null : await this.users.findById(userId);
    if (user === null) throw unauthenticated('The access token is not valid or has expired. Sign in again.');
    return { user_id: user.id, site_admin: user.site_admin };
  }

  /**
   * Makes an access token for an operator of this installation, and the user as well when missing.
   * @returns a bearer token that lasts 30 days
   * @throws not_found when a right is to be taken from somebody who does not exist: the id is mistyped
   */
  async issueToken(request: TokenRequest): Promise<string> {
    const { site_admin } = request;
    const user = await this.findOrCreate(request);
    if (site_admin !== undefined && site_admin !== user.site_admin) {
      await this.users.setSiteAdmin(user.id, site_admin);
    }
    return this.tokens.issue(user.id, THIRTY_DAYS_SECONDS);
  }

  private async findOrCreate({ discord_id, handle, site_admin }: TokenRequest): Promise<User> {
    if (site_admin !== false) {
      return this.users.findOrCreateByDiscordId({ discord_id, handle, discord_locale: null });
    }
    const user = await this.users.findByDiscordId(discord_id);
    if (user === null) throw notFound('user');
    return user;
  }
}
