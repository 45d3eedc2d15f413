import { Body, Controller, HttpCode, HttpStatus, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor.js';
import type { EventState } from '../../features/events/rules/event.js';
import { ChangeEventState } from '../../features/events/change-event-state.js';
import { EditEvent } from '../../features/events/edit-event.js';
import { ReadEvent } from '../../features/events/read-event.js';
import { PromoteWaitlist } from '../../features/events/promote-waitlist.js';
import { CurrentActor, SignedIn } from '../auth/access.decorators.js';
import { Answers } from '../openapi/answers.js';
import { uuidOf } from '../validation/path-id.js';
import { EditEventDto } from './edit-event.dto.js';
import { toEventChanges } from './event-input.js';
import { EventView, toEventView } from './event.view.js';

const EventId = (): ParameterDecorator => Param('id', uuidOf('event'));

@ApiTags('events')
@SignedIn()
@Controller('api/v1/events/:id')
export class EventChangesController {
  constructor(
    private readonly editEvent: EditEvent,
    private readonly promoteWaitlist: PromoteWaitlist,
    private readonly readEvent: ReadEvent,
    private readonly changeState: ChangeEventState,
  ) {}

  /** Seats that the edit adds go to those who wait, at once. */
  @Patch()
  @Answers(EventView)
  async edit(
    @CurrentActor() actor: Actor,
    @EventId() id: string,
    @Body() body: EditEventDto,
  ): Promise<EventView> {
    const edited = await this.editEvent.execute(actor, id, toEventChanges(body));
    const promoted = await this.promoteWaitlist.execute(id);
    return toEventView(promoted === 0 ? edited : await this.readEvent.execute(actor, id));
  }

  @Post('publish')
  @HttpCode(HttpStatus.OK)
  @Answers(EventView)
  publish(@CurrentActor() actor: Actor, @EventId() id: string): Promise<EventView> {
    return this.change(actor, id, 'published');
  }

  @Post('start')
  @HttpCode(HttpStatus.OK)
  @Answers(EventView)
  start(@CurrentActor() actor: Actor, @EventId() id: string): Promise<EventView> {
    return this.change(actor, id, 'active');
  }

  @Post('complete')
  @HttpCode(HttpStatus.OK)
  @Answers(EventView)
  complete(@CurrentActor() actor: Actor, @EventId() id: string): Promise<EventView> {
    return this.change(actor, id, 'completed');
  }

  @Post('cancel')
  @HttpCode(HttpStatus.OK)
  @Answers(EventView)
  cancel(@CurrentActor() actor: Actor, @EventId() id: string): Promise<EventView> {
    return this.change(actor, id, 'cancelled');
  }

  private async change(actor: Actor, id: string, to: EventState): Promise<EventView> {
    return toEventView(await this.changeState.execute(actor, id, to));
  }
}
