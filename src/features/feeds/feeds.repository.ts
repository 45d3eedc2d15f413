import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { withId } from '../../infra/with-id.js';
import { FEED_MODEL, type FeedDocument } from './feeds.schema.js';
import type { Feed, FeedState } from './rules/feed.js';

/** Whose feeds: a member's own, or an organization's. */
export type FeedOwner = { readonly user_id: string } | { readonly org_id: string };

/** Feeds, without the keys themselves. */
@Injectable()
export class FeedsRepository {
  constructor(@InjectModel(FEED_MODEL) private readonly feeds: Model<FeedDocument>) {}

  async create({ id, ...fields }: Feed, keyDigest: string): Promise<void> {
    const state: FeedState = { etag: null, changed_at: fields.created_at };
    await this.feeds.create({ _id: id, ...fields, ...state, key_digest: keyDigest });
  }

  async findByKey(keyDigest: string): Promise<(Feed & FeedState) | null> {
    const document = await this.feeds.findOne({ key_digest: keyDigest }).lean();
    return document && { ...toFeed(document), etag: document.etag, changed_at: document.changed_at };
  }

  async count(owner: FeedOwner): Promise<number> {
    return this.feeds.countDocuments(owner);
  }

  /** Newest first. @param before the last id of the page before; `null` for the first page */
  async list(owner: FeedOwner, before: string | null, limit: number): Promise<Feed[]> {
    const documents = await this.feeds
      .find({ ...owner, ...(before !== null && { _id: { $lt: before } }) })
      .sort({ _id: -1 })
      .limit(limit)
      .lean();
    return documents.map(toFeed);
  }

  async note(id: string, changes: Partial<FeedState & Pick<Feed, 'last_used_at'>>): Promise<void> {
    await this.feeds.updateOne({ _id: id }, { $set: changes });
  }

  /** @returns whether there was one */
  async remove(owner: FeedOwner, id: string): Promise<boolean> {
    return (await this.feeds.deleteOne({ _id: id, ...owner })).deletedCount === 1;
  }

  async removeAll(owner: FeedOwner): Promise<void> {
    await this.feeds.deleteMany(owner);
  }

  /** The feeds of organizations that somebody made. */
  async listMadeBy(userId: string): Promise<Feed[]> {
    const documents = await this.feeds.find({ created_by: userId, user_id: null }).lean();
    return documents.map(toFeed);
  }

  async replaceMaker(userId: string, by: string): Promise<void> {
    await this.feeds.updateMany({ created_by: userId }, { $set: { created_by: by } });
  }
}

function toFeed({ key_digest: _digest, etag: _etag, changed_at: _at, ...document }: FeedDocument): Feed {
  return withId(document);
}
