import { IsBoolean, IsDate, IsEmail, IsIn, IsString, IsUUID } from 'class-validator';
import { LOCALES, type Locale, type User } from '../../features/users/rules/user.js';
import { Nullable, Snowflake } from '../validation/decorators.js';

/** A user's own profile, as REST shows it to them. */
export class UserView implements Omit<User, 'handle_chosen'> {
  @IsUUID() readonly id: string;
  @Snowflake() readonly discord_id: string;
  @IsString() readonly handle: string;
  @Nullable() @IsEmail() readonly email: string | null;
  @IsBoolean() readonly email_verified: boolean;
  @IsIn(LOCALES) readonly locale: Locale;
  @IsString() readonly timezone: string;
  @IsBoolean() readonly dm_opt_in: boolean;
  @IsBoolean() readonly site_admin: boolean;
  @IsDate() readonly created_at: Date;
  @IsDate() readonly updated_at: Date;
}

/** A profile, without what VerseLink keeps for itself. */
export function toUserView({ handle_chosen: _chosen, ...profile }: User): UserView {
  return profile;
}
