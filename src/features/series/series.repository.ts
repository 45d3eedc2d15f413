import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { withId } from '../../infra/with-id.js';
import type { SeriesRecord } from './rules/series.js';
import { SERIES_MODEL, type SeriesDocument } from './series.schema.js';

/** What a write changes of a series. */
export type SeriesUpdate = Partial<Omit<SeriesRecord, 'id' | 'revision'>>;

/** Series of events. */
@Injectable()
export class SeriesRepository {
  constructor(@InjectModel(SERIES_MODEL) private readonly series: Model<SeriesDocument>) {}

  async create({ id, ...fields }: SeriesRecord): Promise<void> {
    await this.series.create({ _id: id, ...fields });
  }

  async find(id: string): Promise<SeriesRecord | null> {
    const document = await this.series.findById(id).lean();
    return document && withId(document);
  }

  async count(orgId: string): Promise<number> {
    return this.series.countDocuments({ org_id: orgId });
  }

  /** Newest first. @param before the last id of the page before; `null` for the first page */
  async list(orgId: string, before: string | null, limit: number): Promise<SeriesRecord[]> {
    const documents = await this.series
      .find({ org_id: orgId, ...(before !== null && { _id: { $lt: before } }) })
      .sort({ _id: -1 })
      .limit(limit)
      .lean();
    return documents.map(withId);
  }

  /** Those with something to be done by now, the most overdue first. */
  async listDue(now: Date, limit: number): Promise<string[]> {
    const documents = await this.series
      .find({ due_at: { $lte: now, $type: 'date' } }, { _id: 1 })
      .sort({ due_at: 1 })
      .limit(limit)
      .lean<{ _id: string }[]>();
    return documents.map(({ _id }) => _id);
  }

  /** @returns the series after the write; `null` when somebody else has changed it since, or removed it */
  async update({ id, revision }: SeriesRecord, changes: SeriesUpdate): Promise<SeriesRecord | null> {
    const document = await this.series
      .findOneAndUpdate(
        { _id: id, revision },
        { $set: { ...changes, revision: revision + 1 } },
        { returnDocument: 'after' },
      )
      .lean();
    return document && withId(document);
  }

  /** @returns whether there was one */
  async remove(id: string): Promise<boolean> {
    return (await this.series.deleteOne({ _id: id })).deletedCount === 1;
  }

  async listMadeBy(userId: string): Promise<SeriesRecord[]> {
    const documents = await this.series.find({ created_by: userId }).lean();
    return documents.map(withId);
  }

  async replaceMaker(userId: string, by: string): Promise<void> {
    await this.series.updateMany({ created_by: userId }, { $set: { created_by: by } });
  }
}
