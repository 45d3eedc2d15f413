import { Schema } from 'mongoose';
import type { Feed, FeedState } from './rules/feed.js';

/** A feed as MongoDB keeps it. */
export interface FeedDocument extends Omit<Feed, 'id'>, FeedState {
  readonly _id: string;
  /** Digest of the key in its link, which is kept nowhere. */
  readonly key_digest: string;
}

export const FEED_MODEL = 'CalendarFeed';

export const feedSchema = new Schema<FeedDocument>(
  {
    _id: { type: String, required: true },
    key_digest: { type: String, required: true },
    name: { type: String, required: true },
    user_id: { type: String, default: null },
    org_id: { type: String, default: null },
    include_private: { type: Boolean, required: true },
    created_by: { type: String, required: true },
    created_at: { type: Date, required: true },
    last_used_at: { type: Date, default: null },
    etag: { type: String, default: null },
    changed_at: { type: Date, required: true },
  },
  { collection: 'calendar_feeds', versionKey: false },
);

// findByKey(): every reading of a feed.
feedSchema.index({ key_digest: 1 }, { unique: true });
// list(), count() of a member's own.
feedSchema.index({ user_id: 1, _id: -1 });
// list(), count() of an organization's.
feedSchema.index({ org_id: 1, _id: -1 });
// replaceMaker(): what somebody made.
feedSchema.index({ created_by: 1 });
