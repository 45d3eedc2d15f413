import { ApiProperty } from '@nestjs/swagger';
import type { Organization, Visibility } from '../../features/organizations/rules/organization.js';
import { Uuid } from '../openapi/formats.js';

/** An organization, as REST shows it. */
export class OrganizationView implements Organization {
  @Uuid() readonly id: string;
  readonly name: string;
  readonly tag: string;
  readonly description: string | null;
  @ApiProperty({ format: 'uri' }) readonly website_url: string | null;
  readonly visibility: Visibility;
  @Uuid() readonly owner_id: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}
