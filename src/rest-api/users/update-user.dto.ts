import { IsBoolean, IsEmail, IsIn, IsTimeZone, MaxLength } from 'class-validator';
import { HANDLE_MAX } from '../../features/users/rules/handle.js';
import { LOCALES, type Locale } from '../../features/users/rules/user.js';
import { Name, Nullable, Optional } from '../validation/decorators.js';

/** Body of `PATCH /users/me`. */
export class UpdateUserDto {
  /** @example "Ada" */
  @Optional()
  @Name(1, HANDLE_MAX)
  readonly handle?: string;

  /** `null` takes the address away. */
  @Nullable()
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

  /** @example true */
  @Optional()
  @IsBoolean()
  readonly dm_opt_in?: boolean;
}
