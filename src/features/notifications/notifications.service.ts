import { Injectable, Logger } from '@nestjs/common';
import { DirectMessagesApi } from '../../discord-api/direct-messages.api.js';
import { DiscordFailure } from '../../common/discord-failure.js';
import { nonceOf } from '../../common/nonce.js';
import { DEFAULT_LOCALE } from '../../languages/languages.js';
import { planNoticeMessage, type PlanNotice } from './rules/plan-notice.js';
import { UsersService } from '../users/users.service.js';

/** `closed`: the member takes no direct messages · `unknown`: Discord knows no such user. */
export type NotifyOutcome = 'sent' | 'closed' | 'unknown';

/** Direct messages to members. */
@Injectable()
export class NotificationsService {
  private readonly logger = new Logger('Notifications');

  constructor(
    private readonly users: UsersService,
    private readonly messages: DirectMessagesApi,
  ) {}

  /**
   * Tells a member about a change of their plan, in the member's language, French when unknown.
   * @param key a repeat with the same one within a few minutes sends no second message (Discord's `enforce_nonce`)
   * @throws DiscordFailure when Discord is away or refuses us
   */
  async notifyOfPlan(discordId: string, notice: PlanNotice, key: string | null): Promise<NotifyOutcome> {
    const { action } = notice;
    this.logger.log(
      { discord_id: discordId, action },
      `📩 Notification reçue pour discord_id=${discordId}, action=${action}`,
    );
    const user = await this.users.findByDiscordId(discordId);
    try {
      const message = planNoticeMessage(notice, user?.locale ?? DEFAULT_LOCALE);
      const name = await this.messages.send(discordId, message, key && nonceOf('plan', key));
      this.logger.log({ discord_id: discordId, action }, `✅ Notification envoyée à ${name} (${discordId})`);
      return 'sent';
    } catch (error) {
      const outcome = outcomeOf(error);
      this.logger.warn({ discord_id: discordId, action, outcome }, `Notification non remise à ${discordId}`);
      return outcome;
    }
  }
}

/** @throws the failure itself when it says nothing about the member */
function outcomeOf(error: unknown): NotifyOutcome {
  if (error instanceof DiscordFailure && error.treatment === 'closed') return 'closed';
  if (error instanceof DiscordFailure && error.treatment === 'gone') return 'unknown';
  throw error;
}
