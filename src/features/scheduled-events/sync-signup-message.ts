import { Injectable } from '@nestjs/common';
import { MessagesApi } from '../../discord-api/messages.api.js';
import { DiscordFailure } from '../../common/discord-failure.js';
import { nonceOf } from '../../common/nonce.js';
import type { Event } from '../events/rules/event.js';
import type { Guild } from '../guilds/rules/guild.js';
import type { InteractiveMessage } from './rules/mirror.js';
import { InteractiveMessagesRepository } from './interactive-messages.repository.js';
import { SignupMessagesService, type RenderedMessage } from './signup-messages.service.js';

/** Makes a server's signup message match the truth. Call it under the mirror's claim. */
@Injectable()
export class SyncSignupMessage {
  constructor(
    private readonly api: MessagesApi,
    private readonly messages: InteractiveMessagesRepository,
    private readonly rendering: SignupMessagesService,
  ) {}

  /** @throws DiscordFailure what Discord refused */
  async execute(event: Event, guild: Guild): Promise<void> {
    const over = event.state === 'completed' || event.state === 'cancelled';
    const existing = await this.messages.find(event.id, guild.guild_id);
    const channelId = existing?.channel_id ?? guild.event_channel_id;
    if (channelId === null || existing?.active === false) return;
    if (over && existing?.message_id === undefined) return;

    const row = await this.messages.ensure(event.id, guild.guild_id, channelId);
    await this.deleteReplaced(row);
    const message = await this.rendering.render(event, guild.locale);
    if (row.message_id === null) await this.post(row, message, over);
    else await this.edit(row, row.message_id, message, over);
  }

  /** Takes the message away; one that is gone already is as good. */
  async remove(eventId: string, guildId: string): Promise<void> {
    const row = await this.messages.find(eventId, guildId);
    if (row === null) return;
    const messageId = row.message_id ?? (await this.findLost(row));
    await this.deleteReplaced(row);
    if (messageId !== null) await this.deleteMessage(row.channel_id, messageId);
    await this.messages.delete(row.id);
  }

  private async deleteReplaced({ id, replaces }: InteractiveMessage): Promise<void> {
    if (replaces === null) return;
    await this.deleteMessage(replaces.channel_id, replaces.message_id);
    await this.messages.update(id, { replaces: null });
  }

  private async deleteMessage(channelId: string, messageId: string): Promise<void> {
    try {
      await this.api.delete(channelId, messageId);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  private async post(row: InteractiveMessage, message: RenderedMessage, over: boolean): Promise<void> {
    const lost = await this.findLost(row);
    if (lost !== null) {
      await this.edit(row, lost, message, over);
      return;
    }
    if (over) return;
    await this.messages.update(row.id, { posting_since: new Date() });
    try {
      const message_id = await this.api.post(row.channel_id, message.body, nonceOf('signup-message', row.id));
      const done = { message_id, confirmed_digest: message.digest, last_edited_at: new Date() };
      await this.messages.update(row.id, { ...done, posting_since: null });
    } catch (error) {
      const refused = error instanceof DiscordFailure && !error.outcomeUnknown;
      if (refused) await this.messages.update(row.id, { posting_since: null });
      throw error;
    }
  }

  private async edit(
    row: InteractiveMessage,
    message_id: string,
    message: RenderedMessage,
    over: boolean,
  ): Promise<void> {
    if (row.confirmed_digest === message.digest) return;
    try {
      await this.api.edit(row.channel_id, message_id, message.body);
    } catch (error) {
      if (!isGone(error)) throw error;
      // Deleted by hand: left alone until `signup-message` or `create` asks for it again.
      await this.messages.update(row.id, { active: false, message_id: null, posting_since: null });
      return;
    }
    const last_edited_at = new Date();
    await this.messages.update(row.id, {
      message_id,
      confirmed_digest: message.digest,
      last_edited_at,
      posting_since: null,
      active: !over,
    });
  }

  /** After a post whose answer was lost: the message that Discord already has, if any. */
  private async findLost(row: InteractiveMessage): Promise<string | null> {
    if (row.posting_since === null) return null;
    return this.api.findSignupMessage(row.channel_id, row.event_id);
  }
}

function isGone(error: unknown): boolean {
  return error instanceof DiscordFailure && error.treatment === 'gone';
}
