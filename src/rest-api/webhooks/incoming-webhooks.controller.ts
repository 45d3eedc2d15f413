import { Controller, HttpCode, HttpStatus, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ReceiveWebhook } from '../../features/webhooks/receive-webhook.js';
import { Public } from '../auth/access.decorators.js';
import { ReceivedView } from '../received.view.js';

@ApiTags('webhooks')
@Controller('api/v1/discord/webhooks')
export class IncomingWebhooksController {
  constructor(private readonly receive: ReceiveWebhook) {}

  /** For whoever can sign the raw body with DISCORD_BOT_WEBHOOK_SECRET; any JSON is taken. */
  @Post('incoming')
  @Public()
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiSecurity('webhook_signature')
  @ApiHeader({ name: 'X-Delivery-Id', required: false, description: 'A repeat has no second effect.' })
  @ApiHeader({
    name: 'X-Webhook-Timestamp',
    required: false,
    description: 'Unix seconds, five minutes at most off.',
  })
  @ApiAcceptedResponse({ type: ReceivedView })
  async incoming(@Req() request: RawBodyRequest<FastifyRequest>): Promise<ReceivedView> {
    await this.receive.execute(request.headers, request.rawBody ?? Buffer.alloc(0), request.body);
    return { received: true };
  }
}
