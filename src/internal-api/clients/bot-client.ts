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
import { InternalCaller, toServiceHealth } from './internal-caller.js';

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
    discordId: string,
    notice: PlanNotice,
    idempotencyKey?: string,
  ): Promise<MemberNotified> {
    const { action, plan, metadata } = notice;
    const body = { discord_id: discordId, action, plan, metadata };
    const answer = await this.caller.call({
      method: 'POST',
      path: '/internal/notify',
      body,
      ...(idempotencyKey !== undefined && { idempotencyKey }),
    });
    if (answer['notification_sent'] !== true) return answer['success'] === true ? 'closed' : 'unknown';
    this.logger.log({ discord_id: discordId, action }, `✅ Bot notified for discord_id=${discordId}`);
    return 'sent';
  }

  override async updateRoles(
    discordId: string,
    plan: string | null,
    addRoles: readonly string[],
    removeRoles: readonly string[],
  ): Promise<MemberRolesUpdated> {
    const body = { discord_id: discordId, plan, add_roles: addRoles, remove_roles: removeRoles };
    const answer = await this.caller.call({ method: 'POST', path: '/internal/roles/update', body });
    const guildId = typeof answer['guild_id'] === 'string' ? answer['guild_id'] : null;
    if (answer['success'] !== true) return { guild_id: guildId, is_member: false, failed_roles: [] };
    if (answer['roles_updated'] === true)
      this.logger.log({ discord_id: discordId, plan }, `✅ Roles updated for discord_id=${discordId}`);
    return { guild_id: guildId, is_member: true, failed_roles: failedRoles(answer['failed_roles']) };
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
