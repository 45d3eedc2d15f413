import { IsIn, IsString, Matches } from 'class-validator';
import { VISIBILITIES, type Visibility } from '../../features/organizations/rules/organization.js';
import { Name, Nullable, Optional, Text, WebUrl } from '../validation/decorators.js';

/** Body of `PATCH /organizations/{id}`: what is left out stays as it is. */
export class UpdateOrganizationDto {
  @Optional()
  @Name(3, 100)
  readonly name?: string;

  @Optional()
  @IsString()
  @Matches(/^[A-Za-z0-9]{2,10}$/, { message: 'tag must have 2 to 10 letters and digits' })
  readonly tag?: string;

  /** @example "Cargo first, then more cargo." */
  @Nullable()
  @Text(0, 1000)
  readonly description?: string | null;

  @Nullable()
  @WebUrl()
  readonly website_url?: string | null;

  @Optional()
  @IsIn(VISIBILITIES)
  readonly visibility?: Visibility;
}
