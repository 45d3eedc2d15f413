import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../../config/config.js';
import {
  BotGate,
  type MemberNotified,
  type MemberRolesUpdated,
} from '../../features/health/rules/bot-gate.js';
import type { ServiceHealth } from '../../features/health/rules/service-health.js';
import type { FailedRole } from '../../features/role-mappings/rules/role-change.js';
import type { PlanNotice } from '../../features/notifications/rules/plan-notice.js';
import { InternalCaller } from './internal-caller.js';
import { toServiceHealth } from './service-health.js';

/** The backend's way to the bot, at `BOT_INTERNAL_URL`. */
@Injectable()
export class BotClient extends BotGate implements OnApplicationShutdown {
  private readonly logger = new Logger('BotClient');
  private readonly caller: InternalCaller;

  constructor({ botInternalUrl, botApiToken }: Config) {
    super();
    this.caller = new InternalCaller({ name: 'bot', url: botInternalUrl, bearer: botApiToken });
  }

  override async notify(
    discord_id: string,
    notice: PlanNotice,
    idempotencyKey?: string,
  ): Promise<MemberNotified> {
    const { action, plan, metadata } = notice;
    const body = { discord_id, action, plan, metadata };
    const answer = await this.caller.call({
      method: 'POST',
      path: '/internal/notify',
      body,
      ...(idempotencyKey !== undefined && { idempotencyKey }),
    });
    if (answer['notification_sent'] !== true) return answer['success'] === true ? 'closed' : 'unknown';
    this.logger.log({ discord_id, action }, `✅ Bot notified for discord_id=${discord_id}`);
    return 'sent';
  }

  override async updateRoles(
    discord_id: string,
    plan: string | null,
    add_roles: readonly string[],
    remove_roles: readonly string[],
  ): Promise<MemberRolesUpdated> {
    const body = { discord_id, plan, add_roles, remove_roles };
    const answer = await this.caller.call({ method: 'POST', path: '/internal/roles/update', body });
    const guild_id = typeof answer['guild_id'] === 'string' ? answer['guild_id'] : null;
    if (answer['success'] !== true) return { guild_id, is_member: false, failed_roles: [] };
    if (answer['roles_updated'] === true)
      this.logger.log({ discord_id, plan }, `✅ Roles updated for discord_id=${discord_id}`);
    return { guild_id, is_member: true, failed_roles: failedRoles(answer['failed_roles']) };
  }

  override async health(): Promise<ServiceHealth> {
    return toServiceHealth(await this.caller.probe('/internal/health'), 'discord-bot');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.caller.close();
  }
}

function failedRoles(value: unknown): FailedRole[] {
  return Array.isArray(value) ? (value as FailedRole[]) : [];
}
