import { IsBoolean, IsDate, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  MAPPED_ROLE_TYPES,
  type MappedRoleType,
  type RoleMapping,
} from '../../features/role-mappings/rules/role-mapping.js';
import { PageQuery } from '../paging/page.query.js';
import { Nullable, Optional, Snowflake } from '../validation/decorators.js';

/** Body of `POST /discord/role-mappings`. */
export class CreateRoleMappingDto {
  @Snowflake()
  readonly guild_id: string;

  @Snowflake()
  readonly discord_role_id: string;

  @IsIn(MAPPED_ROLE_TYPES)
  readonly verselink_role_type: MappedRoleType;

  /** An organization's, event's or role's id, or a plan's name. */
  @Nullable()
  @IsString()
  @MaxLength(100)
  readonly verselink_entity_id?: string | null;

  @Optional()
  @IsBoolean()
  readonly auto_assign: boolean = true;

  @Optional()
  @IsBoolean()
  readonly auto_remove: boolean = true;
}

/** Body of `PATCH /discord/role-mappings/{id}`. */
export class UpdateRoleMappingDto {
  @Optional()
  @IsBoolean()
  readonly auto_assign?: boolean;

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
export class RoleMappingView implements RoleMapping {
  @IsUUID() readonly id: string;
  @Snowflake() readonly guild_id: string;
  @Snowflake() readonly discord_role_id: string;
  @IsIn(MAPPED_ROLE_TYPES) readonly verselink_role_type: MappedRoleType;
  @Nullable() @IsString() readonly verselink_entity_id: string | null;
  @IsBoolean() readonly auto_assign: boolean;
  @IsBoolean() readonly auto_remove: boolean;
  @IsDate() readonly created_at: Date;
  @IsDate() readonly updated_at: Date;
}
