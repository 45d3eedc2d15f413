import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { defined } from '../common/defined.js';
import type { Page } from '../common/page.js';
import { RoleMappingsService } from '../features/role-mappings/role-mappings.service.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { AnswersPage } from './openapi/answers.js';
import {
  CreateRoleMappingDto,
  ListRoleMappingsQuery,
  RoleMappingView,
  toRoleMappingView,
  UpdateRoleMappingDto,
} from './role-mappings.dto.js';
import { uuidOf } from './validation/path-id.js';

const MappingId = (): ParameterDecorator => Param('id', uuidOf('role_mapping'));

@ApiTags('role mappings')
@SignedIn('discord')
@Controller('api/v1/discord/role-mappings')
export class RoleMappingsController {
  constructor(private readonly mappings: RoleMappingsService) {}

  /** Maps a Discord role to a membership, a participation or a plan. */
  @Post()
  async create(@CurrentActor() actor: Actor, @Body() body: CreateRoleMappingDto): Promise<RoleMappingView> {
    const { guild_id, discord_role_id, verselink_role_type, auto_assign, auto_remove } = body;
    const named = { verselink_entity_id: body.verselink_entity_id ?? null, rank: body.rank ?? null };
    const role = { guild_id, discord_role_id, verselink_role_type, ...named };
    return toRoleMappingView(await this.mappings.create(actor, { ...role, auto_assign, auto_remove }));
  }

  /** Lists role mappings. */
  @Get()
  @AnswersPage(RoleMappingView)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ListRoleMappingsQuery,
  ): Promise<Page<RoleMappingView>> {
    const { items, next_cursor } = await this.mappings.list(actor, query);
    return { items: items.map(toRoleMappingView), next_cursor };
  }

  /** Shows a role mapping. */
  @Get(':id')
  async get(@CurrentActor() actor: Actor, @MappingId() id: string): Promise<RoleMappingView> {
    return toRoleMappingView(await this.mappings.get(actor, id));
  }

  /** Changes when a mapped role is given and taken. */
  @Patch(':id')
  async update(
    @CurrentActor() actor: Actor,
    @MappingId() id: string,
    @Body() { rank, auto_assign, auto_remove }: UpdateRoleMappingDto,
  ): Promise<RoleMappingView> {
    const changes = defined({ rank, auto_assign, auto_remove });
    return toRoleMappingView(await this.mappings.update(actor, id, changes));
  }

  /** Removes a role mapping. */
  @Delete(':id')
  @HttpCode(204)
  delete(@CurrentActor() actor: Actor, @MappingId() id: string): Promise<void> {
    return this.mappings.delete(actor, id);
  }
}
