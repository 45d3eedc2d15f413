import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import type { FailedRole } from '../features/role-mappings/rules/role-change.js';
import { MemberRolesService } from '../features/role-mappings/member-roles.service.js';
import { PrivateApi, FailsWith } from './internal-api.decorator.js';
import { ArrayMaxSize, IsArray, IsString, Matches, MaxLength } from 'class-validator';
import { SNOWFLAKE } from '../common/snowflake.js';
import { Nullable, Snowflake } from './validation.js';

/** A Discord server has at most this many roles. */
const MAX_ROLES = 250;

const eachSnowflake = { each: true, message: 'each role must be a Discord id (17 to 20 digits)' };

/** Body of `POST /internal/roles/update`. */
class UpdateRolesDto {
  @Snowflake()
  readonly discord_id: string;

  @Nullable()
  @IsString()
  @MaxLength(100)
  readonly plan?: string | null;

  @Nullable()
  @IsArray()
  @ArrayMaxSize(MAX_ROLES)
  @IsString({ each: true })
  @Matches(SNOWFLAKE, eachSnowflake)
  readonly add_roles?: readonly string[] | null;

  @Nullable()
  @IsArray()
  @ArrayMaxSize(MAX_ROLES)
  @IsString({ each: true })
  @Matches(SNOWFLAKE, eachSnowflake)
  readonly remove_roles?: readonly string[] | null;
}

/** Answer of `POST /internal/roles/update`. */
interface RolesAnswer {
  readonly success: boolean;
  readonly message: string;
  readonly roles_updated: boolean;
  readonly guild_id: string;
  /** Only when there are any. */
  readonly failed_roles?: readonly FailedRole[];
}

@Controller('internal/roles')
@PrivateApi()
export class RolesController {
  constructor(private readonly memberRoles: MemberRolesService) {}

  @Post('update')
  @HttpCode(HttpStatus.OK)
  @FailsWith('Failed to update roles')
  async update(@Body() body: UpdateRolesDto): Promise<RolesAnswer> {
    const change = { add: body.add_roles ?? [], remove: body.remove_roles ?? [] };
    const update = await this.memberRoles.update(body.discord_id, body.plan ?? null, change);
    const { guild_id, is_member, failed_roles } = update;
    if (!is_member) {
      return {
        success: false,
        message: 'User is not a member of the server',
        roles_updated: false,
        guild_id,
      };
    }
    if (failed_roles.length === 0) {
      return { success: true, message: 'Roles updated successfully', roles_updated: true, guild_id };
    }
    return {
      success: true,
      message: 'Some roles could not be updated',
      roles_updated: false,
      guild_id,
      failed_roles,
    };
  }
}
