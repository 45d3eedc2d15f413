import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { withId } from '../../infra/with-id.js';
import { type Departure, DEPARTURE_MODEL, type DepartureDocument } from './departures.schema.js';

/** People who left servers of organizations a short while ago (`departures`). */
@Injectable()
export class DeparturesRepository {
  constructor(@InjectModel(DEPARTURE_MODEL) private readonly departures: Model<DepartureDocument>) {}

  /**
   * Notes that somebody left.
   * @param again whether they left just now, which counts anew for who had left before
   */
  async note(
    { org_id, guild_id, discord_id }: Pick<Departure, 'org_id' | 'guild_id' | 'discord_id'>,
    dueAt: Date,
    again: boolean,
  ): Promise<void> {
    const left = { guild_id, due_at: dueAt };
    const fresh = { _id: uuidv7(), event_ids: [] };
    try {
      await this.departures.updateOne(
        { discord_id, org_id },
        again ? { $set: left, $setOnInsert: fresh } : { $setOnInsert: { ...left, ...fresh } },
        { upsert: true },
      );
    } catch (error) {
      // Another process has noted the same at the same moment.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  async listDue(now: Date, limit: number): Promise<Departure[]> {
    const due = this.departures
      .find({ due_at: { $lte: now } })
      .sort({ due_at: 1 })
      .limit(limit);
    return (await due.lean()).map(withId);
  }

  /** Says that seats of these events are about to be freed. */
  async begin(id: string, eventIds: readonly string[]): Promise<void> {
    await this.departures.updateOne({ _id: id }, { $addToSet: { event_ids: { $each: [...eventIds] } } });
  }

  /** An event is done with. */
  async endOf(id: string, eventId: string): Promise<void> {
    await this.departures.updateOne({ _id: id }, { $pull: { event_ids: eventId } });
  }

  /** Looks again at another time, unless they left once more meanwhile. */
  async postpone({ id, due_at }: Departure, dueAt: Date): Promise<void> {
    await this.departures.updateOne({ _id: id, due_at }, { $set: { due_at: dueAt } });
  }

  /** It is settled, unless they left once more meanwhile. */
  async remove({ id, due_at }: Departure): Promise<void> {
    await this.departures.deleteOne({ _id: id, due_at });
  }

  async listOf(discordId: string): Promise<Departure[]> {
    return (await this.departures.find({ discord_id: discordId }).lean()).map(withId);
  }

  async removeOf(discordId: string): Promise<void> {
    await this.departures.deleteMany({ discord_id: discordId });
  }
}
