import { Injectable } from '@nestjs/common';
import { type APIMessage, ComponentType, MessageFlags, Routes } from 'discord.js';
import type { ReadableMessage } from '../features/scheduled-events/rules/comparison.js';
import { parseCustomId } from '../features/scheduled-events/rules/custom-id.js';
import { DiscordFailure } from '../common/discord-failure.js';
import { BotUserApi } from './bot-user.api.js';
import { DiscordRest } from './discord-rest.js';

/** How far back a lost signup message is looked for. */
const RECENT_MESSAGES = 100;

/** A message as Discord has it. */
export interface FoundMessage extends ReadableMessage {
  /** Whether its embeds are shown: people may hide them. */
  readonly is_whole: boolean;
}

/** Messages with components in Discord's channels: signup messages and role menus. Every method throws `DiscordFailure`. */
@Injectable()
export class MessagesApi {
  constructor(
    private readonly rest: DiscordRest,
    private readonly botUser: BotUserApi,
  ) {}

  /**
   * Posts a message.
   * @param nonce at most 25 characters; Discord returns the first message for a quick repeat with the same one
   * @returns the message's id
   */
  async post(channelId: string, body: object, nonce: string): Promise<string> {
    const unique = { ...body, nonce, enforce_nonce: true };
    const message = (await this.rest.post(Routes.channelMessages(channelId), unique)) as APIMessage;
    return message.id;
  }

  /** Edits a message; embeds that a person hid are shown again. */
  async edit(channelId: string, messageId: string, body: object): Promise<void> {
    await this.rest.patch(Routes.channelMessage(channelId, messageId), { ...body, flags: 0 });
  }

  async delete(channelId: string, messageId: string): Promise<void> {
    await this.rest.delete(Routes.channelMessage(channelId, messageId));
  }

  /** How a message stands: whole, with its embeds hidden by a person, or gone, also with its channel. */
  async look(channelId: string, messageId: string): Promise<'whole' | 'hidden' | 'gone'> {
    const found = await this.find(channelId, messageId);
    if (found === null) return 'gone';
    return found.is_whole ? 'whole' : 'hidden';
  }

  /** A message; `null` when it is gone, also with its channel. */
  async find(channelId: string, messageId: string): Promise<FoundMessage | null> {
    try {
      const message = (await this.rest.get(Routes.channelMessage(channelId, messageId))) as APIMessage;
      const { embeds, components = [] } = message;
      const rows = components.filter((row) => row.type === ComponentType.ActionRow);
      return { is_whole: isWhole(message), embeds, components: rows };
    } catch (error) {
      if (error instanceof DiscordFailure && error.treatment === 'gone') return null;
      throw error;
    }
  }

  /** The ids of those of the channel's last messages that are whole; none when the bot may not read them, or the channel is gone. */
  async listWholeIds(channelId: string): Promise<string[]> {
    try {
      return (await this.listRecent(channelId)).filter(isWhole).map(({ id }) => id);
    } catch (error) {
      if (error instanceof DiscordFailure && ['gone', 'forbidden'].includes(error.treatment)) return [];
      throw error;
    }
  }

  /** The id of the event's first signup message among the channel's recent ones of our bot; `null` when there is none. */
  async findSignupMessage(channelId: string, eventId: string): Promise<string | null> {
    return this.findOwn(channelId, (customId) => parseCustomId(customId)?.event_id === eventId);
  }

  /** The id of the first message among the channel's recent ones of our bot that has such a component; `null` when there is none. */
  async findOwn(channelId: string, isOfIt: (customId: string) => boolean): Promise<string | null> {
    const messages = await this.listRecent(channelId);
    const botId = await this.botUser.id();
    const own = messages.filter(({ author }) => author.id === botId);
    return own.findLast((message) => customIdsOf(message).some(isOfIt))?.id ?? null;
  }

  private async listRecent(channelId: string): Promise<APIMessage[]> {
    const query = new URLSearchParams({ limit: String(RECENT_MESSAGES) });
    return (await this.rest.get(Routes.channelMessages(channelId), query)) as APIMessage[];
  }
}

function isWhole({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.SuppressEmbeds) === 0;
}

function customIdsOf({ components = [] }: APIMessage): string[] {
  return components.flatMap((row) =>
    'components' in row
      ? row.components.flatMap((component) => ('custom_id' in component ? [component.custom_id] : []))
      : [],
  );
}
