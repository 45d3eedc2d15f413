import type { Context } from '../context.js';
import type { CodeRecord } from '../world/oauth2-records.js';

/** Scopes that the sandbox knows what to do with. */
const SCOPES = [
  'identify',
  'email',
  'guilds',
  'guilds.join',
  'guilds.members.read',
  'connections',
  'gdm.join',
  'openid',
  'role_connections.write',
  'applications.entitlements',
  'sdk.social_layer',
  'applications.commands.permissions.update',
];

/** What a page asks a user to let it do. */
export interface AuthorizationRequest {
  redirect_uri: string;
  scopes: string[];
  state: string | undefined;
  challenge: CodeRecord['challenge'];
}

/** A request that no user is asked about; the text is Discord's. */
export class BadAuthorization extends Error {}

/** Reads an authorization request; throws `BadAuthorization`: a wrong address must not be sent anything, not even an error. */
export function readAuthorization(
  { world }: Context,
  query: Readonly<Record<string, unknown>>,
): AuthorizationRequest {
  const { application_id, redirect_uris } = world.ownApplication;
  const text = (field: string): string | undefined => {
    const value = query[field];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  if (text('client_id') !== application_id) throw new BadAuthorization('Unknown Application');
  const redirectUri = text('redirect_uri') ?? redirect_uris[0];
  if (redirectUri === undefined || !isAllowed(redirectUri, redirect_uris))
    throw new BadAuthorization('Invalid OAuth2 redirect_uri');
  if (text('response_type') !== 'code') throw new BadAuthorization('Unsupported response_type: only code is');
  const scopes = (text('scope') ?? '').split(/[ +]+/).filter((scope) => scope !== '');
  const unknown = scopes.find((scope) => !SCOPES.includes(scope));
  if (scopes.length === 0) throw new BadAuthorization('Missing scope');
  if (unknown !== undefined) throw new BadAuthorization(`Invalid scope: ${unknown}`);
  const challenge = readChallenge(text('code_challenge'), text('code_challenge_method'));
  return { redirect_uri: redirectUri, scopes: [...new Set(scopes)], state: text('state'), challenge };
}

/** Registered addresses are compared letter by letter. An application with none may be sent anywhere: it is being developed. */
function isAllowed(uri: string, registered: readonly string[]): boolean {
  if (registered.length > 0) return registered.includes(uri);
  return URL.canParse(uri) && ['http:', 'https:'].includes(new URL(uri).protocol);
}

function readChallenge(value: string | undefined, method = 'plain'): CodeRecord['challenge'] {
  if (value === undefined) return null;
  if (method !== 'S256' && method !== 'plain') throw new BadAuthorization('Invalid code_challenge_method');
  // RFC 7636 §4.2: 43 to 128 characters of this set.
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(value)) throw new BadAuthorization('Invalid code_challenge');
  return { value, method };
}
