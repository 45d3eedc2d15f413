/** Injection token of the BullMQ queue. */
export const QUEUE = Symbol('QUEUE');

/** Injection token of the Redis connection that the queue adds jobs by. */
export const QUEUE_REDIS = Symbol('QUEUE_REDIS');

/** The one queue, and its keys' prefix in Redis. */
export const QUEUE_NAME = 'verselink';
