import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { AnnouncementsService } from '../features/event-notices/announcements.service.js';
import { AnnounceDto, AnnouncementView, toAnnouncementView } from './announcements.dto.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { uuidOf } from './validation/path-id.js';

@ApiTags('events')
@SignedIn('events')
@Controller('api/v1/events/:id/announcements')
export class AnnouncementsController {
  constructor(private readonly announcements: AnnouncementsService) {}

  /**
   * Writes to those who take part in an event.
   * @remarks Once in a channel of each server, with their mentions, and directly to those who want it; at most five times a day.
   */
  @Post()
  async announce(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('event')) id: string,
    @Body() { message, audience = 'all' }: AnnounceDto,
  ): Promise<AnnouncementView> {
    return toAnnouncementView(await this.announcements.announce(actor, id, { message, audience }));
  }
}
