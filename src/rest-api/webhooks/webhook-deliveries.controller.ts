import { Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../../common/page.js';
import { WebhooksService } from '../../features/webhooks/webhooks.service.js';
import { SignedIn, SiteAdmin } from '../auth/access.decorators.js';
import { AnswersPage } from '../openapi/answers.js';
import { uuidOf } from '../validation/path-id.js';
import { DeliveryView, toDeliveryView } from './delivery.view.js';
import { ListDeliveriesQuery } from './list-deliveries.query.js';

const WebhookId = (): ParameterDecorator => Param('id', uuidOf('webhook'));

@ApiTags('webhooks')
@SignedIn()
@SiteAdmin()
@Controller('api/v1/webhooks/:id')
export class WebhookDeliveriesController {
  constructor(private readonly webhooks: WebhooksService) {}

  /** Lists the deliveries of a subscription, newest first. */
  @Get('deliveries')
  @AnswersPage(DeliveryView)
  async list(
    @WebhookId() id: string,
    @Query() { status, limit, cursor }: ListDeliveriesQuery,
  ): Promise<Page<DeliveryView>> {
    const page = await this.webhooks.listDeliveries(id, status, limit, cursor ?? null);
    return { ...page, items: page.items.map(toDeliveryView) };
  }

  /** Sends a delivery again. */
  @Post('deliveries/:delivery_id/redeliver')
  @HttpCode(HttpStatus.ACCEPTED)
  async redeliver(
    @WebhookId() id: string,
    @Param('delivery_id', uuidOf('delivery')) deliveryId: string,
  ): Promise<DeliveryView> {
    return toDeliveryView(await this.webhooks.redeliver(id, deliveryId));
  }

  /** Sends a test event to a subscription. */
  @Post('test')
  @HttpCode(HttpStatus.ACCEPTED)
  async test(@WebhookId() id: string): Promise<DeliveryView> {
    return toDeliveryView(await this.webhooks.test(id));
  }
}
