import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { BackendGate, type UserInfo } from '../../features/health/rules/backend-gate.js';
import { CallFailure } from '../../features/health/rules/call-failure.js';
import type { ServiceHealth } from '../../features/health/rules/service-health.js';
import type { BotEventReport } from '../../features/bot-events/rules/bot-event.js';
import { InternalCaller, toServiceHealth } from './internal-caller.js';

/** The bot's way to the backend, at `BACKEND_INTERNAL_URL`. */
@Injectable()
export class BackendClient extends BackendGate implements OnApplicationShutdown {
  private readonly caller: InternalCaller;

  constructor({ backendInternalUrl, internalApiSecret }: Config) {
    super();
    this.caller = new InternalCaller({
      name: 'backend',
      url: backendInternalUrl,
      bearer: internalApiSecret,
    });
  }

  override async notifyEvent(report: BotEventReport, idempotencyKey: string): Promise<void> {
    const call = { method: 'POST', path: '/internal/event/notify', body: report, idempotencyKey } as const;
    const { event_received } = await this.caller.call(call);
    if (event_received !== true) throw new CallFailure('failed', 'The backend did not take the event', 200);
  }

  override async userInfo(discordId: string): Promise<UserInfo | null> {
    const body = { discord_id: discordId };
    const answer = await this.caller.call({ method: 'POST', path: '/internal/user/info', body });
    if (answer['user_found'] !== true) return null;
    const { email, email_verified, created_at, updated_at } = answer;
    if (typeof created_at !== 'string' || typeof updated_at !== 'string')
      throw new CallFailure('failed', 'The backend described a user in a way that cannot be understood', 200);
    return {
      discord_id: discordId,
      email: typeof email === 'string' ? email : null,
      email_verified: email_verified === true,
      created_at,
      updated_at,
    };
  }

  override async health(): Promise<ServiceHealth> {
    return toServiceHealth(await this.caller.probe('/internal/health'), 'website-backend');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.caller.close();
  }
}
