import { Body, Controller, Delete, Headers, HttpCode, HttpStatus, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor.js';
import type { StateCommandType } from '../../features/events/rules/commands.js';
import { EventsService } from '../../features/events/events.service.js';
import { CurrentActor, SignedIn } from '../auth/access.decorators.js';
import { uuidOf } from '../validation/path-id.js';
import { editionChanged } from '../../features/events/rules/refusals.js';
import { CancelEventDto } from './cancel-event.dto.js';
import { EditEventDto } from './edit-event.dto.js';
import { toEventChanges } from './event-input.js';
import { EventView, toEventView } from './event.view.js';

const EventId = (): ParameterDecorator => Param('id', uuidOf('event'));

@ApiTags('events')
@SignedIn()
@Controller('api/v1/events/:id')
export class EventChangesController {
  constructor(private readonly events: EventsService) {}

  /**
   * Changes fields of an event.
   * @remarks Seats that the edit adds go to those who wait, at once. `If-Match` with the revision you saw: 412 when it has changed since.
   */
  @Patch()
  async edit(
    @CurrentActor() actor: Actor,
    @EventId() id: string,
    @Body() body: EditEventDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<EventView> {
    return toEventView(await this.events.edit(actor, id, toEventChanges(body), readIfMatch(ifMatch)));
  }

  /** Deletes a draft. */
  @Delete()
  @HttpCode(HttpStatus.NO_CONTENT)
  async remove(@CurrentActor() actor: Actor, @EventId() id: string): Promise<void> {
    await this.events.remove(actor, id);
  }

  /** Publishes a draft. */
  @Post('publish')
  @HttpCode(HttpStatus.OK)
  publish(@CurrentActor() actor: Actor, @EventId() id: string): Promise<EventView> {
    return this.change(actor, id, 'publish');
  }

  /** Starts an event. */
  @Post('start')
  @HttpCode(HttpStatus.OK)
  start(@CurrentActor() actor: Actor, @EventId() id: string): Promise<EventView> {
    return this.change(actor, id, 'start');
  }

  /** Completes an event that runs. */
  @Post('complete')
  @HttpCode(HttpStatus.OK)
  complete(@CurrentActor() actor: Actor, @EventId() id: string): Promise<EventView> {
    return this.change(actor, id, 'complete');
  }

  /** Cancels an event. */
  @Post('cancel')
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

/** The revision in an `If-Match` header; `null` when any will do. @throws outdated for what is no revision of ours */
function readIfMatch(header: string | undefined): number | null {
  if (header === undefined || header === '*') return null;
  const revision = /^(?:W\/)?"?(\d+)"?$/.exec(header.trim())?.[1];
  if (revision === undefined) throw editionChanged();
  return Number(revision);
}
