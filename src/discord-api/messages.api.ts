import { Injectable } from '@nestjs/common';
import { Routes, type APIMessage } from 'discord.js';
import { parseCustomId } from '../features/scheduled-events/rules/custom-id.js';
import { DiscordFailure } from '../common/discord-failure.js';
import type { SignupMessageBody } from '../features/scheduled-events/rules/signup-message-body.js';
import { BotUserApi } from './bot-user.api.js';
import { DiscordRest } from './discord-rest.js';

/** How far back a lost signup message is looked for. */
const RECENT_MESSAGES = 100;

/** Signup messages in Discord's channels. Every method throws `DiscordFailure`. */
@Injectable()
export class MessagesApi {
  constructor(
    private readonly rest: DiscordRest,
    private readonly botUser: BotUserApi,
  ) {}

  /**
   * Posts a signup message.
   * @param nonce at most 25 characters; Discord returns the first message for a quick repeat with the same one
   * @returns the message's id
   */
  async post(channelId: string, body: SignupMessageBody, nonce: string): Promise<string> {
    const unique = { ...body, nonce, enforce_nonce: true };
    const message = (await this.rest.post(Routes.channelMessages(channelId), unique)) as APIMessage;
    return message.id;
  }

  async edit(channelId: string, messageId: string, body: SignupMessageBody): Promise<void> {
    await this.rest.patch(Routes.channelMessage(channelId, messageId), body);
  }

  async delete(channelId: string, messageId: string): Promise<void> {
    await this.rest.delete(Routes.channelMessage(channelId, messageId));
  }

  /** Whether a message is there; not, when its channel is gone. */
  async exists(channelId: string, messageId: string): Promise<boolean> {
    try {
      await this.rest.get(Routes.channelMessage(channelId, messageId));
      return true;
    } catch (error) {
      if (error instanceof DiscordFailure && error.treatment === 'gone') return false;
      throw error;
    }
  }

  /** The ids of the channel's last messages; none when the bot may not read them, or the channel is gone. */
  async listRecentIds(channelId: string): Promise<string[]> {
    try {
      return (await this.listRecent(channelId)).map(({ id }) => id);
    } catch (error) {
      if (error instanceof DiscordFailure && ['gone', 'forbidden'].includes(error.treatment)) return [];
      throw error;
    }
  }

  /** The id of the event's first signup message among the channel's recent ones of our bot; `null` when there is none. */
  async findSignupMessage(channelId: string, eventId: string): Promise<string | null> {
    const messages = await this.listRecent(channelId);
    const botId = await this.botUser.id();
    const own = messages.filter(({ author }) => author.id === botId);
    return own.findLast((message) => showsEvent(message, eventId))?.id ?? null;
  }

  private async listRecent(channelId: string): Promise<APIMessage[]> {
    const query = new URLSearchParams({ limit: String(RECENT_MESSAGES) });
    return (await this.rest.get(Routes.channelMessages(channelId), query)) as APIMessage[];
  }
}

function showsEvent(message: APIMessage, eventId: string): boolean {
  const rows = message.components ?? [];
  return rows.some(
    (row) =>
      'components' in row &&
      row.components.some(
        (component) => 'custom_id' in component && parseCustomId(component.custom_id)?.event_id === eventId,
      ),
  );
}
