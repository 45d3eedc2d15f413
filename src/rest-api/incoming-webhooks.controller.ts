import { Controller, HttpCode, HttpStatus, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { ApiHeader, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ReceiveWebhook } from '../features/webhooks/receive-webhook.js';
import { Public } from './auth/access.decorators.js';
import { ReceivedView } from './webhooks.dto.js';

@ApiTags('webhooks')
@Controller('api/v1/discord/webhooks')
export class IncomingWebhooksController {
  constructor(private readonly receive: ReceiveWebhook) {}

  /**
   * Takes in any JSON from programs that know DISCORD_BOT_WEBHOOK_SECRET.
   * @remarks Signed by Standard Webhooks, which covers id and time, or by X-Signature-256 over the raw body; then the same
   * body is a repeat for 24 hours.
   */
  @Post('incoming')
  @Public()
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiSecurity('standard_webhooks')
  @ApiSecurity('webhook_signature')
  @ApiHeader({ name: 'webhook-id', required: false, description: 'Signed by Standard Webhooks.' })
  @ApiHeader({
    name: 'webhook-timestamp',
    required: false,
    description: 'Unix seconds, five minutes at most off.',
  })
  async incoming(@Req() request: RawBodyRequest<FastifyRequest>): Promise<ReceivedView> {
    await this.receive.execute(request.headers, request.rawBody ?? Buffer.alloc(0), request.body);
    return { received: true };
  }
}
