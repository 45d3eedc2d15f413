/** Injection token of the BullMQ queue. */
export const QUEUE = Symbol('QUEUE');

/** The one queue, and its keys' prefix in Redis. */
export const QUEUE_NAME = 'verselink';
