/** What a user has let the application do (OAuth2); id is the access token. */
export interface GrantRecord {
  id: string;
  refresh_token: string;
  user_id: string;
  scopes: string[];
  /** Milliseconds since 1970. */
  expires_at: number;
}

/** An authorization code, to be exchanged once; id is the code. */
export interface CodeRecord {
  id: string;
  user_id: string;
  scopes: string[];
  redirect_uri: string;
  /** PKCE: what the verifier must match, and how; null without. */
  challenge: { value: string; method: 'S256' | 'plain' } | null;
  expires_at: number;
}
