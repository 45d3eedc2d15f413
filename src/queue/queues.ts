import { Queue } from 'bullmq';
import type { RedisConnections } from '../infra/redis.module.js';
import type { QueueName } from './kinds.js';

/** Injection token of the BullMQ queues. */
export const QUEUES = Symbol('QUEUES');
export type Queues = Readonly<Record<QueueName, Queue>>;

/** Opens the producer's side of every queue. */
export function openQueues(redis: RedisConnections): Queues {
  const open = (name: QueueName): Queue =>
    new Queue(name, { connection: redis.shared }).on('error', (error) => {
      redis.report(error);
    });
  return { verselink: open('verselink'), 'verselink-webhooks': open('verselink-webhooks') };
}
