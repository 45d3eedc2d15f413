import { Body, Controller, Headers, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { NotificationsService, type NotifyOutcome } from '../features/notifications/notifications.service.js';
import { PrivateApi, FailsWith } from './internal-api.decorator.js';
import { IsIn, IsObject, IsString, MaxLength } from 'class-validator';
import { PLAN_ACTIONS, type PlanAction } from '../features/notifications/rules/plan-notice.js';
import { Nullable, Snowflake } from './validation.js';

/** Body of `POST /internal/notify`. */
class NotifyDto {
  @Snowflake()
  readonly discord_id: string;

  @IsIn(PLAN_ACTIONS)
  readonly action: PlanAction;

  @Nullable()
  @IsString()
  @MaxLength(100)
  readonly plan?: string | null;

  @Nullable()
  @IsObject()
  readonly metadata?: Readonly<Record<string, unknown>> | null;
}

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
@PrivateApi()
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
