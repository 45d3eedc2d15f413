import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { ANY_TEXT } from '../../infra/partial-indexes.js';
import type { InteractiveMessage } from './rules/mirror.js';
import { INTERACTIVE_MESSAGE_MODEL, type InteractiveMessageDocument } from './interactive-messages.schema.js';

/** What posting and editing may change. */
export type InteractiveMessageChange = Partial<
  Omit<InteractiveMessage, 'id' | 'event_id' | 'guild_id' | 'created_at'>
>;

/** Signup messages on Discord. Written only by the holder of the mirror's claim. */
@Injectable()
export class InteractiveMessagesRepository {
  constructor(
    @InjectModel(INTERACTIVE_MESSAGE_MODEL) private readonly messages: Model<InteractiveMessageDocument>,
  ) {}

  async find(eventId: string, guildId: string): Promise<InteractiveMessage | null> {
    const document = await this.messages.findOne({ event_id: eventId, guild_id: guildId }).lean();
    return document === null ? null : toMessage(document);
  }

  /** The rows of these events on these servers. */
  async listOf(eventIds: readonly string[], guildIds: readonly string[]): Promise<InteractiveMessage[]> {
    const which = { event_id: { $in: [...eventIds] }, guild_id: { $in: [...guildIds] } };
    return (await this.messages.find(which).lean()).map(toMessage);
  }

  /** The rows of messages that a server shows, or was asked to show. */
  async listByGuild(guildId: string): Promise<InteractiveMessage[]> {
    return (await this.messages.find({ guild_id: guildId, active: true }).lean()).map(toMessage);
  }

  async listByMessage(messageIds: readonly string[]): Promise<InteractiveMessage[]> {
    return (await this.messages.find({ message_id: { $in: [...messageIds] } }).lean()).map(toMessage);
  }

  async listByChannel(channelId: string): Promise<InteractiveMessage[]> {
    return (await this.messages.find({ channel_id: channelId, active: true }).lean()).map(toMessage);
  }

  /** Forgets an event's messages that a person deleted on Discord, so that they are posted again. */
  async forgetDeleted(eventId: string, guildIds: readonly string[]): Promise<void> {
    await this.messages.deleteMany({
      event_id: eventId,
      guild_id: { $in: [...guildIds] },
      active: false,
      message_id: null,
    });
  }

  /** Believes no longer that a server shows its messages as they were last confirmed: each is edited once more. */
  async doubtServer(guildId: string): Promise<void> {
    await this.messages.updateMany({ guild_id: guildId }, { $set: { confirmed_digest: null } });
  }

  /** As `doubtServer`, for an event's messages on these servers. */
  async doubtEvent(eventId: string, guildIds: readonly string[]): Promise<void> {
    const which = { event_id: eventId, guild_id: { $in: [...guildIds] } };
    await this.messages.updateMany(which, { $set: { confirmed_digest: null } });
  }

  /** The row of an event and a server, made for this channel when there is none yet. */
  async ensure(eventId: string, guildId: string, channelId: string): Promise<InteractiveMessage> {
    const document = await this.messages
      .findOneAndUpdate(
        { event_id: eventId, guild_id: guildId },
        {
          $setOnInsert: {
            _id: uuidv7(),
            channel_id: channelId,
            message_id: null,
            chosen: false,
            confirmed_digest: null,
            active: true,
            posting_since: null,
            last_edited_at: null,
            replaces: null,
            created_at: new Date(),
          },
        },
        { upsert: true, returnDocument: 'after' },
      )
      .lean();
    return toMessage(document);
  }

  /** As `moveTo`, because staff chose the channel. */
  async choose(eventId: string, guildId: string, channelId: string): Promise<void> {
    const row = await this.ensure(eventId, guildId, channelId);
    await this.update(row.id, { chosen: true });
    await this.moveTo(row, channelId);
  }

  /** Has the message be posted to a channel; one that stands in another channel is to be deleted. */
  async moveTo(row: InteractiveMessage, channelId: string): Promise<void> {
    if (row.channel_id === channelId && row.active) return;
    const moved = row.channel_id !== channelId && row.message_id !== null;
    await this.update(row.id, {
      channel_id: channelId,
      message_id: null,
      confirmed_digest: null,
      active: true,
      posting_since: null,
      ...(moved && { replaces: { channel_id: row.channel_id, message_id: row.message_id } }),
    });
  }

  async update(id: string, change: InteractiveMessageChange): Promise<void> {
    await this.messages.updateOne({ _id: id }, { $set: change });
  }

  async delete(id: string): Promise<void> {
    await this.messages.deleteOne({ _id: id });
  }

  async count({ active, since }: { active?: boolean; since?: Date } = {}): Promise<number> {
    return this.messages.countDocuments({
      message_id: ANY_TEXT,
      ...(active !== undefined && { active }),
      ...(since !== undefined && { created_at: { $gte: since } }),
    });
  }
}

/** Rows that were written before these fields came. */
const ADDED_LATER = { chosen: false };

function toMessage({ _id, ...message }: InteractiveMessageDocument): InteractiveMessage {
  return { id: _id, ...ADDED_LATER, ...message };
}
