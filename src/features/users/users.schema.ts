import { Schema } from 'mongoose';
import { ANY_TEXT } from '../../infra/partial-indexes.js';
import { LOCALES } from '../../languages/languages.js';
import { DM_KINDS, type DmKind, type ManagedServer, type User } from './rules/user.js';

/** A user as MongoDB keeps it. */
export interface UserDocument extends Omit<User, 'id' | 'email_verified' | 'handle_chosen' | 'dm_kinds'> {
  readonly _id: string;
  /** Missing in documents that are older than the field. */
  readonly email_verified?: boolean;
  /** As `email_verified`. */
  readonly handle_chosen?: boolean;
  /** What they do not want to be told in direct messages; missing where it is nothing. */
  readonly dm_kinds_off?: readonly DmKind[];
  /** What the handle looks like; missing where a process of an older version has written the handle. */
  readonly handle_skeleton?: string;
  /** Servers that they manage, as Discord said when they last signed in; read by itself alone. */
  readonly manages?: readonly ManagedServer[];
}

export const USER_MODEL = 'User';

/** Compares texts whatever their case. */
export const ANY_CASE = { locale: 'en', strength: 2 } as const;

export const userSchema = new Schema<UserDocument>(
  {
    _id: { type: String, required: true },
    discord_id: { type: String, required: true },
    handle: { type: String, required: true },
    handle_chosen: { type: Boolean, default: false },
    handle_skeleton: { type: String },
    email: { type: String, default: null },
    email_verified: { type: Boolean, default: false },
    locale: { type: String, enum: LOCALES, required: true },
    timezone: { type: String, required: true },
    dm_opt_in: { type: Boolean, required: true },
    dm_kinds_off: { type: [String], enum: DM_KINDS, default: undefined },
    seen_on: { type: [String], default: undefined },
    manages: {
      type: [new Schema({ guild_id: String, name: String }, { _id: false })],
      default: undefined,
      select: false,
    },
    site_admin: { type: Boolean, required: true },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
  },
  { collection: 'users', versionKey: false },
);

// findByDiscordId(), findOrCreateByDiscordId(): one account for a Discord account, also when two clicks race.
userSchema.index({ discord_id: 1 }, { unique: true });
// findOrCreateByDiscordId(), update(): no one passes for somebody else.
userSchema.index(
  { handle_skeleton: 1 },
  { unique: true, partialFilterExpression: { handle_skeleton: ANY_TEXT } },
);
// findByVerifiedEmail(): whose address it is.
userSchema.index(
  { email: 1 },
  { collation: ANY_CASE, partialFilterExpression: { email_verified: true, email: ANY_TEXT } },
);
