import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../common/actor.js';
import { defined } from '../common/defined.js';
import { conflict, invalid } from '../common/errors.js';
import type { Page } from '../common/page.js';
import { NoticeAudience } from '../features/event-notices/notice-audience.js';
import { whySeat } from '../features/events/rules/why.js';
import { RosterExport } from '../features/events/roster-export.js';
import { SignupsService } from '../features/events/signups.service.js';
import { StaffSignups } from '../features/events/staff-signups.service.js';
import { UsersService } from '../features/users/users.service.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { AnswersPage } from './openapi/answers.js';
import { PageQuery } from './paging/page.dto.js';
import { sendTable } from './send-table.js';
import {
  NewSignupDto,
  PlaceSignupDto,
  type SignupDto,
  SignupView,
  UpdateSignupDto,
  WhyView,
} from './signups.dto.js';
import { uuidOf } from './validation/path-id.js';

const EventId = (): ParameterDecorator => Param('id', uuidOf('event'));
const UserId = (): ParameterDecorator => Param('user_id', uuidOf('user'));

@ApiTags('signups')
@SignedIn('signups')
@Controller('api/v1/events/:id')
export class SignupsController {
  constructor(
    private readonly signups: SignupsService,
    private readonly staff: StaffSignups,
    private readonly roster: RosterExport,
    private readonly users: UsersService,
    private readonly audience: NoticeAudience,
  ) {}

  /**
   * Signs you up for an event, or takes the seat that is offered to you.
   * @remarks With `user_id`, as staff, somebody else.
   */
  @Post('signups')
  async create(
    @CurrentActor() actor: Actor,
    @EventId() eventId: string,
    @Body() { user_id, status, notes = null, ship_model = null, ...wishes }: NewSignupDto,
  ): Promise<SignupView> {
    const { role_id = null, role_ids } = sameRoles(wishes);
    const input = { event_id: eventId, status, role_id, role_ids, notes, ship_model };
    const state =
      user_id === undefined || user_id === actor.user_id
        ? await this.signups.signUp(actor, { ...input, source: 'web' })
        : await this.staff.signUpFor(actor, user_id, input);
    if (state.result === 'already')
      throw conflict('already_signed_up', 'You are signed up for this event already.');
    return this.signups.rowOf(state);
  }

  /**
   * Lists who is signed up for an event.
   * @remarks Those with a seat as they signed up, those who wait in their order, then those with another answer.
   */
  @Get('signups')
  @AnswersPage(SignupView)
  async list(
    @CurrentActor() actor: Actor,
    @EventId() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<SignupView>> {
    return this.signups.list(actor, id, query);
  }

  /**
   * Lists at once everybody who is signed up for an event: a thousand at most.
   * @remarks In the order of the list of signups; for pages that show the roster as it moves.
   */
  @Get('roster')
  @AnswersPage(SignupView)
  async whole(@CurrentActor() actor: Actor, @EventId() id: string): Promise<Page<SignupView>> {
    return this.signups.roster(actor, id);
  }

  /**
   * Gives who is signed up as a table, for the event's organizers.
   * @remarks In your own language, with the separator that spreadsheets expect in it.
   */
  @Get('signups.csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async table(
    @CurrentActor() actor: Actor,
    @EventId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { locale } = await this.users.require(actor.user_id);
    return sendTable(reply, await this.roster.export(actor, id, locale));
  }

  /** Changes your own signup: your answer, your role, your place aboard a ship, or what you note. */
  @Patch('signups/me')
  async update(
    @CurrentActor() actor: Actor,
    @EventId() id: string,
    @Body() { ship_id: shipId, ship_post: post, ...changes }: UpdateSignupDto,
  ): Promise<SignupView> {
    if (shipId !== undefined) {
      requireAlone('ship_id', changes);
      return this.signups.rowOf(await this.signups.board(actor, id, { ship_id: shipId, post }));
    }
    requireNoPost(post);
    return this.signups.rowOf(await this.signups.change(actor, id, sameRoles(changes)));
  }

  /** Withdraws your own signup, or leaves the seat that is offered to you, and shows it. */
  @Delete('signups/me')
  @HttpCode(HttpStatus.OK)
  async remove(@CurrentActor() actor: Actor, @EventId() id: string): Promise<SignupView> {
    return this.signups.rowOf(await this.signups.withdraw(actor, id));
  }

  /**
   * Approves, seats, moves, marks or withdraws somebody, as staff, within the event's limits.
   * @remarks `approved` decides about a `pending` signup: it gives a seat, or a place in the queue by when they asked.
   */
  @Patch('signups/:user_id')
  async place(
    @CurrentActor() actor: Actor,
    @EventId() id: string,
    @UserId() userId: string,
    @Body() { approved, ship_id: shipId, ship_post: post, ...placement }: PlaceSignupDto,
  ): Promise<SignupView> {
    if (shipId !== undefined) {
      requireAlone('ship_id', { approved, ...placement });
      return this.signups.rowOf(await this.staff.boardFor(actor, id, userId, { ship_id: shipId, post }));
    }
    requireNoPost(post);
    if (approved !== undefined) {
      requireAlone('approved', placement);
      return this.signups.rowOf(await this.staff.decide(actor, id, userId, approved));
    }
    return this.signups.rowOf(await this.staff.place(actor, id, userId, placement));
  }

  /**
   * Says why a signup is as it is: for staff, or your own.
   * @remarks Why there is no seat, or not the role that was wanted more, and what became of reminders and other messages.
   */
  @Get('signups/:user_id/why')
  async why(@CurrentActor() actor: Actor, @EventId() id: string, @UserId() userId: string): Promise<WhyView> {
    const { event, entry } = await this.staff.look(actor, id, userId);
    return {
      signup: await this.signups.rowOf({ event, entry }),
      seat: whySeat(event, entry),
      notices: await this.audience.why(event, entry),
    };
  }

  /** Withdraws somebody, as staff, and shows the signup. */
  @Delete('signups/:user_id')
  @HttpCode(HttpStatus.OK)
  async withdraw(
    @CurrentActor() actor: Actor,
    @EventId() id: string,
    @UserId() userId: string,
  ): Promise<SignupView> {
    return this.signups.rowOf(await this.staff.place(actor, id, userId, { status: 'withdrawn' }));
  }

  /**
   * Checks you in.
   * @remarks From an hour before the start, and while the event runs; for someone who has a seat.
   */
  @Post('checkin')
  @HttpCode(HttpStatus.OK)
  async checkIn(@CurrentActor() actor: Actor, @EventId() id: string): Promise<SignupView> {
    return this.signups.rowOf(await this.signups.checkIn(actor, id));
  }
}

/** @throws invalid when `role_id` is not the first of `role_ids` */
function sameRoles<Wishes extends Pick<SignupDto, 'role_id' | 'role_ids'>>(wishes: Wishes): Wishes {
  const { role_id: roleId, role_ids: roleIds = [] } = wishes;
  if (roleId !== undefined && roleIds.length > 0 && roleIds[0] !== roleId)
    throw invalid([{ field: 'role_ids', message: 'must begin with `role_id`' }]);
  return wishes;
}

/** @throws invalid when `others` say something too */
function requireAlone(field: string, others: object): void {
  if (Object.keys(defined(others)).length > 0) throw invalid([{ field, message: 'must stand alone' }]);
}

/** @throws invalid for a post without a ship */
function requireNoPost(post: string | undefined): void {
  if (post !== undefined) throw invalid([{ field: 'ship_post', message: 'needs `ship_id`' }]);
}
