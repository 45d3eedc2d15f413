/** A calendar that programs read again and again by a secret link: a member's own, or an organization's. */
export interface Feed {
  readonly id: string;
  readonly name: string;
  /** Whose events to come it has; `null` for an organization's. */
  readonly user_id: string | null;
  /** The organization whose events it has; `null` for a member's own. */
  readonly org_id: string | null;
  /** Whether it has the organization's unlisted and private events too. */
  readonly include_private: boolean;
  readonly created_by: string;
  readonly created_at: Date;
  /** Noted every ten minutes at most. */
  readonly last_used_at: Date | null;
}

/** What was in a feed's file when it last was read, so that programs need not take it again. */
export interface FeedState {
  /** Digest of the file. */
  readonly etag: string | null;
  /** When the file was first seen like this. */
  readonly changed_at: Date;
}

/** Code points of a feed's name, which programs show as the calendar's. */
export const FEED_NAME = { min: 1, max: 60 } as const;

/** Personal feeds that a member has at most. */
export const MAX_PERSONAL_FEEDS = 10;

const SECOND_MS = 1_000;

/** The state with this file: another file is later by a whole second at least, which is all that `Last-Modified` tells apart. */
export function nextState(before: FeedState, etag: string, now: Date): FeedState {
  if (before.etag === etag) return before;
  return { etag, changed_at: new Date(Math.max(now.getTime(), before.changed_at.getTime() + SECOND_MS)) };
}
