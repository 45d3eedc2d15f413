import { Transform } from 'class-transformer';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsBoolean, IsEmail, IsIn, IsTimeZone, MaxLength } from 'class-validator';
import { DM_KINDS, type DmKind, HANDLE_MAX, type User } from '../features/users/rules/user.js';
import { type Locale, LOCALES } from '../languages/languages.js';
import { DiscordId, Uuid } from './openapi/formats.js';
import { Name, Nullable, Optional } from './validation/decorators.js';

/** Body of `PATCH /users/me`. */
export class UpdateUserDto {
  /** @example "Ada" */
  @Optional()
  @Name(1, HANDLE_MAX)
  readonly handle?: string;

  /** `null` takes the address away. */
  @Nullable()
  @Transform(({ value }: { value: unknown }) => withoutHalves(value))
  @IsEmail()
  @MaxLength(254)
  readonly email?: string | null;

  /** @example "fr" */
  @Optional()
  @IsIn(LOCALES)
  readonly locale?: Locale;

  /**
   * IANA name, for example `Europe/Paris`.
   * @example "Europe/Paris"
   */
  @Optional()
  @IsTimeZone()
  readonly timezone?: string;

  /**
   * Whether you want direct messages about your events.
   * @example true
   */
  @Optional()
  @IsBoolean()
  readonly dm_opt_in?: boolean;

  /** Which of them you want: those that are left out are not sent. */
  @Optional()
  @IsArray()
  @ArrayUnique()
  @IsIn(DM_KINDS, { each: true })
  @ApiProperty({ enum: DM_KINDS, isArray: true })
  readonly dm_kinds?: readonly DmKind[];
}

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
  @ApiProperty({ enum: DM_KINDS, isArray: true }) readonly dm_kinds: readonly DmKind[];
  readonly site_admin: boolean;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** A profile, without what VerseLink keeps for itself. */
export function toUserView({ handle_chosen: _chosen, ...profile }: User): UserView {
  return profile;
}

/** Half a surrogate pair makes the validator of addresses throw instead of refuse. */
function withoutHalves(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : value;
}
