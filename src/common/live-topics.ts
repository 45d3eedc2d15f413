const UUID = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';

/**
 * Something that pages show and that changes: an event with its roster, what servers show of it, the events of an organization, a
 * registered server, all jobs.
 */
export type Topic =
  `event:${string}` | `mirrors:${string}` | `organization:${string}` | `guild:${string}` | 'jobs';

/** What a page may ask to hear of: topics, and `events`, which stands for all organizations of whoever asks. */
export type AskedTopic = Topic | 'events';

/** The topics that somebody may ask for, as a regular expression. */
export const ASKED_TOPIC = `(?:(?:event|mirrors|organization):${UUID}|guild:\\d{17,20}|jobs|events)`;

/** That a topic has a new version. */
export interface News {
  readonly topic: Topic;
  /** Another number than before: an event's rises with each write, those of other topics are times in milliseconds. */
  readonly version: number;
}
