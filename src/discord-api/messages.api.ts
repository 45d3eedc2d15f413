import { Injectable } from '@nestjs/common';
import { Routes, type APIMessage } from 'discord.js';
import type { Board } from '../features/scheduled-events/rules/board.js';
import { parseComponentId } from '../features/scheduled-events/rules/component-id.js';
import { toBoardMessage } from '../features/scheduled-events/rules/board-message.js';
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
   * Posts a board.
   * @param nonce at most 25 characters; Discord returns the first message for a quick repeat with the same one
   * @returns the message's id
   */
  async post(channelId: string, board: Board, eventId: string, nonce: string): Promise<string> {
    const body = { ...toBoardMessage(board, eventId), nonce, enforce_nonce: true };
    const message = (await this.rest.post(Routes.channelMessages(channelId), body)) as APIMessage;
    return message.id;
  }

  async edit(channelId: string, messageId: string, board: Board, eventId: string): Promise<void> {
    await this.rest.patch(Routes.channelMessage(channelId, messageId), toBoardMessage(board, eventId));
  }

  async delete(channelId: string, messageId: string): Promise<void> {
    await this.rest.delete(Routes.channelMessage(channelId, messageId));
  }

  /** The id of the event's first signup message among the channel's recent ones of our bot; `null` when there is none. */
  async findBoard(channelId: string, eventId: string): Promise<string | null> {
    const query = new URLSearchParams({ limit: String(RECENT_MESSAGES) });
    const messages = (await this.rest.get(Routes.channelMessages(channelId), query)) as APIMessage[];
    const botId = await this.botUser.id();
    const own = messages.filter(({ author }) => author.id === botId);
    return own.findLast((message) => showsEvent(message, eventId))?.id ?? null;
  }
}

function showsEvent(message: APIMessage, eventId: string): boolean {
  const rows = message.components ?? [];
  return rows.some(
    (row) =>
      'components' in row &&
      row.components.some(
        (component) =>
          'custom_id' in component && parseComponentId(component.custom_id)?.event_id === eventId,
      ),
  );
}
