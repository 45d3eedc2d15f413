import { Injectable } from '@nestjs/common';
import { forbidden } from '../../common/errors.js';
import { OAuth2Api } from '../../discord-api/oauth2.api.js';
import { UsersService } from '../users/users.service.js';
import { digestOf, newSecret } from './secrets.js';
import { SessionsService } from './sessions.service.js';
import { SignInsRepository } from './sign-ins.repository.js';

/** How long somebody may take on Discord's page. */
export const SIGN_IN_MS = 10 * 60_000;

/** A sign-in just begun. */
export interface BegunSignIn {
  /** For the browser's cookie: only the browser that began a sign-in can finish it. */
  readonly state: string;
  /** Discord's page, where the person agrees. */
  readonly address: string;
}

/** A browser that comes back from Discord. */
export interface Return {
  /** Our address with everything that Discord added to it. */
  readonly address: URL;
  /** What the browser was given when it left. */
  readonly state: string | null;
  readonly userAgent: string | null;
  /** The session in which the browser is signed in so far. */
  readonly formerSession: string | null;
}

/** How a sign-in ended. */
export interface FinishedSignIn {
  readonly returnPath: string;
  /** The secret of the new session; `null` when the person did not agree. */
  readonly session: string | null;
}

/** Sign-in with Discord: OAuth2's authorization code with `state` and PKCE. Discord's tokens are not kept. */
@Injectable()
export class SignInService {
  constructor(
    private readonly discord: OAuth2Api,
    private readonly sessions: SessionsService,
    private readonly signIns: SignInsRepository,
    private readonly users: UsersService,
  ) {}

  /**
   * @param redirectUri where Discord sends the browser back to
   * @throws unavailable where no Discord application is configured
   */
  async begin(redirectUri: string, returnPath: string): Promise<BegunSignIn> {
    const [state, verifier] = [newSecret(), newSecret()];
    const address = await this.discord.authorizationUrl({ state, verifier, redirectUri });
    const expiresAt = new Date(Date.now() + SIGN_IN_MS);
    await this.signIns.create(digestOf(state), { verifier, return_path: returnPath }, expiresAt);
    return { state, address };
  }

  /**
   * Signs the person in whom Discord names: always in a new session, so that a planted cookie is worth nothing.
   * @throws forbidden `sign_in_invalid` for a return that this browser did not begin, that took too long, or came before
   * @throws forbidden `sign_in_refused` when Discord does not take the code; DiscordFailure when it does not answer
   */
  async finish({ address, state, userAgent, formerSession }: Return): Promise<FinishedSignIn> {
    const given = address.searchParams.getAll('state');
    const signIn =
      state !== null && given.length === 1 && given[0] === state
        ? await this.signIns.take(digestOf(state))
        : null;
    if (state === null || signIn === null) {
      throw forbidden(
        'This sign-in was begun in another browser, took too long, or was finished before. Begin again.',
        'sign_in_invalid',
      );
    }
    const returnPath = signIn.return_path;
    if (address.searchParams.get('error') === 'access_denied') return { returnPath, session: null };

    const profile = await this.discord.profileOf(address, { state, verifier: signIn.verifier });
    const { id } = await this.users.accountOf(profile);
    if (profile.email !== null) await this.users.followEmail(id, profile.email);
    if (profile.manages !== null) await this.users.followManaged(id, profile.manages);
    if (formerSession !== null) await this.sessions.endBySecret(formerSession);
    return { returnPath, session: await this.sessions.start(id, userAgent) };
  }
}
