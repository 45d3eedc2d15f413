import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound, unauthenticated } from '../../common/errors.js';
import type { User } from '../users/rules/user.js';
import { UsersService } from '../users/users.service.js';
import { AccessTokens } from './access-tokens.js';
import { PersonalTokensService } from './personal-tokens.service.js';
import { type Scope, TOKEN_PREFIX } from './rules/personal-token.js';
import { SessionsService } from './sessions.service.js';

const THIRTY_DAYS_SECONDS = 30 * 86_400;

/** How long a token lasts that a browser gets for its session. */
export const SESSION_TOKEN_SECONDS = 15 * 60;

/** Whom an operator wants a token for. */
export interface TokenRequest {
  readonly discord_id: string;
  /** Used only when the user is new. */
  readonly handle: string;
  /** True makes the user a site admin, false takes that away; undefined changes nothing. */
  readonly site_admin?: boolean | undefined;
}

/** Who sends a request, and how they proved it. */
export interface Caller {
  readonly actor: Actor;
  /** The session that the proof belongs to, if any. */
  readonly sessionId: string | null;
  /** What the proof is good for; `null` for everything that the actor may do. */
  readonly scopes: readonly Scope[] | null;
}

/** Whose request goes on, and what it came with: a bearer token, else the cookie of a session. */
export interface Visitor extends Pick<Caller, 'actor' | 'sessionId'> {
  readonly token: string | null;
}

/** Who somebody is, by what they show. The user is read each time: what was taken away works no longer. */
@Injectable()
export class AuthenticationService {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly personalTokens: PersonalTokensService,
    private readonly sessions: SessionsService,
    private readonly users: UsersService,
  ) {}

  /**
   * Who shows a bearer token, of either kind.
   * @throws unauthenticated when it is not good, its session has ended, or its user is gone
   */
  async authenticate(token: string): Promise<Caller> {
    const caller = token.startsWith(TOKEN_PREFIX)
      ? await this.byPersonalToken(token)
      : await this.byAccessToken(token);
    if (caller === null)
      throw unauthenticated('The access token is not valid or has expired. Sign in again.');
    return caller;
  }

  /** Whether a bearer token is one of ours, for counting its requests; what it opens is another question. */
  async recognizes(token: string): Promise<boolean> {
    const kind = token.startsWith(TOKEN_PREFIX)
      ? this.personalTokens.find(token)
      : this.accessTokens.read(token);
    return (await kind) !== null;
  }

  /** Whose session a cookie belongs to; `null` when it has ended. */
  async bySession(secret: string): Promise<(Caller & { readonly isProlonged: boolean }) | null> {
    const used = await this.sessions.use(secret);
    const user = used && (await this.users.find(used.session.user_id));
    if (!user) return null;
    return { ...callerOf(user), sessionId: used.session.id, isProlonged: used.isProlonged };
  }

  /**
   * Who the sender of a request that goes on is by now; that is no new use of their session.
   * @throws unauthenticated when what they came with is good no more
   */
  async stillIs({ token, sessionId, actor: { user_id } }: Visitor): Promise<Actor> {
    if (token !== null) return (await this.authenticate(token)).actor;
    const isAlive = sessionId !== null && (await this.sessions.isAlive(sessionId));
    const user = isAlive ? await this.users.find(user_id) : null;
    if (user === null) throw unauthenticated('The session has ended. Sign in again.');
    return callerOf(user).actor;
  }

  /** A bearer token for a browser's own programs, which ends with the session. */
  async issueForSession(userId: string, sessionId: string): Promise<string> {
    return this.accessTokens.issue({ userId, sessionId }, SESSION_TOKEN_SECONDS);
  }

  /**
   * Makes an access token for an operator of this installation, and the user as well when missing.
   * @returns a bearer token that lasts 30 days
   * @throws not_found when a right is to be taken from somebody who does not exist: the id is mistyped
   */
  async issueToken({ site_admin, ...identity }: TokenRequest): Promise<string> {
    const user =
      site_admin === false
        ? await this.users.findByDiscordId(identity.discord_id)
        : await this.users.ensure({ ...identity, discord_locale: null });
    if (user === null) throw notFound('user');
    if (site_admin !== undefined) await this.users.setSiteAdmin(user, site_admin);
    return this.accessTokens.issue({ userId: user.id, sessionId: null }, THIRTY_DAYS_SECONDS);
  }

  private async byAccessToken(token: string): Promise<Caller | null> {
    const claims = await this.accessTokens.read(token);
    if (claims === null) return null;
    const { userId, sessionId } = claims;
    const [user, isAlive] = await Promise.all([
      this.users.find(userId),
      sessionId === null || this.sessions.isAlive(sessionId),
    ]);
    return user !== null && isAlive ? { ...callerOf(user), sessionId } : null;
  }

  private async byPersonalToken(token: string): Promise<Caller | null> {
    const found = await this.personalTokens.use(token);
    const user = found && (await this.users.find(found.user_id));
    if (!user) return null;
    const { scopes } = found;
    // Nor do a site admin's rights reach into the other scopes.
    const actor = { user_id: user.id, site_admin: user.site_admin && scopes.includes('admin') };
    return { actor, sessionId: null, scopes };
  }
}

function callerOf({ id, site_admin }: User): Caller {
  return { actor: { user_id: id, site_admin }, sessionId: null, scopes: null };
}
