import { IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import {
  MAPPED_ROLE_TYPES,
  type MappedRoleType,
  type RoleMapping,
} from '../features/role-mappings/rules/role-mapping.js';
import { DiscordId, Uuid } from './openapi/formats.js';
import { PageQuery } from './paging/page.dto.js';
import { Nullable, Optional, Snowflake, Whole } from './validation/decorators.js';

/** Body of `POST /discord/role-mappings`. */
export class CreateRoleMappingDto {
  /** @example "100000000000000001" */
  @Snowflake()
  readonly guild_id: string;

  /** @example "100000000000000003" */
  @Snowflake()
  readonly discord_role_id: string;

  /** @example "plan" */
  @IsIn(MAPPED_ROLE_TYPES)
  readonly verselink_role_type: MappedRoleType;

  /**
   * An organization's, event's or role's id, or a plan's name.
   * @example "pro"
   */
  @Nullable()
  @IsString()
  @MaxLength(100)
  readonly verselink_entity_id?: string | null;

  /** Of a plan: the higher the better, for members with several; else the younger mapping is the better plan. */
  @Nullable()
  @Whole({ min: 0, max: 1000 })
  readonly rank?: number | null;

  @Optional()
  @IsBoolean()
  readonly auto_assign: boolean = true;

  @Optional()
  @IsBoolean()
  readonly auto_remove: boolean = true;
}

/** Body of `PATCH /discord/role-mappings/{id}`. */
export class UpdateRoleMappingDto {
  /** Of a plan: the higher the better. */
  @Nullable()
  @Whole({ min: 0, max: 1000 })
  readonly rank?: number | null;

  @Optional()
  @IsBoolean()
  readonly auto_assign?: boolean;

  /** @example false */
  @Optional()
  @IsBoolean()
  readonly auto_remove?: boolean;
}

/** Query of `GET /discord/role-mappings`. */
export class ListRoleMappingsQuery extends PageQuery {
  @Optional()
  @Snowflake()
  readonly guild_id?: string;
}

/** A role mapping, as REST shows it. */
export class RoleMappingView {
  @Uuid() readonly id: string;
  @DiscordId() readonly guild_id: string;
  @DiscordId() readonly discord_role_id: string;
  readonly verselink_role_type: MappedRoleType;
  readonly verselink_entity_id: string | null;
  readonly rank: number | null;
  readonly auto_assign: boolean;
  readonly auto_remove: boolean;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export function toRoleMappingView({ registered_at: _registered, ...mapping }: RoleMapping): RoleMappingView {
  return mapping;
}
