import { Injectable } from '@nestjs/common';
import { UsersRepository } from './users.repository.js';
import { AccessTokens } from './access-tokens.js';

const THIRTY_DAYS_SECONDS = 30 * 86_400;

/** Whom an operator wants a token for. */
export interface TokenRequest {
  readonly discord_id: string;
  /** Used only when the user is new. */
  readonly handle: string;
  /** True makes the user a site admin; false changes nothing. */
  readonly site_admin: boolean;
}

/** Makes an access token for an operator of this installation, and the user as well when missing. */
@Injectable()
export class IssueToken {
  constructor(
    private readonly users: UsersRepository,
    private readonly tokens: AccessTokens,
  ) {}

  /** @returns a bearer token that lasts 30 days */
  async execute(request: TokenRequest): Promise<string> {
    const { discord_id, handle } = request;
    const user = await this.users.findOrCreateByDiscordId({ discord_id, handle, discord_locale: null });
    if (request.site_admin && !user.site_admin) await this.users.setSiteAdmin(user.id, true);
    return this.tokens.issue(user.id, THIRTY_DAYS_SECONDS);
  }
}
