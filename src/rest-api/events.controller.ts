import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  HttpStatus,
  Param,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import type { Page } from '../common/page.js';
import { EventsService } from '../features/events/events.service.js';
import type { StateCommandType } from '../features/events/rules/commands.js';
import { TemplatesService } from '../features/templates/templates.service.js';
import { UsersService } from '../features/users/users.service.js';
import { FilteredAuditQueryDto, NamedAuditEntryView, withHandles } from './audit.dto.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { toEventInput, toEventView } from './event-mapping.js';
import { EventDetailView } from './event-detail.dto.js';
import { CancelEventDto, ListEventsQuery } from './event-parts.dto.js';
import { CreateEventDto, EditEventDto, EventView } from './events.dto.js';
import { IfMatch, readIfMatch } from './if-match.js';
import { AnswersPage } from './openapi/answers.js';
import { uuidOf } from './validation/path-id.js';

const EventId = (): ParameterDecorator => Param('id', uuidOf('event'));

@ApiTags('events')
@SignedIn('events')
@Controller('api/v1/events')
export class EventsController {
  constructor(
    private readonly events: EventsService,
    private readonly templates: TemplatesService,
    private readonly users: UsersService,
  ) {}

  /** Plans an event, anew or from a template. */
  @Post()
  async create(@CurrentActor() actor: Actor, @Body() body: CreateEventDto): Promise<EventView> {
    const { template_id = null, ...given } = body;
    const event = await this.templates.complete(actor, template_id, toEventInput(given));
    return toEventView(await this.events.create(actor, event));
  }

  /**
   * Lists the events that you may see, by start.
   * @remarks Unlisted events are found by their id only.
   */
  @Get()
  @AnswersPage(EventView)
  async list(@CurrentActor() actor: Actor, @Query() query: ListEventsQuery): Promise<Page<EventView>> {
    const page = await this.events.list(actor, query);
    return { ...page, items: page.items.map(toEventView) };
  }

  /** Shows an event with its seats, and what you may do with it now. */
  @Get(':id')
  async read(@CurrentActor() actor: Actor, @EventId() id: string): Promise<EventDetailView> {
    const [event, acts] = await this.events.readWithActs(actor, id);
    return Object.assign(toEventView(event), { acts });
  }

  /**
   * Changes fields of an event.
   * @remarks Seats that the edit adds go to those who wait, at once.
   */
  @Patch(':id')
  @IfMatch()
  async edit(
    @CurrentActor() actor: Actor,
    @EventId() id: string,
    @Body() body: EditEventDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<EventView> {
    return toEventView(await this.events.edit(actor, id, toEventInput(body), readIfMatch(ifMatch, 'event')));
  }

  /** Shows what happened to an event, newest first. */
  @Get(':id/timeline')
  @AnswersPage(NamedAuditEntryView)
  async timeline(
    @CurrentActor() actor: Actor,
    @EventId() id: string,
    @Query() query: FilteredAuditQueryDto,
  ): Promise<Page<NamedAuditEntryView>> {
    return withHandles(await this.events.timeline(actor, id, query), this.users);
  }

  /** Deletes a draft. */
  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  async remove(@CurrentActor() actor: Actor, @EventId() id: string): Promise<void> {
    await this.events.remove(actor, id);
  }

  /** Publishes a draft. */
  @Post(':id/publish')
  @HttpCode(HttpStatus.OK)
  publish(@CurrentActor() actor: Actor, @EventId() id: string): Promise<EventView> {
    return this.change(actor, id, 'publish');
  }

  /** Starts an event. */
  @Post(':id/start')
  @HttpCode(HttpStatus.OK)
  start(@CurrentActor() actor: Actor, @EventId() id: string): Promise<EventView> {
    return this.change(actor, id, 'start');
  }

  /** Completes an event that runs. */
  @Post(':id/complete')
  @HttpCode(HttpStatus.OK)
  complete(@CurrentActor() actor: Actor, @EventId() id: string): Promise<EventView> {
    return this.change(actor, id, 'complete');
  }

  /** Cancels an event. */
  @Post(':id/cancel')
  @HttpCode(HttpStatus.OK)
  async cancel(
    @CurrentActor() actor: Actor,
    @EventId() id: string,
    @Body() { reason }: CancelEventDto,
  ): Promise<EventView> {
    return toEventView(await this.events.changeState(actor, id, 'cancel', reason ?? null));
  }

  private async change(actor: Actor, id: string, type: StateCommandType): Promise<EventView> {
    return toEventView(await this.events.changeState(actor, id, type));
  }
}
