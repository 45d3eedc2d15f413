import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { INTERACTION_COUNT_MODEL, type InteractionCountDocument } from './interaction-counts.schema.js';
import type { InteractionCount } from './rules/interactions.js';

/** How many interactions there were, hour by hour. */
@Injectable()
export class InteractionCountsRepository {
  constructor(
    @InjectModel(INTERACTION_COUNT_MODEL) private readonly counts: Model<InteractionCountDocument>,
  ) {}

  /** Adds to what is counted already. */
  async add(counts: readonly InteractionCount[]): Promise<void> {
    if (counts.length === 0) return;
    await this.counts.bulkWrite(
      counts.map(({ hour, kind, count, ack_ms, longest_ack_ms }) => ({
        updateOne: {
          filter: { _id: `${hour.toISOString().slice(0, 13)}:${kind}` },
          update: {
            $setOnInsert: { hour, kind },
            $inc: { count, ack_ms },
            $max: { longest_ack_ms },
          },
          upsert: true,
        },
      })),
    );
  }

  /** The hours that begin in a time, the oldest first. */
  async list(from: Date, to: Date): Promise<InteractionCount[]> {
    const documents = await this.counts
      .find({ hour: { $gte: from, $lt: to } })
      .sort({ hour: 1 })
      .lean();
    return documents.map(({ _id: _hourAndKind, ...count }) => count);
  }
}
