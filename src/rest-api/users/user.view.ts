import { ApiProperty } from '@nestjs/swagger';
import type { Locale, User } from '../../features/users/rules/user.js';
import { DiscordId, Uuid } from '../openapi/formats.js';

/** A user's own profile, as REST shows it to them. */
export class UserView implements Omit<User, 'handle_chosen'> {
  @Uuid() readonly id: string;
  @DiscordId() readonly discord_id: string;
  readonly handle: string;
  @ApiProperty({ format: 'email' }) readonly email: string | null;
  readonly email_verified: boolean;
  readonly locale: Locale;
  readonly timezone: string;
  readonly dm_opt_in: boolean;
  readonly site_admin: boolean;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** A profile, without what VerseLink keeps for itself. */
export function toUserView({ handle_chosen: _chosen, ...profile }: User): UserView {
  return profile;
}
