import { Body, Controller, Headers, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { NotificationsService, type NotifyOutcome } from '../features/notifications/notifications.service.js';
import { BotInternalApi, FailsWith } from './internal-api.decorator.js';
import { NotifyDto } from './notify.dto.js';

/** Answer of `POST /internal/notify`. */
interface NotifyAnswer {
  readonly success: boolean;
  readonly message: string;
  readonly notification_sent: boolean;
}

const ANSWERS: Readonly<Record<NotifyOutcome, NotifyAnswer>> = {
  sent: { success: true, message: 'User notified successfully', notification_sent: true },
  closed: { success: true, message: 'User found but DM failed', notification_sent: false },
  unknown: { success: false, message: 'User not found', notification_sent: false },
};

@Controller('internal/notify')
@BotInternalApi()
export class NotifyController {
  constructor(private readonly notifications: NotificationsService) {}

  @Post()
  @HttpCode(HttpStatus.OK)
  @FailsWith('Failed to notify user')
  async post(
    @Body() { discord_id, action, plan, metadata }: NotifyDto,
    @Headers('idempotency-key') key?: string,
  ): Promise<NotifyAnswer> {
    const notice = { action, plan: plan ?? null, metadata: metadata ?? {} };
    return ANSWERS[await this.notifications.notifyOfPlan(discord_id, notice, key ?? null)];
  }
}
