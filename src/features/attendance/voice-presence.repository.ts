import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { withId } from '../../infra/with-id.js';
import { VOICE_PRESENCE_MODEL, type VoicePresenceDocument } from './attendance.schema.js';
import type { Window } from './rules/presence.js';

/** Somebody in a voice channel. */
export type VoicePresence = Omit<VoicePresenceDocument, '_id'> & { readonly id: string };

/** Who is and was in voice channels (`voice_presence`). */
@Injectable()
export class VoicePresenceRepository {
  constructor(@InjectModel(VOICE_PRESENCE_MODEL) private readonly presence: Model<VoicePresenceDocument>) {}

  /** Notes that somebody is in a channel, if they are not noted on that server yet. */
  async enter(who: Omit<VoicePresence, 'id' | 'joined_at' | 'left_at'>, now: Date): Promise<void> {
    const { guild_id, discord_id, ...where } = who;
    try {
      await this.presence.updateOne(
        { guild_id, discord_id, left_at: null },
        { $setOnInsert: { _id: uuidv7(), ...where, joined_at: now } },
        { upsert: true },
      );
    } catch (error) {
      // Another process heard the same at the same moment.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  /** Notes that somebody left a channel. @returns false when another process was faster */
  async leave({ id }: VoicePresence, now: Date): Promise<boolean> {
    const { modifiedCount } = await this.presence.updateOne(
      { _id: id, left_at: null },
      { $set: { left_at: now } },
    );
    return modifiedCount === 1;
  }

  async remove({ id }: VoicePresence): Promise<void> {
    await this.presence.deleteOne({ _id: id });
  }

  /** Who is in voice channels of a server by what is noted. @param discordId only this person */
  async listPresent(guildId: string, discordId?: string): Promise<VoicePresence[]> {
    const person = discordId === undefined ? {} : { discord_id: discordId };
    const documents = await this.presence.find({ guild_id: guildId, ...person, left_at: null }).lean();
    return documents.map(withId);
  }

  /** Who was in an event's channels at some time of a window. */
  async listIn(
    eventId: string,
    channelIds: readonly string[],
    { from, to }: Window,
  ): Promise<VoicePresence[]> {
    const documents = await this.presence
      .find({
        $or: [{ event_id: eventId }, { channel_id: { $in: [...channelIds] } }],
        joined_at: { $lt: to },
        $and: [{ $or: [{ left_at: null }, { left_at: { $gt: from } }] }],
      })
      .lean();
    return documents.map(withId);
  }

  async listOf(discordId: string): Promise<VoicePresence[]> {
    return (await this.presence.find({ discord_id: discordId }).lean()).map(withId);
  }

  async removeOf(discordId: string): Promise<void> {
    await this.presence.deleteMany({ discord_id: discordId });
  }
}
