import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { defined } from '../common/defined.js';
import type { Page } from '../common/page.js';
import { ChangeRoleMapping } from '../features/role-mappings/change-role-mapping.js';
import { CreateRoleMapping } from '../features/role-mappings/create-role-mapping.js';
import { ListRoleMappings } from '../features/role-mappings/list-role-mappings.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { AnswersPage } from './openapi/answers.js';
import {
  CreateRoleMappingDto,
  ListRoleMappingsQuery,
  RoleMappingView,
  UpdateRoleMappingDto,
} from './role-mappings.dto.js';
import { uuidOf } from './validation/path-id.js';

const MappingId = (): ParameterDecorator => Param('id', uuidOf('role_mapping'));

@ApiTags('role mappings')
@SignedIn()
@Controller('api/v1/discord/role-mappings')
export class RoleMappingsController {
  constructor(
    private readonly createMapping: CreateRoleMapping,
    private readonly listMappings: ListRoleMappings,
    private readonly mappings: ChangeRoleMapping,
  ) {}

  /** Maps a Discord role to a membership, a participation or a plan. */
  @Post()
  create(@CurrentActor() actor: Actor, @Body() body: CreateRoleMappingDto): Promise<RoleMappingView> {
    const { guild_id, discord_role_id, verselink_role_type, auto_assign, auto_remove } = body;
    const verselink_entity_id = body.verselink_entity_id ?? null;
    const role = { guild_id, discord_role_id, verselink_role_type, verselink_entity_id };
    return this.createMapping.execute(actor, { ...role, auto_assign, auto_remove });
  }

  /** Lists role mappings. */
  @Get()
  @AnswersPage(RoleMappingView)
  list(@CurrentActor() actor: Actor, @Query() query: ListRoleMappingsQuery): Promise<Page<RoleMappingView>> {
    return this.listMappings.execute(actor, query);
  }

  /** Shows a role mapping. */
  @Get(':id')
  get(@CurrentActor() actor: Actor, @MappingId() id: string): Promise<RoleMappingView> {
    return this.mappings.get(actor, id);
  }

  /** Changes when a mapped role is given and taken. */
  @Patch(':id')
  update(
    @CurrentActor() actor: Actor,
    @MappingId() id: string,
    @Body() { auto_assign, auto_remove }: UpdateRoleMappingDto,
  ): Promise<RoleMappingView> {
    return this.mappings.update(actor, id, defined({ auto_assign, auto_remove }));
  }

  /** Removes a role mapping. */
  @Delete(':id')
  @HttpCode(204)
  delete(@CurrentActor() actor: Actor, @MappingId() id: string): Promise<void> {
    return this.mappings.delete(actor, id);
  }
}
