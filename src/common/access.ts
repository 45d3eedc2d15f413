/**
 * Who may call an HTTP route. A route that says nothing needs a signed-in user.
 * `anyone`: with or without a token; a token that is not good is refused all the same.
 * `session`: a browser by its cookie alone, and no token.
 * `internal`: a holder of the internal secret.
 */
export type Access = 'public' | 'anyone' | 'user' | 'site_admin' | 'session' | 'internal';

/** Key of the metadata in which a route states its `Access`. */
export const ACCESS = 'verselink:access';

/** The token of an `Authorization` header; `null` when there is none, or of another scheme. */
export function bearerToken(header: string | undefined): string | null {
  return /^Bearer +([^\s]+) *$/i.exec(header ?? '')?.[1] ?? null;
}
