import { Schema } from 'mongoose';
import { type PersonalToken, type Scope, SCOPES } from './rules/personal-token.js';

/** A personal token as MongoDB keeps it. */
export interface PersonalTokenDocument extends Omit<PersonalToken, 'id' | 'scopes'> {
  readonly _id: string;
  readonly scopes: Scope[];
  /** Digest of the token itself, which is kept nowhere. */
  readonly secret_digest: string;
}

export const PERSONAL_TOKEN_MODEL = 'PersonalToken';

/** An expired token stays in its owner's list for a while, which says why a program stopped working. */
const SHOWN_AFTER_END_SECONDS = 30 * 86_400;

export const personalTokenSchema = new Schema<PersonalTokenDocument>(
  {
    _id: { type: String, required: true },
    user_id: { type: String, required: true },
    secret_digest: { type: String, required: true },
    name: { type: String, required: true },
    scopes: { type: [{ type: String, enum: SCOPES }], required: true },
    created_at: { type: Date, required: true },
    last_used_at: { type: Date, default: null },
    expires_at: { type: Date, default: null },
  },
  { collection: 'personal_tokens', versionKey: false },
);

// findBySecret(): every request with such a token.
personalTokenSchema.index({ secret_digest: 1 }, { unique: true });
// list(), count().
personalTokenSchema.index({ user_id: 1, _id: -1 });
personalTokenSchema.index({ expires_at: 1 }, { expireAfterSeconds: SHOWN_AFTER_END_SECONDS });
