import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
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
  async adopt(
    eventId: string,
    { id, guild_id, fields, status, user_count }: FoundScheduledEvent,
  ): Promise<Mirror> {
    const own = { adopted: true, discord_event_id: id, status, confirmed: fields, user_count };
    return this.keep({ ...newMirror(eventId, guild_id, 0), ...own }, { discord_event_id: id });
  }

  /**
   * Keeps one occurrence of a recurring scheduled event as an event's. The series stays its maker's: the mirror has the signup message
   * alone. @returns the mirror that keeps the occurrence, if several did at once
   */
  async adoptOccurrence(eventId: string, found: FoundScheduledEvent): Promise<Mirror> {
    const occurrence = occurrenceKey(found);
    const own = { adopted: true, detached: ['scheduled_event' as const], occurrence };
    return this.keep({ ...newMirror(eventId, found.guild_id, 0), ...own }, { occurrence });
  }

  /** The mirror of an occurrence of a recurring scheduled event that was adopted last. */
  async findSeries(discordEventId: string): Promise<Mirror | null> {
    const document = await this.mirrors
      .findOne({ occurrence: { $gt: `${discordEventId}:`, $lt: `${discordEventId};` } })
      .sort({ occurrence: -1 })
      .lean();
    return document && toMirror(document);
  }

  /** @param which tells it from every other one, by a unique index */
  private async keep(own: MirrorDocument, which: QueryFilter<MirrorDocument>): Promise<Mirror> {
    try {
      await this.mirrors.create(own);
      return toMirror(own);
    } catch (error) {
      const first = isDuplicateKey(error) ? await this.mirrors.findOne(which).lean() : null;
      if (first === null) throw error;
      return toMirror(first);
    }
  }
}
