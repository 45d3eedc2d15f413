import type { SignupSource, SignupStatus } from '../../features/events/rules/roster.js';
import type { SignupRow } from '../../features/events/rules/signup-row.js';
import { DiscordId, Integer, Uuid } from '../openapi/formats.js';

/** A signup, as REST shows it. */
export class SignupView implements SignupRow {
  @Uuid() readonly id: string;
  @Uuid() readonly user_id: string;
  @DiscordId() readonly discord_id: string;
  readonly handle: string;
  @Uuid() readonly role_id: string | null;
  readonly role_name: string | null;
  readonly status: SignupStatus;
  /** 1 for the first of those waiting. */
  @Integer() readonly position_in_waitlist: number | null;
  readonly notes: string | null;
  readonly ship_model: string | null;
  readonly source: SignupSource;
  readonly created_at: Date;
  readonly checked_in_at: Date | null;
}
