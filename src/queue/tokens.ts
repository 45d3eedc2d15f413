import type { Queue } from 'bullmq';

/**
 * The queues, by their keys' prefix in Redis. Deliveries of webhooks have one of their own: they wait for strangers' servers,
 * and must not stand before what members wait for.
 */
export const QUEUE_NAMES = ['verselink', 'verselink-webhooks'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

/** Injection token of the BullMQ queues. */
export const QUEUES = Symbol('QUEUES');
export type Queues = Readonly<Record<QueueName, Queue>>;
