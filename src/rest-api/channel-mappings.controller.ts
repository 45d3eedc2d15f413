import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import type { Page } from '../common/page.js';
import { ChannelMappingsService } from '../features/channel-mappings/channel-mappings.service.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import {
  ChannelMappingView,
  ListChannelMappingsQuery,
  toChannelMappingView,
} from './channel-mappings.dto.js';
import { AnswersPage } from './openapi/answers.js';

@ApiTags('discord events')
@SignedIn('discord')
@Controller('api/v1/discord/channel-mappings')
export class ChannelMappingsController {
  constructor(private readonly mappings: ChannelMappingsService) {}

  /** Lists the channels that were made for events. */
  @Get()
  @AnswersPage(ChannelMappingView)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ListChannelMappingsQuery,
  ): Promise<Page<ChannelMappingView>> {
    const { items, next_cursor } = await this.mappings.list(actor, query);
    return { items: items.map(toChannelMappingView), next_cursor };
  }
}
