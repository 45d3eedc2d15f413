import { Injectable } from '@nestjs/common';
import { AuditLogEvent, type APIAuditLog, Routes } from 'discord.js';
import { DiscordFailure } from '../common/discord-failure.js';
import { DiscordRest } from './discord-rest.js';

/** How far back an act is looked for among those of its kind. */
const LOOKED_THROUGH = '50';

/** What Discord writes down of who did what on a server. */
@Injectable()
export class AuditLogApi {
  constructor(private readonly rest: DiscordRest) {}

  /**
   * Who moved a scheduled event to a status, the last time.
   * @returns Discord's id of the person; `null` where the bot may not read it, or it says nothing
   * @throws DiscordFailure
   */
  async whoMoved(guildId: string, scheduledEventId: string, status: number): Promise<string | null> {
    const query = new URLSearchParams({
      action_type: String(AuditLogEvent.GuildScheduledEventUpdate),
      limit: LOOKED_THROUGH,
    });
    try {
      const log = (await this.rest.get(Routes.guildAuditLog(guildId), query)) as APIAuditLog;
      const entry = log.audit_log_entries.find(
        ({ target_id, changes = [] }) =>
          target_id === scheduledEventId &&
          changes.some(({ key, new_value }) => key === 'status' && Number(new_value) === status),
      );
      return entry?.user_id ?? null;
    } catch (error) {
      if (error instanceof DiscordFailure && error.treatment === 'forbidden') return null;
      throw error;
    }
  }
}
