import { getHeapStatistics } from 'node:v8';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { unavailable } from '../common/errors.js';

/** How long the event loop may lag on average before requests are turned away, and over what time that is taken. */
const LAG_MS = 1_000;
const SAMPLE_MS = 5_000;
/** How much of the memory that Node.js allows itself may be in use. */
const HEAP_SHARE = 0.9;

/** Turns requests away with 503 while the process cannot keep up, instead of letting all of them wait. */
export async function refuseUnderPressure(fastify: FastifyInstance): Promise<void> {
  await fastify.register(underPressure, {
    maxEventLoopDelay: LAG_MS,
    maxHeapUsedBytes: getHeapStatistics().heap_size_limit * HEAP_SHARE,
    sampleInterval: SAMPLE_MS,
    pressureHandler: () =>
      Promise.reject(unavailable('Too much is going on at once. Try again in a moment.')),
  });
}
