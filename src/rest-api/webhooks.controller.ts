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
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../common/page.js';
import { WebhooksService } from '../features/webhooks/webhooks.service.js';
import { Audited } from './audited.js';
import { SignedIn, SiteAdmin } from './auth/access.decorators.js';
import { AnswersPage } from './openapi/answers.js';
import { PageQuery } from './paging/page.dto.js';
import { uuidOf } from './validation/path-id.js';
import {
  CreateWebhookDto,
  DeliveryView,
  ListDeliveriesQuery,
  toDeliveryView,
  toWebhookView,
  UpdateWebhookDto,
  WebhookView,
  withSecret,
} from './webhooks.dto.js';

const WebhookId = (): ParameterDecorator => Param('id', uuidOf('webhook'));

@ApiTags('webhooks')
@SignedIn(null)
@SiteAdmin()
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  /**
   * Subscribes an address to events.
   * @remarks The answer alone has the whole secret.
   */
  @Post()
  @Audited('webhook.created')
  async create(@Body() body: CreateWebhookDto): Promise<WebhookView> {
    return withSecret(await this.webhooks.create(body));
  }

  /** Lists subscriptions. */
  @Get()
  @AnswersPage(WebhookView)
  async list(@Query() { limit, cursor }: PageQuery): Promise<Page<WebhookView>> {
    const page = await this.webhooks.list(limit, cursor ?? null);
    return { ...page, items: page.items.map(toWebhookView) };
  }

  /** Shows a subscription. */
  @Get(':id')
  async get(@WebhookId() id: string): Promise<WebhookView> {
    return toWebhookView(await this.webhooks.get(id));
  }

  /** Changes a subscription. */
  @Patch(':id')
  @Audited('webhook.changed')
  async update(@WebhookId() id: string, @Body() body: UpdateWebhookDto): Promise<WebhookView> {
    return toWebhookView(await this.webhooks.update(id, body));
  }

  /**
   * Gives a subscription a new secret.
   * @remarks The answer alone has it whole. Deliveries are signed with the one before as well for another day.
   */
  @Post(':id/rotate-secret')
  @HttpCode(HttpStatus.OK)
  @Audited('webhook.secret_rotated')
  async rotateSecret(@WebhookId() id: string): Promise<WebhookView> {
    return withSecret(await this.webhooks.rotateSecret(id));
  }

  /** Removes a subscription. */
  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @Audited('webhook.deleted')
  remove(@WebhookId() id: string): Promise<void> {
    return this.webhooks.remove(id);
  }

  /** Lists the deliveries of a subscription, newest first. */
  @Get(':id/deliveries')
  @AnswersPage(DeliveryView)
  async listDeliveries(
    @WebhookId() id: string,
    @Query() { status, limit, cursor }: ListDeliveriesQuery,
  ): Promise<Page<DeliveryView>> {
    const page = await this.webhooks.listDeliveries(id, status, limit, cursor ?? null);
    return { ...page, items: page.items.map(toDeliveryView) };
  }

  /** Sends a delivery again. */
  @Post(':id/deliveries/:delivery_id/redeliver')
  @HttpCode(HttpStatus.ACCEPTED)
  @Audited('webhook.redelivered')
  async redeliver(
    @WebhookId() id: string,
    @Param('delivery_id', uuidOf('delivery')) deliveryId: string,
  ): Promise<DeliveryView> {
    return toDeliveryView(await this.webhooks.redeliver(id, deliveryId));
  }

  /** Sends a test event to a subscription. */
  @Post(':id/test')
  @HttpCode(HttpStatus.ACCEPTED)
  @Audited('webhook.tested')
  async test(@WebhookId() id: string): Promise<DeliveryView> {
    return toDeliveryView(await this.webhooks.test(id));
  }
}
