import { Injectable } from '@nestjs/common';
import { type APIMessage, type RESTPostAPIChannelMessageJSONBody, Routes } from 'discord.js';
import { truncate } from '../common/text.js';
import { DiscordRest } from './discord-rest.js';

/** The length of a message's text (docs/discord.md). */
const CONTENT_LIMIT = 2_000;

/** A plain text for a channel. */
export interface ChannelText {
  readonly content: string;
  /** The only people whom it may ping. */
  readonly mentions: readonly string[];
  /** At most 25 characters; Discord returns the first message for a quick repeat with the same one. */
  readonly nonce: string;
}

/** Plain texts in a server's channels. Every method throws `DiscordFailure`. */
@Injectable()
export class ChannelMessagesApi {
  constructor(private readonly rest: DiscordRest) {}

  /** @returns the message's id */
  async post(channelId: string, { content, mentions, nonce }: ChannelText): Promise<string> {
    const body: RESTPostAPIChannelMessageJSONBody = {
      content: truncate(content, CONTENT_LIMIT),
      allowed_mentions: { parse: [], users: [...mentions] },
      nonce,
      enforce_nonce: true,
    };
    const message = (await this.rest.post(Routes.channelMessages(channelId), body)) as APIMessage;
    return message.id;
  }
}
