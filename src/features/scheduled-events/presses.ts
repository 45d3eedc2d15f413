import { Injectable } from '@nestjs/common';
import { AuditLogApi } from '../../discord-api/audit-log.api.js';
import { BotUserApi } from '../../discord-api/bot-user.api.js';
import { DomainError } from '../../common/errors.js';
import { EventAccess } from '../events/event-access.js';
import { UsersService } from '../users/users.service.js';
import type { Mirror } from './rules/mirror.js';
import type { DiscordStatus } from './rules/scheduled-event.js';

/**
 * Whose start or end of a scheduled event on Discord counts. Where the audit log names somebody, it counts when they may change
 * the event here. Where the bot may not read the log, or it is silent, Discord's own rule has to do: only who holds Manage Events on the
 * server can press on what the bot made, and who made an event can press on that.
 */
@Injectable()
export class Presses {
  constructor(
    private readonly auditLog: AuditLogApi,
    private readonly botUser: BotUserApi,
    private readonly users: UsersService,
    private readonly access: EventAccess,
  ) {}

  /** @throws DiscordFailure when Discord does not say */
  async count(
    { guild_id, event_id, discord_event_id, adopted }: Mirror,
    status: DiscordStatus,
  ): Promise<boolean> {
    if (discord_event_id === null || adopted) return true;
    const who = await this.auditLog.whoMoved(guild_id, discord_event_id, status);
    if (who === null || who === (await this.botUser.id())) return true;
    const user = await this.users.findByDiscordId(who);
    if (user === null) return false;
    try {
      await this.access.toChange({ user_id: user.id, site_admin: user.site_admin }, event_id);
      return true;
    } catch (error) {
      if (error instanceof DomainError && (error.kind === 'forbidden' || error.kind === 'not_found'))
        return false;
      throw error;
    }
  }
}
