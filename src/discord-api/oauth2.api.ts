import { Injectable } from '@nestjs/common';
import { PermissionFlagsBits } from 'discord.js';
import type { Configuration } from 'openid-client';
import { z } from 'zod';
import { DiscordFailure } from '../common/discord-failure.js';
import { lazily } from '../common/lazily.js';
import { DomainError, forbidden, unavailable } from '../common/errors.js';
import { Config } from '../config/config.js';

const oauth = lazily(() => import('openid-client'));

/** What we ask people for. */
const SCOPE = 'identify email guilds guilds.members.read';

/** Two calls have to fit into one request's time. */
const TIMEOUT_SECONDS = 4;

/** What one sign-in has to itself. */
export interface SignInProof {
  readonly state: string;
  /** PKCE's. */
  readonly verifier: string;
}

/** Who somebody is, as Discord says. */
export interface DiscordProfile {
  readonly discord_id: string;
  /** The name that Discord shows. */
  readonly handle: string;
  readonly discord_locale: string | null;
  readonly email: { readonly address: string; readonly verified: boolean } | null;
  /** The servers where they have Manage Server; `null` when Discord did not say. */
  readonly manages: readonly { readonly guild_id: string; readonly name: string }[] | null;
}

const profileShape = z.object({
  id: z.string(),
  username: z.string(),
  global_name: z.string().nullish(),
  locale: z.string().nullish(),
  email: z.string().nullish(),
  verified: z.boolean().nullish(),
});

const serversShape = z.array(
  z.object({ id: z.string(), name: z.string(), owner: z.boolean(), permissions: z.string() }),
);

/** Discord's OAuth2: who a browser belongs to. Its tokens live for one call. */
@Injectable()
export class OAuth2Api {
  private readonly client: (() => Promise<Configuration>) | null;
  private readonly profileUrl: URL;
  private readonly serversUrl: URL;

  constructor({ discordApiUrl, discordClientId, discordClientSecret }: Config) {
    this.profileUrl = new URL(`${discordApiUrl}/v10/users/@me`);
    this.serversUrl = new URL(`${discordApiUrl}/v10/users/@me/guilds`);
    this.client =
      discordClientId === null || discordClientSecret === null
        ? null
        : lazily(() => configure(discordApiUrl, discordClientId, discordClientSecret));
  }

  /**
   * The page on which Discord asks a person whether they agree.
   * @throws unavailable where no Discord application is configured
   */
  async authorizationUrl({
    state,
    verifier,
    redirectUri,
  }: SignInProof & { readonly redirectUri: string }): Promise<string> {
    const client = await this.required();
    const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await oauth();
    const url = buildAuthorizationUrl(client, {
      redirect_uri: redirectUri,
      scope: SCOPE,
      state,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return url.href;
  }

  /**
   * Who comes back from that page.
   * @param address the redirect address with what Discord added
   * @throws forbidden `sign_in_refused` when the code is not good; DiscordFailure when Discord does not answer as it should
   */
  async profileOf(address: URL, { state, verifier }: SignInProof): Promise<DiscordProfile> {
    const client = await this.required();
    const { authorizationCodeGrant, fetchProtectedResource } = await oauth();
    try {
      const checks = { expectedState: state, pkceCodeVerifier: verifier };
      const { access_token } = await authorizationCodeGrant(client, address, checks);
      const [response, servers] = await Promise.all([
        fetchProtectedResource(client, access_token, this.profileUrl, 'GET'),
        // Without it somebody is signed in all the same.
        fetchProtectedResource(client, access_token, this.serversUrl, 'GET').catch(() => null),
      ]);
      if (!response.ok) throw new DiscordFailure('wait', 'Discord did not name the person.', response.status);
      const profile = toProfile(profileShape.parse(await response.json()));
      return { ...profile, manages: servers?.ok ? managedAmong(await servers.json()) : null };
    } catch (error) {
      throw await sorted(error);
    }
  }

  private required(): Promise<Configuration> {
    if (this.client === null) {
      throw unavailable(
        'Sign-in needs a Discord application: set DISCORD_CLIENT_ID and DISCORD_CLIENT_SECRET.',
      );
    }
    return this.client();
  }
}

async function configure(apiUrl: string, clientId: string, secret: string): Promise<Configuration> {
  const { allowInsecureRequests, ClientSecretPost, Configuration } = await oauth();
  const { origin, protocol } = new URL(apiUrl);
  const client = new Configuration(
    {
      issuer: origin,
      authorization_endpoint: `${apiUrl}/oauth2/authorize`,
      token_endpoint: `${apiUrl}/oauth2/token`,
    },
    clientId,
    {},
    ClientSecretPost(secret),
  );
  client.timeout = TIMEOUT_SECONDS;
  // The sandbox, on this machine.
  if (protocol === 'http:') allowInsecureRequests(client);
  return client;
}

function toProfile({
  id,
  username,
  global_name,
  locale,
  email,
  verified,
}: z.infer<typeof profileShape>): Omit<DiscordProfile, 'manages'> {
  return {
    discord_id: id,
    handle: global_name ?? username,
    discord_locale: locale ?? null,
    email: email ? { address: email, verified: verified === true } : null,
  };
}

/** Those of somebody's servers where they have Manage Server. */
function managedAmong(servers: unknown): DiscordProfile['manages'] {
  const { Administrator, ManageGuild } = PermissionFlagsBits;
  return serversShape
    .parse(servers)
    .filter(({ owner, permissions }) => owner || (BigInt(permissions) & (Administrator | ManageGuild)) !== 0n)
    .map(({ id, name }) => ({ guild_id: id, name }));
}

/** What the browser brought is refused; whatever else goes wrong is between Discord and us. */
async function sorted(error: unknown): Promise<DomainError | DiscordFailure> {
  const { ClientError, ResponseBodyError } = await oauth();
  if (error instanceof DiscordFailure) return error;
  const isRefused =
    (error instanceof ResponseBodyError && error.error === 'invalid_grant') ||
    (error instanceof ClientError && error.code === 'OAUTH_INVALID_RESPONSE');
  if (isRefused) return forbidden('Discord did not confirm this sign-in. Begin again.', 'sign_in_refused');
  // Without the request, which holds our secret.
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new DiscordFailure('wait', `Sign-in with Discord failed (${reason}).`, 0);
}
