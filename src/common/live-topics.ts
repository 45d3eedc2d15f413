const UUID = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';

/**
 * Something that pages show and that changes: an event with its roster, what servers show of it, the events of an organization, a
 * registered server, where an account is signed in, all jobs.
 */
export type Topic =
  | `event:${string}`
  | `mirrors:${string}`
  | `organization:${string}`
  | `guild:${string}`
  | `account:${string}`
  | 'jobs';

/** What stands for topics of whoever asks: all of their organizations, and their account. */
export const OWN_TOPICS = ['events', 'account'] as const;

/** What a page may ask to hear of. */
export type AskedTopic = Exclude<Topic, `account:${string}`> | (typeof OWN_TOPICS)[number];

/** The topics that somebody may ask for, as a regular expression. */
export const ASKED_TOPIC = `(?:(?:event|mirrors|organization):${UUID}|guild:\\d{17,20}|jobs|${OWN_TOPICS.join('|')})`;

/** That a topic has a new version. */
export interface News {
  readonly topic: Topic;
  /** Another number than before: an event's rises with each write, those of other topics are times in milliseconds. */
  readonly version: number;
}
