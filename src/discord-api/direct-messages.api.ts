import { Injectable } from '@nestjs/common';
import {
  Routes,
  type APIDMChannel,
  type APIMessage,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js';
import type { DirectMessage } from '../features/notifications/rules/direct-message.js';
import { DiscordRest } from './discord-rest.js';

/** Messages to one person. Every method throws `DiscordFailure`. */
@Injectable()
export class DirectMessagesApi {
  constructor(private readonly rest: DiscordRest) {}

  /**
   * Sends a message that pings nobody.
   * @param nonce at most 25 characters; Discord returns the first message for a quick repeat with the same one
   * @returns the message's id
   */
  async send(discordId: string, message: DirectMessage, nonce: string | null): Promise<string> {
    const channel = (await this.rest.post(Routes.userChannels(), {
      recipient_id: discordId,
    })) as APIDMChannel;
    const body: RESTPostAPIChannelMessageJSONBody = {
      content: message.content,
      ...(message.fields.length > 0 && {
        embeds: [{ fields: message.fields.map((field) => ({ ...field })) }],
      }),
      allowed_mentions: { parse: [] },
      ...(nonce !== null && { nonce, enforce_nonce: true }),
    };
    const sent = (await this.rest.post(Routes.channelMessages(channel.id), body)) as APIMessage;
    return sent.id;
  }
}
