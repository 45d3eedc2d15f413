import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import type { FailedRole } from '../features/role-mappings/rules/role-change.js';
import { MemberRolesService } from '../features/role-mappings/member-roles.service.js';
import { BotInternalApi, FailsWith } from './internal-api.decorator.js';
import { UpdateRolesDto } from './update-roles.dto.js';

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
@BotInternalApi()
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
