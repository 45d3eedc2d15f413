import { Controller, Headers, HttpCode, HttpStatus, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { StripeEvents } from '../features/plans/stripe-events.js';
import { SubscriptionsService } from '../features/plans/subscriptions.service.js';
import { Public } from './auth/access.decorators.js';
import { ReceivedView } from './webhooks.dto.js';

@ApiTags('plans')
@Controller('api/v1/payments')
export class PaymentsController {
  constructor(
    private readonly stripe: StripeEvents,
    private readonly subscriptions: SubscriptionsService,
  ) {}

  /**
   * Takes in Stripe's webhooks, verified by their signature.
   * @remarks What follows runs as jobs, so it never fails the webhook.
   */
  @Post('webhook')
  @Public()
  @RouteConfig({ keepsBytes: true })
  @ApiSecurity('stripe_signature')
  @HttpCode(HttpStatus.OK)
  async webhook(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Headers('stripe-signature') signature = '',
  ): Promise<ReceivedView> {
    const told = await this.stripe.read(request.rawBody ?? Buffer.alloc(0), signature);
    if (told?.about === 'subscription') await this.subscriptions.take(told.news);
    if (told?.about === 'payment') await this.subscriptions.takeFact(told.fact);
    return { received: true };
  }
}
