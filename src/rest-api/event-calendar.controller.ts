import { Controller, Delete, Get, HttpCode, HttpStatus, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../common/actor.js';
import { type CalendarKey, EventCalendar } from '../features/events/event-calendar.js';
import { EventsService } from '../features/events/events.service.js';
import { Anyone, CurrentActor, CurrentActorOrNull, SignedIn } from './auth/access.decorators.js';
import { uuidOf } from './validation/path-id.js';
import { Optional } from './validation/decorators.js';

const EventId = (): ParameterDecorator => Param('id', uuidOf('event'));

/** Query of `GET /events/{id}/ics`. */
class CalendarFileQuery {
  /** What `GET /events/{id}/ics-key` gave. */
  @Optional()
  @IsString()
  @MaxLength(100)
  readonly key?: string;
}

/** A link that opens an event's calendar file. */
class CalendarKeyView implements CalendarKey {
  readonly key: string;
  /** For any calendar program: it needs no token. */
  readonly url: string;
}

@ApiTags('events')
@SignedIn('events')
@Controller('api/v1/events/:id')
export class EventCalendarController {
  constructor(
    private readonly calendar: EventCalendar,
    private readonly events: EventsService,
  ) {}

  /**
   * Gives an event as a calendar file.
   * @remarks Public and unlisted events need no token; private ones need their key, or a member's token; drafts the staff's.
   */
  @Get('ics')
  @Anyone('events')
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  async ics(
    @CurrentActorOrNull() actor: Actor | null,
    @EventId() id: string,
    @Query() { key }: CalendarFileQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { file_name, content } = await this.calendar.export(actor, id, key ?? null);
    void reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="${file_name}"`);
    return content;
  }

  /**
   * Gives the link by which anybody's calendar program opens the event's file.
   * @remarks Only private events need it. It is the same until the keys are revoked, and opens nothing of a draft.
   */
  @Get('ics-key')
  key(@CurrentActor() actor: Actor, @EventId() id: string): Promise<CalendarKeyView> {
    return this.calendar.keyFor(actor, id);
  }

  /** Revokes the keys given out so far; messages on Discord show the next one. */
  @Delete('ics-key')
  @HttpCode(HttpStatus.NO_CONTENT)
  revokeKeys(@CurrentActor() actor: Actor, @EventId() id: string): Promise<void> {
    return this.events.revokeCalendarKeys(actor, id);
  }
}
