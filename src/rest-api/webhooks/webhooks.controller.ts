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
import type { Page } from '../../common/page.js';
import { CreateWebhook } from '../../features/webhooks/create-webhook.js';
import { GetWebhook } from '../../features/webhooks/get-webhook.js';
import { ListWebhooks } from '../../features/webhooks/list-webhooks.js';
import { RemoveWebhook } from '../../features/webhooks/remove-webhook.js';
import { UpdateWebhook } from '../../features/webhooks/update-webhook.js';
import { SignedIn, SiteAdmin } from '../auth/access.decorators.js';
import { Answers, AnswersCreated, AnswersPage } from '../openapi/answers.js';
import { PageQuery } from '../paging/page.query.js';
import { uuidOf } from '../validation/path-id.js';
import { CreateWebhookDto, UpdateWebhookDto } from './webhook.dto.js';
import { toWebhookView, WebhookView } from './webhook.view.js';

const WebhookId = (): ParameterDecorator => Param('id', uuidOf('webhook'));

@ApiTags('webhooks')
@SignedIn()
@SiteAdmin()
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly createWebhook: CreateWebhook,
    private readonly listWebhooks: ListWebhooks,
    private readonly getWebhook: GetWebhook,
    private readonly updateWebhook: UpdateWebhook,
    private readonly removeWebhook: RemoveWebhook,
  ) {}

  /** The only answer with the whole secret. */
  @Post()
  @AnswersCreated(WebhookView)
  create(@Body() body: CreateWebhookDto): Promise<WebhookView> {
    return this.createWebhook.execute(body);
  }

  @Get()
  @AnswersPage(WebhookView)
  async list(@Query() { limit, cursor }: PageQuery): Promise<Page<WebhookView>> {
    const page = await this.listWebhooks.execute(limit, cursor ?? null);
    return { ...page, items: page.items.map(toWebhookView) };
  }

  @Get(':id')
  @Answers(WebhookView)
  async get(@WebhookId() id: string): Promise<WebhookView> {
    return toWebhookView(await this.getWebhook.execute(id));
  }

  @Patch(':id')
  @Answers(WebhookView)
  async update(@WebhookId() id: string, @Body() body: UpdateWebhookDto): Promise<WebhookView> {
    return toWebhookView(await this.updateWebhook.execute(id, body));
  }

  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  remove(@WebhookId() id: string): Promise<void> {
    return this.removeWebhook.execute(id);
  }
}
