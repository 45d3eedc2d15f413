import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsString, Matches } from 'class-validator';
import type { MemberRow } from '../features/organizations/org-members.service.js';
import {
  MEMBER_ROLES,
  type MemberRole,
  type Organization,
  ORGANIZATION_NAME,
  ORGANIZATION_TAG,
  VISIBILITIES,
  type Visibility,
} from '../features/organizations/rules/organization.js';
import { DiscordId, Uuid } from './openapi/formats.js';
import { PageQuery } from './paging/page.dto.js';
import { Name, Nullable, Optional, Text, WebUrl } from './validation/decorators.js';

/** Body of `POST /organizations`. */
export class CreateOrganizationDto {
  /** @example "Long Haul Traders" */
  @Name(ORGANIZATION_NAME.min, ORGANIZATION_NAME.max)
  readonly name: string;

  /** @example "HAUL" */
  @IsString()
  @Matches(ORGANIZATION_TAG, { message: 'tag must have 2 to 10 letters and digits' })
  readonly tag: string;

  /** @example "Cargo first." */
  @Nullable()
  @Text(0, 1000)
  readonly description?: string | null;

  /** @example "https://example.org" */
  @Nullable()
  @WebUrl()
  readonly website_url?: string | null;

  @Optional()
  @IsIn(VISIBILITIES)
  readonly visibility?: Visibility;
}

/** Body of `PATCH /organizations/{id}`: what is left out stays as it is. */
export class UpdateOrganizationDto {
  @Optional()
  @Name(ORGANIZATION_NAME.min, ORGANIZATION_NAME.max)
  readonly name?: string;

  @Optional()
  @IsString()
  @Matches(ORGANIZATION_TAG, { message: 'tag must have 2 to 10 letters and digits' })
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

  /**
   * Whether seats in events to come are freed, an hour later, of people who left all of the event's servers.
   * @example true
   */
  @Optional()
  @IsBoolean()
  readonly free_seats_of_leavers?: boolean;
}

/** Query of `GET /organizations`. */
export class OrganizationsQuery extends PageQuery {
  /** Only one's own, unlisted ones included. */
  @Optional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  readonly mine?: boolean;
}

/** An organization, as REST shows it. */
export class OrganizationView implements Organization {
  @Uuid() readonly id: string;
  readonly name: string;
  readonly tag: string;
  readonly description: string | null;
  @ApiProperty({ format: 'uri' }) readonly website_url: string | null;
  readonly visibility: Visibility;
  readonly free_seats_of_leavers: boolean;
  @Uuid() readonly owner_id: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** Body of `PUT /organizations/{id}/members/{user_id}`. */
export class PutMemberDto {
  /** @example "staff" */
  @IsIn(MEMBER_ROLES)
  readonly role: MemberRole;
}

/** A member of an organization, as REST shows them. */
export class MemberView implements MemberRow {
  @Uuid() readonly user_id: string;
  @DiscordId() readonly discord_id: string;
  readonly handle: string;
  readonly role: MemberRole;
  readonly joined_at: Date;
}
