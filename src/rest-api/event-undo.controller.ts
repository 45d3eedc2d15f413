import { Body, Controller, Get, Headers, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { EventNoticesService } from '../features/event-notices/event-notices.service.js';
import type { PlannedEdit } from '../features/events/events.service.js';
import { type JudgedAct, UndoService } from '../features/events/undo.service.js';
import { EventRolesService } from '../features/role-mappings/event-roles.service.js';
import { PreviewsService } from '../features/scheduled-events/previews.service.js';
import type { User } from '../features/users/rules/user.js';
import { UsersService } from '../features/users/users.service.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { toEventView } from './event-mapping.js';
import { PlannedUndoView, toUndoableAct, UndoableActsView, UndoDto } from './event-undo.dto.js';
import { EventView } from './events.dto.js';
import { IfMatch, readIfMatch } from './if-match.js';
import { uuidOf } from './validation/path-id.js';

const EventId = (): ParameterDecorator => Param('id', uuidOf('event'));

@ApiTags('events')
@SignedIn('events')
@Controller('api/v1/events/:id/undo')
export class EventUndoController {
  constructor(
    private readonly undoing: UndoService,
    private readonly previews: PreviewsService,
    private readonly notices: EventNoticesService,
    private readonly roles: EventRolesService,
    private readonly users: UsersService,
  ) {}

  /**
   * Lists what organizers did in the last ten minutes and can take back.
   * @remarks Changes of signups and of the event's fields, newest first. One that something later has made impossible says why.
   */
  @Get()
  async list(@CurrentActor() actor: Actor, @EventId() id: string): Promise<UndoableActsView> {
    const [event, acts] = await this.undoing.list(actor, id);
    const users = await this.named(acts);
    return { items: acts.map((act) => toUndoableAct(event, act, users)) };
  }

  /**
   * Shows what taking an act back would touch.
   * @remarks Messages and scheduled events on servers, Discord roles, and who would be told what.
   */
  @Get(':act_id')
  async plan(
    @CurrentActor() actor: Actor,
    @EventId() id: string,
    @Param('act_id', uuidOf('act')) actId: string,
  ): Promise<PlannedUndoView> {
    const { event, planned, ...judged } = await this.undoing.plan(actor, id, actId);
    const act = toUndoableAct(event, judged, await this.named([judged]));
    return Object.assign(act, await this.touched(planned));
  }

  /**
   * Takes an act back.
   * @remarks A change like any other, by the rules as they stand now: a seat that somebody else has by now stays theirs, and then it is
   * refused with 409.
   */
  @Post()
  @HttpCode(HttpStatus.OK)
  @IfMatch()
  async undo(
    @CurrentActor() actor: Actor,
    @EventId() id: string,
    @Body() { act_id }: UndoDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<EventView> {
    return toEventView(await this.undoing.undo(actor, id, act_id, readIfMatch(ifMatch, 'event')));
  }

  private async touched(
    planned: PlannedEdit | null,
  ): Promise<Pick<PlannedUndoView, 'servers' | 'roles' | 'notices'>> {
    if (planned === null) return { servers: [], roles: [], notices: [] };
    const { before, after } = planned;
    const previews = await this.previews.ofEdit(planned, {});
    const servers = previews.map(({ guild_id, changes }) => ({ guild_id, ...changes }));
    return {
      servers: servers.filter(({ message, scheduled_event }) => message || scheduled_event.length > 0),
      roles: await this.roles.forecast(before, after),
      notices: await this.notices.forecast(before, after),
    };
  }

  private async named(acts: readonly JudgedAct[]): Promise<ReadonlyMap<string, User>> {
    const ids = acts.flatMap(({ act: { actor_id, change } }) =>
      change.kind === 'signup' ? [actor_id, change.user_id] : [actor_id],
    );
    return this.users.findAll([...new Set(ids)]);
  }
}
