import { IsDate, IsIn, IsString, IsUUID, IsUrl } from 'class-validator';
import {
  type Organization,
  VISIBILITIES,
  type Visibility,
} from '../../features/organizations/rules/organization.js';
import { Nullable } from '../validation/decorators.js';

/** An organization, as REST shows it. */
export class OrganizationView implements Organization {
  @IsUUID() readonly id: string;
  @IsString() readonly name: string;
  @IsString() readonly tag: string;
  @Nullable() @IsString() readonly description: string | null;
  @Nullable() @IsUrl() readonly website_url: string | null;
  @IsIn(VISIBILITIES) readonly visibility: Visibility;
  @IsUUID() readonly owner_id: string;
  @IsDate() readonly created_at: Date;
  @IsDate() readonly updated_at: Date;
}
