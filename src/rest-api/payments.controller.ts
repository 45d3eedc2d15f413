import { Controller, Headers, HttpCode, HttpStatus, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { FollowSubscription } from '../features/plans/follow-subscription.js';
import { StripeEvents } from '../features/plans/stripe-events.js';
import { Public } from './auth/access.decorators.js';
import { ReceivedView } from './webhooks.dto.js';

@ApiTags('plans')
@Controller('api/v1/payments')
export class PaymentsController {
  constructor(
    private readonly stripe: StripeEvents,
    private readonly follow: FollowSubscription,
  ) {}

  /**
   * Takes in Stripe's webhooks, verified by their signature.
   * @remarks What follows runs as jobs, so it never fails the webhook.
   */
  @Post('webhook')
  @Public()
  @ApiSecurity('stripe_signature')
  @HttpCode(HttpStatus.OK)
  async webhook(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Headers('stripe-signature') signature = '',
  ): Promise<ReceivedView> {
    const news = this.stripe.read(request.rawBody ?? Buffer.alloc(0), signature);
    if (news !== null) await this.follow.execute(news);
    return { received: true };
  }
}
