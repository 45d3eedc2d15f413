import { Controller, Get, HttpCode, HttpStatus, Post, Query, type RawBodyRequest, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiHeader, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Page } from '../common/page.js';
import { IncomingWebhooksService } from '../features/webhooks/incoming-webhooks.service.js';
import { Public, SignedIn, SiteAdmin } from './auth/access.decorators.js';
import { AnswersPage } from './openapi/answers.js';
import { PageQuery } from './paging/page.dto.js';
import { IncomingWebhookView, ReceivedView, toIncomingWebhookView } from './webhooks.dto.js';

@ApiTags('webhooks')
@Controller('api/v1/discord/webhooks')
export class IncomingWebhooksController {
  constructor(private readonly webhooks: IncomingWebhooksService) {}

  /**
   * Takes in any JSON from programs that know DISCORD_BOT_WEBHOOK_SECRET.
   * @remarks Signed by Standard Webhooks, which covers id and time, or by X-Signature-256 over the raw body; then the same
   * body is a repeat for 24 hours.
   */
  @Post('incoming')
  @Public()
  @RouteConfig({ keepsBytes: true })
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
    await this.webhooks.receive(request.headers, request.rawBody ?? Buffer.alloc(0), request.body);
    return { received: true };
  }

  /** Lists what came in during the last 30 days, newest first. */
  @Get('incoming')
  @SignedIn(null)
  @SiteAdmin()
  @AnswersPage(IncomingWebhookView)
  async list(@Query() { limit, cursor }: PageQuery): Promise<Page<IncomingWebhookView>> {
    const page = await this.webhooks.list(limit, cursor ?? null);
    return { ...page, items: page.items.map(toIncomingWebhookView) };
  }
}
