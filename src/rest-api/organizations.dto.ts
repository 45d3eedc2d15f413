import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { NamedRole } from '../features/guilds/guild-roles.service.js';
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
import { PERMISSIONS, type Permission, type Rank, RANKS } from '../features/access/rules/permissions.js';
import type { OwnStanding } from '../features/organizations/organizations.service.js';
import {
  type LimitOfOrganizations,
  LIMITS_OF_ORGANIZATIONS,
} from '../features/organizations/rules/limits.js';
import type { Ship } from '../features/organizations/rules/known-ships.js';
import { OWN_SHIPS } from '../features/organizations/rules/ships.js';
import { DiscordId, Integer, Uuid } from './openapi/formats.js';
import { PageQuery } from './paging/page.dto.js';
import { Flag, Name, Nullable, Optional, Text, WebUrl, Whole } from './validation/decorators.js';

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

/** A ship that an organization adds to those that are known. */
class OwnShipDto {
  /** @example "Rocinante" */
  @Name(OWN_SHIPS.name.min, OWN_SHIPS.name.max)
  readonly name: string;

  /** @example "Tachi" */
  @Nullable()
  @Name(OWN_SHIPS.name.min, OWN_SHIPS.name.max)
  readonly maker?: string | null;

  /** How many it takes, with the captain. */
  @Whole(OWN_SHIPS.crew)
  readonly crew: number;
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

  /** All the ships of your own: they are offered where somebody types a ship's name. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(OWN_SHIPS.max)
  @ValidateNested({ each: true })
  @Type(() => OwnShipDto)
  @ApiProperty({ type: [OwnShipDto], maxItems: OWN_SHIPS.max, example: [{ name: 'Rocinante', crew: 4 }] })
  readonly ships?: readonly OwnShipDto[];
}

/** Query of `GET /organizations`. */
export class OrganizationsQuery extends PageQuery {
  /**
   * A part of the name or the tag, or an id.
   * @example "haul"
   */
  @Optional()
  @IsString()
  @MaxLength(100)
  readonly q?: string;

  /** Only one's own, unlisted ones included. */
  @Optional()
  @Flag()
  readonly mine?: boolean;
}

/** Query of `GET /organizations/{id}/ships`. */
export class ShipsQuery {
  /**
   * A part of the name or the maker.
   * @example "cutlass"
   */
  @Optional()
  @IsString()
  @MaxLength(100)
  readonly q?: string;
}

/** A ship, as REST shows it. */
class ShipView implements Ship {
  readonly maker: string | null;
  readonly name: string;
  /** How many it takes, with the captain. */
  @Integer() readonly crew: number;
}

/** The ships that were found. */
export class ShipsView {
  @ApiProperty({ type: [ShipView] }) readonly items: readonly ShipView[];
}

/** A Discord role of one of the organization's servers. */
class ServerRoleView implements NamedRole {
  @DiscordId() readonly id: string;
  readonly name: string;
  @DiscordId() readonly guild_id: string;
  readonly guild_name: string;
}

/** The Discord roles that an organization's events can name. */
export class ServerRolesView {
  @ApiProperty({ type: [ServerRoleView] }) readonly items: readonly ServerRoleView[];
}

/** An organization, as REST shows it. */
export class OrganizationView implements Organization, OwnStanding {
  @Uuid() readonly id: string;
  readonly name: string;
  readonly tag: string;
  readonly description: string | null;
  @ApiProperty({ format: 'uri' }) readonly website_url: string | null;
  readonly visibility: Visibility;
  readonly free_seats_of_leavers: boolean;
  @Uuid() readonly owner_id: string;
  /** Ships that it has added to those that are known. */
  @ApiProperty({ type: [ShipView] }) readonly ships: readonly ShipView[];
  readonly created_at: Date;
  readonly updated_at: Date;
  /** What you are there; `user` when you are no member. */
  @ApiProperty({ enum: RANKS }) readonly my_rank: Rank;
  /** What you may do there, by the names in docs/permissions.md. */
  @ApiProperty({ enum: Object.keys(PERMISSIONS), isArray: true })
  readonly my_permissions: readonly Permission[];
}

/** How much there is of something, and how much there may be. */
class UsedLimitView {
  /** @example "members" */
  @ApiProperty({ enum: LIMITS_OF_ORGANIZATIONS }) readonly name: LimitOfOrganizations;
  @Integer() readonly used: number;
  @Integer() readonly max: number;
}

/** The limits of an organization. */
export class UsedLimitsView {
  @ApiProperty({ type: [UsedLimitView] }) readonly items: readonly UsedLimitView[];
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
