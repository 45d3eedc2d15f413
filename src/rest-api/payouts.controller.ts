import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../common/actor.js';
import type { Page } from '../common/page.js';
import { PayoutsService } from '../features/payouts/payouts.service.js';
import { UsersService } from '../features/users/users.service.js';
import { CurrentActor, SignedIn } from './auth/access.decorators.js';
import { AnswersPage } from './openapi/answers.js';
import { PageQuery } from './paging/page.dto.js';
import { OwnShareView, PayoutDto, PayoutView, ReceivedDto, toPayoutView } from './payouts.dto.js';
import { sendTable } from './send-table.js';
import { uuidOf } from './validation/path-id.js';

const EventId = (): ParameterDecorator => Param('id', uuidOf('event'));

@ApiTags('payouts')
@SignedIn('events')
@Controller('api/v1')
export class PayoutsController {
  constructor(
    private readonly payouts: PayoutsService,
    private readonly users: UsersService,
  ) {}

  /**
   * Shares the haul of a completed event among those who had a seat to the end.
   * @remarks Fees are taken first; what does not divide evenly goes to the largest remainders. It can be done again until the first has received their share.
   */
  @Put('events/:id/payout')
  async share(
    @CurrentActor() actor: Actor,
    @EventId() id: string,
    @Body() { haul, rule, fees = [], role_weights = [], guests = [] }: PayoutDto,
  ): Promise<PayoutView> {
    const payout = await this.payouts.share(actor, id, {
      haul,
      rule,
      fees: fees.map(({ name, percent, amount }) => ({
        name,
        percent: amount === undefined ? (percent ?? null) : null,
        amount: amount ?? null,
      })),
      role_weights: role_weights.map(({ role_id, weight }) => ({ role_id, weight })),
      guests: guests.map(({ name, weight }) => ({ name, weight })),
    });
    return toPayoutView(payout);
  }

  /** Shows how an event's haul was shared, and who has received their part, for organizers. */
  @Get('events/:id/payout')
  async read(@CurrentActor() actor: Actor, @EventId() id: string): Promise<PayoutView> {
    return toPayoutView(await this.payouts.read(actor, id));
  }

  /**
   * Gives a payout as a table, for organizers.
   * @remarks In your own language, with the separator that spreadsheets expect in it.
   */
  @Get('events/:id/payout.csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async table(
    @CurrentActor() actor: Actor,
    @EventId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { locale } = await this.users.require(actor.user_id);
    return sendTable(reply, await this.payouts.export(actor, id, locale));
  }

  /** Says that you have received your share, or takes that back. */
  @Post('events/:id/payout/received')
  @HttpCode(HttpStatus.OK)
  received(
    @CurrentActor() actor: Actor,
    @EventId() id: string,
    @Body() { received }: ReceivedDto,
  ): Promise<OwnShareView> {
    return this.payouts.markReceived(actor, id, received);
  }

  /** Lists your shares of hauls, the latest events first. */
  @Get('users/me/payouts')
  @AnswersPage(OwnShareView)
  own(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<OwnShareView>> {
    return this.payouts.listOwn(actor, query);
  }
}
