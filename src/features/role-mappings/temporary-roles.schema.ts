import { Schema } from 'mongoose';
import { CLAIMED, type Claimed } from '../../infra/claims.js';

/** A role that is made for one event on one server, and removed with it, as MongoDB keeps it (`discord_temporary_roles`). */
export interface TemporaryRoleDocument extends Claimed {
  readonly _id: string;
  readonly guild_id: string;
  readonly event_id: string;
  /** What staff chose for this event; `null` where the server's setting decides. */
  readonly wanted: boolean | null;
  /** The role on Discord; `null` before it is made. */
  readonly role_id: string | null;
  /** A create whose outcome is not known: what tells the role apart from those that people made. */
  readonly attempt: RoleAttempt | null;
  readonly created_at: Date;
}

/** A role that may have been made on Discord. */
interface RoleAttempt {
  readonly name: string;
  /** Drawn at random: people who make a role of the same name do not make it in the same colour. */
  readonly color: number;
  /** The roles that the server had before. */
  readonly known_ids: readonly string[];
}

export const TEMPORARY_ROLE_MODEL = 'DiscordTemporaryRole';

export const temporaryRoleSchema = new Schema<TemporaryRoleDocument>(
  {
    _id: { type: String, required: true },
    guild_id: { type: String, required: true },
    event_id: { type: String, required: true },
    wanted: { type: Boolean, default: null },
    role_id: { type: String, default: null },
    attempt: { type: Schema.Types.Mixed as never, default: null },
    ...CLAIMED,
    created_at: { type: Date, required: true },
  },
  { collection: 'discord_temporary_roles', versionKey: false },
);

// claim(), find(): the role of an event on a server. Also listOn().
temporaryRoleSchema.index({ guild_id: 1, event_id: 1 }, { unique: true });
