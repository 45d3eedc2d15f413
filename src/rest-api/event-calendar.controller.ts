import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../common/actor.js';
import { EventCalendar } from '../features/events/event-calendar.js';
import { Anyone, CurrentActorOrNull } from './auth/access.decorators.js';
import { uuidOf } from './validation/path-id.js';

@ApiTags('events')
@Anyone('events')
@Controller('api/v1/events/:id/ics')
export class EventCalendarController {
  constructor(private readonly calendar: EventCalendar) {}

  /**
   * Gives an event as a calendar file.
   * @remarks Public and unlisted events need no token; private ones need a member's, drafts the staff's.
   */
  @Get()
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  async ics(
    @CurrentActorOrNull() actor: Actor | null,
    @Param('id', uuidOf('event')) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { file_name, content } = await this.calendar.export(actor, id);
    void reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="${file_name}"`);
    return content;
  }
}
