import type { FastifyRequest } from 'fastify';

/** So many in such a time. */
export interface Rate {
  readonly max: number;
  readonly windowMs: number;
}

/**
 * Counts a request.
 * @returns `null` while there are not too many, else the seconds to wait
 */
export type Limit = (request: FastifyRequest) => Promise<number | null>;
