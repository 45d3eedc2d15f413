import { SignJWT } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import { JWT_SECRET, type TestApp, type TestUser } from './app.js';
import { Client } from './client.js';

// How a described operation is called: where, with what body, and by whom that is not who they say.

/** The id of no thing. */
export const NOTHING = '01980000-0000-7000-8000-000000000000';

/** The address of an operation, with ids of things by the noun before them or by their name. */
export function addressOf(path: string, ids: Readonly<Record<string, string>>): string {
  return path.replaceAll(/([\w-]+)\/\{(\w+)\}/g, (_all, noun: string, name: string) => {
    return `${noun}/${ids[name] ?? ids[noun] ?? NOTHING}`;
  });
}

/** What an operation cannot do without. */
export function queryOf(path: string, ids: Readonly<Record<string, string>>): string {
  if (path.includes('/auto-manage/')) return '?action=updated';
  if (path.endsWith('/live')) return '?topics=events';
  return path.endsWith('/events/import') || path.endsWith('/series')
    ? `?org_id=${ids['organizations'] ?? ''}`
    : '';
}

/** A valid body that names the organization and its server where it has to. */
export function bodyOf(example: unknown, ids: Readonly<Record<string, string>>): string | null {
  if (typeof example === 'string') return example;
  if (typeof example !== 'object' || example === null) return null;
  const named = { org_id: ids['organizations'], guild_id: ids['guild_id'], user_id: ids['user_id'] };
  const body = Object.entries(example).map(([field, value]) => [
    field,
    field in named && typeof value === 'string' ? named[field as keyof typeof named] : (value as unknown),
  ]);
  return JSON.stringify(Object.fromEntries(body));
}

/** Tokens that claim to be the owner's and are not good. */
export async function impostorsOf(app: TestApp, { id }: TestUser): Promise<(readonly [string, Client])[]> {
  const key = new TextEncoder().encode(JWT_SECRET);
  const claims = () => new SignJWT().setSubject(id).setIssuer('verselink').setJti(uuidv7()).setIssuedAt();
  const header = { alg: 'HS256', typ: 'at+jwt' };
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const soon = Math.floor(Date.now() / 1_000) + 600;
  const payload = { sub: id, iss: 'verselink', aud: 'verselink-api', jti: uuidv7(), exp: soon };
  const tokens = {
    garbage: 'garbage',
    'alg none': `${encode({ alg: 'none', typ: 'at+jwt' })}.${encode(payload)}.`,
    expired: await claims()
      .setProtectedHeader(header)
      .setAudience('verselink-api')
      .setExpirationTime('-1 minute')
      .sign(key),
    'for another audience': await claims()
      .setProtectedHeader(header)
      .setAudience('somebody-else')
      .setExpirationTime('10 minutes')
      .sign(key),
  };
  return Object.entries(tokens).map(([name, token]) => [name, new Client(app.url, token)]);
}
