import { Body, Controller, Headers, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { EventNoticesService } from '../features/event-notices/event-notices.service.js';
import { EventsService } from '../features/events/events.service.js';
import { PreviewsService } from '../features/scheduled-events/previews.service.js';
import { TemplatesService } from '../features/templates/templates.service.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { IfMatch, readIfMatch } from './if-match.js';
import { toEventInput, toEventView } from './event-mapping.js';
import { EditPreviewView, PreviewEditDto, PreviewEventDto, PreviewsView } from './event-preview.dto.js';
import { uuidOf } from './validation/path-id.js';

@ApiTags('events')
@SignedIn('events')
@Controller('api/v1/events')
export class EventPreviewController {
  constructor(
    private readonly previews: PreviewsService,
    private readonly templates: TemplatesService,
    private readonly events: EventsService,
    private readonly notices: EventNoticesService,
  ) {}

  /**
   * Shows what servers would show of an event, and saves nothing.
   * @remarks The message and the scheduled event are made by the code that posts them, in Discord's own form.
   */
  @Post('preview')
  @HttpCode(HttpStatus.OK)
  async preview(@CurrentActor() actor: Actor, @Body() body: PreviewEventDto): Promise<PreviewsView> {
    const { template_id = null, guild_ids, locale, ...given } = body;
    const event = await this.templates.complete(actor, template_id, toEventInput(given));
    return { items: await this.previews.of(actor, event, { guildIds: guild_ids, locale }) };
  }

  /**
   * Shows what an edit would change on each server, and who would be told; saves nothing.
   * @remarks The messages and the scheduled events are those after the edit.
   */
  @Post(':id/preview')
  @HttpCode(HttpStatus.OK)
  @IfMatch()
  async previewEdit(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('event')) id: string,
    @Body() body: PreviewEditDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<EditPreviewView> {
    const { guild_ids, locale, ...changes } = body;
    const planned = await this.events.plannedEdit(
      actor,
      id,
      toEventInput(changes),
      readIfMatch(ifMatch, 'event'),
    );
    const { before, after } = planned;
    const made = after.changes.find(({ rev }) => rev > before.revision);
    return {
      event: toEventView(after),
      fields: [...(made?.fields ?? [])],
      items: await this.previews.ofEdit(planned, { guildIds: guild_ids, locale }),
      notices: await this.notices.forecast(before, after),
    };
  }
}
