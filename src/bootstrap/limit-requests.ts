import { HttpException, HttpStatus } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Limit, Rate } from '../common/limit.js';
import { addressOf, type Limiter } from './limiter.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose requests are counted together: the holder of a good token, else an address. */
    limitKey?: string;
  }
}

/** Refuses a request, with the access token, or the key of a calendar feed, that it shows if any, when there are too many. */
export type RequestLimit = (
  request: FastifyRequest,
  reply: FastifyReply,
  token: string | null,
) => Promise<void>;

/**
 * The limits of the public listener (`RATE_LIMIT`): of requests for each good token, else each address,
 * and of bad tokens for each address, a tenth of it. A token that is not good has no count of its own, since anybody can
 * make up any number of them.
 */
export async function requestLimit(
  limiter: Limiter,
  rate: Rate,
  recognizes: (request: FastifyRequest, token: string) => Promise<boolean>,
): Promise<RequestLimit> {
  const requests = await limiter.limit({
    ...rate,
    name: 'requests',
    keyOf: (request) => request.limitKey ?? addressOf(request),
  });
  const badTokens = await limiter.limit({
    name: 'bad-tokens',
    max: Math.max(1, Math.floor(rate.max / 10)),
    windowMs: rate.windowMs,
    keyOf: addressOf,
  });

  return async (request, reply, token) => {
    if (request.routeOptions.config.rateLimit === false) return;
    const isGood = token !== null && (await recognizes(request, token));
    if (isGood) request.limitKey = `token:${createHash('sha256').update(token).digest('base64url')}`;
    if (token !== null && !isGood) await refuseAbove(badTokens, request, reply);
    await refuseAbove(requests, request, reply);
  };
}

async function refuseAbove(limit: Limit, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const waitSeconds = await limit(request);
  if (waitSeconds === null) return;
  void reply.header('retry-after', String(waitSeconds));
  throw new HttpException('Too many requests', HttpStatus.TOO_MANY_REQUESTS);
}
