import { Schema } from 'mongoose';
import type { Session } from './rules/session.js';

/** A session as MongoDB keeps it. */
export interface SessionDocument extends Omit<Session, 'id'> {
  readonly _id: string;
  /** Digest of what the cookie holds. */
  readonly secret_digest: string;
}

/** A sign-in that was begun: somebody is on Discord's page. */
export interface SignInDocument {
  /** Digest of the `state` that the browser brings back. */
  readonly _id: string;
  /** PKCE: shows Discord that who redeems the code is who asked for it. */
  readonly verifier: string;
  readonly return_path: string;
  readonly expires_at: Date;
}

export const SESSION_MODEL = 'Session';
export const SIGN_IN_MODEL = 'SignIn';

export const sessionSchema = new Schema<SessionDocument>(
  {
    _id: { type: String, required: true },
    user_id: { type: String, required: true },
    secret_digest: { type: String, required: true },
    user_agent: { type: String, default: null },
    created_at: { type: Date, required: true },
    last_used_at: { type: Date, required: true },
    expires_at: { type: Date, required: true },
  },
  { collection: 'sessions', versionKey: false },
);

// findBySecret(): every request with a cookie.
sessionSchema.index({ secret_digest: 1 }, { unique: true });
// list(), removeAll().
sessionSchema.index({ user_id: 1, _id: -1 });
// Sessions that have not been used for long go by themselves.
sessionSchema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });

export const signInSchema = new Schema<SignInDocument>(
  {
    _id: { type: String, required: true },
    verifier: { type: String, required: true },
    return_path: { type: String, required: true },
    expires_at: { type: Date, required: true },
  },
  { collection: 'sign_ins', versionKey: false },
);

// Sign-ins that were not finished go by themselves.
signInSchema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });
