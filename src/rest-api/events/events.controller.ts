import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../../common/page.js';
import type { Actor } from '../../common/actor.js';
import { EventsService } from '../../features/events/events.service.js';
import { CurrentActor, SignedIn } from '../auth/access.decorators.js';
import { AnswersPage } from '../openapi/answers.js';
import { uuidOf } from '../validation/path-id.js';
import { CreateEventDto } from './create-event.dto.js';
import { toNewEvent } from './event-input.js';
import { EventView, toEventView } from './event.view.js';
import { ListEventsQuery } from './list-events.query.js';

@ApiTags('events')
@SignedIn()
@Controller('api/v1/events')
export class EventsController {
  constructor(private readonly events: EventsService) {}

  /** Plans an event. */
  @Post()
  async create(@CurrentActor() actor: Actor, @Body() body: CreateEventDto): Promise<EventView> {
    return toEventView(await this.events.create(actor, toNewEvent(body)));
  }

  /**
   * Lists the events that you may see, by start.
   * @remarks Unlisted events are found by their id only.
   */
  @Get()
  @AnswersPage(EventView)
  async list(@CurrentActor() actor: Actor, @Query() query: ListEventsQuery): Promise<Page<EventView>> {
    const { from, to, ...rest } = query;
    const page = await this.events.list(actor, { ...rest, from: toDate(from), to: toDate(to) });
    return { ...page, items: page.items.map(toEventView) };
  }

  /** Shows an event with its seats. */
  @Get(':id')
  async read(@CurrentActor() actor: Actor, @Param('id', uuidOf('event')) id: string): Promise<EventView> {
    return toEventView(await this.events.read(actor, id));
  }
}

function toDate(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}
