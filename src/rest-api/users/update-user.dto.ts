import { IsBoolean, IsEmail, IsIn, IsTimeZone, MaxLength } from 'class-validator';
import { LOCALES, type Locale } from '../../features/users/rules/user.js';
import { Nullable, Optional, Text } from '../validation/decorators.js';

/** Body of `PATCH /users/me`. */
export class UpdateUserDto {
  @Optional()
  @Text(1, 64)
  readonly handle?: string;

  /** `null` takes the address away. */
  @Nullable()
  @IsEmail()
  @MaxLength(254)
  readonly email?: string | null;

  @Optional()
  @IsIn(LOCALES)
  readonly locale?: Locale;

  /** IANA name, for example `Europe/Paris`. */
  @Optional()
  @IsTimeZone()
  readonly timezone?: string;

  @Optional()
  @IsBoolean()
  readonly dm_opt_in?: boolean;
}
