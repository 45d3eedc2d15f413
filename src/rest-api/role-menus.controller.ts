import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { defined } from '../common/defined.js';
import type { Page } from '../common/page.js';
import { RoleMenusService } from '../features/role-menus/role-menus.service.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { AnswersPage } from './openapi/answers.js';
import {
  CreateRoleMenuDto,
  ListRoleMenusQuery,
  RoleMenuView,
  toRoleMenuView,
  UpdateRoleMenuDto,
} from './role-menus.dto.js';
import { uuidOf } from './validation/path-id.js';

const MenuId = (): ParameterDecorator => Param('id', uuidOf('role_menu'));

@ApiTags('role mappings')
@SignedIn('discord')
@Controller('api/v1/discord/role-menus')
export class RoleMenusController {
  constructor(private readonly menus: RoleMenusService) {}

  /** Publishes a message with which members take and leave roles themselves. */
  @Post()
  async publish(@CurrentActor() actor: Actor, @Body() body: CreateRoleMenuDto): Promise<RoleMenuView> {
    const { guild_id, channel_id, title = null, description = null, max = null } = body;
    const { discord_role_ids = [], mapping_ids = [] } = body;
    const fields = { guild_id, channel_id, title, description, max };
    return toRoleMenuView(await this.menus.publish(actor, { ...fields, discord_role_ids, mapping_ids }));
  }

  /** Lists role menus. */
  @Get()
  @AnswersPage(RoleMenuView)
  async list(@CurrentActor() actor: Actor, @Query() query: ListRoleMenusQuery): Promise<Page<RoleMenuView>> {
    const { items, next_cursor } = await this.menus.list(actor, query);
    return { items: items.map(toRoleMenuView), next_cursor };
  }

  /** Shows a role menu. */
  @Get(':id')
  async get(@CurrentActor() actor: Actor, @MenuId() id: string): Promise<RoleMenuView> {
    return toRoleMenuView(await this.menus.get(actor, id));
  }

  /** Changes what a role menu says and offers, in its message, which is posted again if gone. */
  @Patch(':id')
  async update(
    @CurrentActor() actor: Actor,
    @MenuId() id: string,
    @Body() { title, description, max, discord_role_ids }: UpdateRoleMenuDto,
  ): Promise<RoleMenuView> {
    const changes = defined({ title, description, max, discord_role_ids });
    return toRoleMenuView(await this.menus.update(actor, id, changes));
  }

  /** Removes a role menu with its message; members keep the roles that they took. */
  @Delete(':id')
  @HttpCode(204)
  delete(@CurrentActor() actor: Actor, @MenuId() id: string): Promise<void> {
    return this.menus.delete(actor, id);
  }
}
