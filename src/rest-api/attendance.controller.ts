import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../common/actor.js';
import type { Page } from '../common/page.js';
import { AttendanceService } from '../features/attendance/attendance.service.js';
import { UsersService } from '../features/users/users.service.js';
import {
  EventAttendanceView,
  MemberAttendanceView,
  OwnAttendanceView,
  TotalAttendanceView,
} from './attendance.dto.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { AnswersPage } from './openapi/answers.js';
import { PageQuery } from './paging/page.dto.js';
import { sendTable } from './send-table.js';
import { uuidOf } from './validation/path-id.js';

const OrgId = (): ParameterDecorator => Param('id', uuidOf('organization'));

@ApiTags('attendance')
@SignedIn('organizations')
@Controller('api/v1')
export class AttendanceController {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly users: UsersService,
  ) {}

  /**
   * Lists how often an organization's members came to its events, for staff.
   * @remarks Counted from events that are over; who had the most seats first.
   */
  @Get('organizations/:id/attendance')
  @AnswersPage(MemberAttendanceView)
  list(
    @CurrentActor() actor: Actor,
    @OrgId() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<MemberAttendanceView>> {
    return this.attendance.list(actor, id, query);
  }

  /** Shows how all events of an organization were attended, for staff. */
  @Get('organizations/:id/attendance/total')
  total(@CurrentActor() actor: Actor, @OrgId() id: string): Promise<TotalAttendanceView> {
    return this.attendance.total(actor, id);
  }

  /**
   * Gives how often members came as a table, for staff.
   * @remarks In your own language, with the separator that spreadsheets expect in it.
   */
  @Get('organizations/:id/attendance.csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async table(
    @CurrentActor() actor: Actor,
    @OrgId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { locale } = await this.users.require(actor.user_id);
    return sendTable(reply, await this.attendance.export(actor, id, locale));
  }

  /**
   * Lists who of those with a seat in an event came, for organizers.
   * @remarks As far as it is known by now, at most a thousand: minutes in voice channels are counted when the event is over.
   */
  @Get('events/:id/attendance')
  @SignedIn('events')
  @AnswersPage(EventAttendanceView)
  async ofEvent(
    @CurrentActor() actor: Actor,
    @Param('id', uuidOf('event')) id: string,
  ): Promise<Page<EventAttendanceView>> {
    return { items: await this.attendance.ofEvent(actor, id), next_cursor: null };
  }

  /** Lists how often you came to events, by organization. */
  @Get('users/me/attendance')
  @SignedIn('profile')
  @AnswersPage(OwnAttendanceView)
  async own(@CurrentActor() actor: Actor): Promise<Page<OwnAttendanceView>> {
    return { items: await this.attendance.listOwn(actor), next_cursor: null };
  }
}
