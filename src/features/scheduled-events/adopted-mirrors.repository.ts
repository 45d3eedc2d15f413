import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { newMirror, toMirror } from './discord-events.repository.js';
import { MIRROR_MODEL, type MirrorDocument } from './discord-events.schema.js';
import { occurrenceKey } from './rules/adoption.js';
import type { Mirror } from './rules/mirror.js';
import type { FoundScheduledEvent } from './rules/scheduled-event.js';

/** Mirrors whose scheduled event a person made. */
@Injectable()
export class AdoptedMirrorsRepository {
  constructor(@InjectModel(MIRROR_MODEL) private readonly mirrors: Model<MirrorDocument>) {}

  /** Keeps a scheduled event that a person made as an event's mirror. @returns the one that keeps it, if several did at once */
  async adopt(eventId: string, { id, guild_id, ...found }: FoundScheduledEvent): Promise<Mirror> {
    const own = {
      ...newMirror(eventId, guild_id, 0),
      discord_event_id: id,
      adopted: true,
      status: found.status,
      confirmed: found.fields,
      user_count: found.user_count,
    };
    await this.mirrors.create(own);
    const first = await this.mirrors.findOne({ discord_event_id: id }).sort({ _id: 1 }).lean();
    if (first === null || first.event_id === eventId) return toMirror(own);
    await this.mirrors.deleteOne({ _id: own._id });
    return toMirror(first);
  }

  /**
   * Keeps one occurrence of a recurring scheduled event as an event's. The series stays its maker's: the mirror has the signup message
   * alone. @returns the mirror that keeps the occurrence, if several did at once
   */
  async adoptOccurrence(eventId: string, found: FoundScheduledEvent): Promise<Mirror> {
    const occurrence = occurrenceKey(found);
    const own: MirrorDocument = {
      ...newMirror(eventId, found.guild_id, 0),
      ...{ adopted: true, detached: ['scheduled_event'], occurrence },
    };
    try {
      await this.mirrors.create(own);
    } catch (error) {
      const first = isDuplicateKey(error) ? await this.mirrors.findOne({ occurrence }).lean() : null;
      if (first === null) throw error;
      return toMirror(first);
    }
    return toMirror(own);
  }

  /** The mirror of an occurrence of a recurring scheduled event that was adopted last. */
  async findSeries(discordEventId: string): Promise<Mirror | null> {
    const document = await this.mirrors
      .findOne({ occurrence: { $gt: `${discordEventId}:`, $lt: `${discordEventId};` } })
      .sort({ occurrence: -1 })
      .lean();
    return document && toMirror(document);
  }
}
