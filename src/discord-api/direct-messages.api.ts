import { Injectable } from '@nestjs/common';
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIDMChannel,
  ButtonStyle,
  ComponentType,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import type { DirectMessage } from '../features/notifications/rules/direct-message.js';
import { DiscordFailure } from '../common/discord-failure.js';
import { DiscordRest } from './discord-rest.js';
import { MessagesApi } from './messages.api.js';
import { userTag } from './user-tag.js';

/** Invalid Recipient(s); Invalid Form Body, for an id that was never given out. */
const NO_SUCH_RECIPIENT: readonly number[] = [50033, 50035];

/** Messages to one person. Every method throws `DiscordFailure`. */
@Injectable()
export class DirectMessagesApi {
  constructor(
    private readonly rest: DiscordRest,
    private readonly messages: MessagesApi,
  ) {}

  /**
   * Sends a message that pings no one.
   * @param nonce at most 25 characters; Discord returns the first message for a quick repeat with the same one
   * @returns whom it reached, as people name them
   */
  async send(discordId: string, message: DirectMessage, nonce: string | null): Promise<string> {
    const channel = await this.open(discordId);
    const body: RESTPostAPIChannelMessageJSONBody = {
      content: message.content,
      ...(message.fields.length > 0 && {
        embeds: [{ fields: message.fields.map((field) => ({ ...field })) }],
      }),
      ...(message.buttons !== undefined && { components: [rowOf(message.buttons)] }),
      allowed_mentions: { parse: [] },
      ...(nonce !== null && { nonce, enforce_nonce: true }),
    };
    await this.rest.post(Routes.channelMessages(channel.id), body);
    const [recipient] = channel.recipients ?? [];
    return recipient === undefined ? discordId : userTag(recipient);
  }

  /** Whether one of the bot's recent messages to somebody has such a component. */
  async has(discordId: string, isOfIt: (customId: string) => boolean): Promise<boolean> {
    const { id } = await this.open(discordId);
    return (await this.messages.findOwn(id, isOfIt)) !== null;
  }

  /** @throws DiscordFailure `gone` also for a person that there never was */
  private async open(recipientId: string): Promise<APIDMChannel> {
    try {
      return (await this.rest.post(Routes.userChannels(), { recipient_id: recipientId })) as APIDMChannel;
    } catch (error) {
      if (!(error instanceof DiscordFailure) || !NO_SUCH_RECIPIENT.includes(error.code)) throw error;
      throw new DiscordFailure('gone', error.message, error.code);
    }
  }
}

/** The first button that is not quiet is the one that is meant to be pressed. */
function rowOf(buttons: NonNullable<DirectMessage['buttons']>): APIActionRowComponent<APIButtonComponent> {
  return {
    type: ComponentType.ActionRow,
    components: buttons.map((button, index) => {
      if ('url' in button) return { type: ComponentType.Button, style: ButtonStyle.Link, ...button };
      const { quiet, ...pressed } = button;
      const style = index === 0 && quiet !== true ? ButtonStyle.Success : ButtonStyle.Secondary;
      return { type: ComponentType.Button, style, ...pressed };
    }),
  };
}
