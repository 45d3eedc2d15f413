import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { encodeCursor, idIn } from '../../common/cursor.js';
import { conflict, forbidden, invalid, notFound } from '../../common/errors.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { type Page, pageOf } from '../../common/page.js';
import { PersonalTokensRepository } from './personal-tokens.repository.js';
import { MAX_TOKENS, type PersonalToken, type Scope, TOKEN_PREFIX } from './rules/personal-token.js';
import { isUseToNote } from './rules/session.js';
import { digestOf, newSecret } from './secrets.js';

/** More than anybody has. */
const ALL = 1_000;

/** What somebody wants a token for. */
export interface TokenWish {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expires_at: Date | null;
}

/** A token just made, with the secret itself: the only time that it is shown. */
export interface NewToken extends PersonalToken {
  readonly token: string;
}

/** Personal tokens: people's own programs act for them, within scopes. */
@Injectable()
export class PersonalTokensService implements KeepsPersonalData {
  constructor(private readonly tokens: PersonalTokensRepository) {}

  /**
   * @throws forbidden `site_admin_required` for the scope `admin`; invalid when it would have ended already; conflict
   * `limit_reached`
   */
  async create(actor: Actor, wish: TokenWish): Promise<NewToken> {
    const now = new Date();
    if (wish.scopes.includes('admin') && !actor.site_admin) {
      throw forbidden('Only site admins may make a token with the scope admin.', 'site_admin_required');
    }
    if (wish.expires_at !== null && wish.expires_at <= now) {
      throw invalid([{ field: 'expires_at', message: 'expires_at must be in the future' }]);
    }
    if ((await this.tokens.count(actor.user_id)) >= MAX_TOKENS) {
      throw conflict('limit_reached', `You have ${String(MAX_TOKENS)} tokens: revoke one first.`);
    }
    const secret = `${TOKEN_PREFIX}${newSecret()}`;
    const token: PersonalToken = {
      id: uuidv7(),
      user_id: actor.user_id,
      ...wish,
      created_at: now,
      last_used_at: null,
    };
    await this.tokens.create(token, digestOf(secret));
    return { ...token, token: secret };
  }

  /** The token of a secret; `null` when there is none, or it has expired. */
  async find(secret: string): Promise<PersonalToken | null> {
    const token = await this.tokens.findBySecret(digestOf(secret));
    if (token === null || (token.expires_at !== null && token.expires_at <= new Date())) return null;
    return token;
  }

  /** As `find`, and the use is noted. */
  async use(secret: string): Promise<PersonalToken | null> {
    const token = await this.find(secret);
    const now = new Date();
    if (token !== null && isUseToNote(token.last_used_at, now)) await this.tokens.noteUse(token.id, now);
    return token;
  }

  /** The actor's own, newest first; those that expired lately, too. */
  async list({ user_id }: Actor, limit: number, cursor: string | null): Promise<Page<PersonalToken>> {
    const tokens = await this.tokens.list(user_id, idIn(cursor), limit + 1);
    return pageOf(tokens, limit, ({ id }) => encodeCursor([id]));
  }

  /** @throws not_found when the actor has no such token */
  async revoke({ user_id }: Actor, id: string): Promise<void> {
    if (!(await this.tokens.remove(user_id, id))) throw notFound('token');
  }

  async exportOf({ user_id }: Person): Promise<unknown> {
    return this.tokens.list(user_id, null, ALL);
  }

  async erase({ user_id }: Person): Promise<void> {
    await this.tokens.removeAll(user_id);
  }
}
