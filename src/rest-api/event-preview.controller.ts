import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { PreviewsService } from '../features/scheduled-events/previews.service.js';
import { TemplatesService } from '../features/templates/templates.service.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { toEventInput } from './event-mapping.js';
import { PreviewEventDto, PreviewsView } from './event-preview.dto.js';

@ApiTags('events')
@SignedIn('events')
@Controller('api/v1/events/preview')
export class EventPreviewController {
  constructor(
    private readonly previews: PreviewsService,
    private readonly templates: TemplatesService,
  ) {}

  /**
   * Shows what servers would show of an event, and saves nothing.
   * @remarks The message and the scheduled event are made by the code that posts them, in Discord's own form.
   */
  @Post()
  @HttpCode(HttpStatus.OK)
  async preview(@CurrentActor() actor: Actor, @Body() body: PreviewEventDto): Promise<PreviewsView> {
    const { template_id = null, guild_ids, locale, ...given } = body;
    const event = await this.templates.complete(actor, template_id, toEventInput(given));
    return { items: await this.previews.of(actor, event, { guildIds: guild_ids, locale }) };
  }
}
