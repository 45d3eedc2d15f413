import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/errors.js';
import type { User } from './rules/user.js';
import { UsersRepository } from './users.repository.js';
import { AccessTokens } from './access-tokens.js';

const THIRTY_DAYS_SECONDS = 30 * 86_400;

/** Whom an operator wants a token for. */
export interface TokenRequest {
  readonly discord_id: string;
  /** Used only when the user is new. */
  readonly handle: string;
  /** True makes the user a site admin, false takes that away; undefined changes nothing. */
  readonly site_admin?: boolean | undefined;
}

/** Makes an access token for an operator of this installation, and the user as well when missing. */
@Injectable()
export class IssueToken {
  constructor(
    private readonly users: UsersRepository,
    private readonly tokens: AccessTokens,
  ) {}

  /**
   * @returns a bearer token that lasts 30 days
   * @throws not_found when a right is to be taken from somebody who does not exist: the id is mistyped
   */
  async execute(request: TokenRequest): Promise<string> {
    const { site_admin } = request;
    const user = await this.userOf(request);
    if (site_admin !== undefined && site_admin !== user.site_admin) {
      await this.users.setSiteAdmin(user.id, site_admin);
    }
    return this.tokens.issue(user.id, THIRTY_DAYS_SECONDS);
  }

  private async userOf({ discord_id, handle, site_admin }: TokenRequest): Promise<User> {
    if (site_admin !== false) {
      return this.users.findOrCreateByDiscordId({ discord_id, handle, discord_locale: null });
    }
    const user = await this.users.findByDiscordId(discord_id);
    if (user === null) throw notFound('user');
    return user;
  }
}
