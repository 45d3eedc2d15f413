import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bearerToken } from '../common/access.js';
import type { Config } from '../config/config.js';
import { RedisConnections } from '../infra/redis.module.js';
import { FeedsService } from '../features/feeds/feeds.service.js';
import { AuthenticationService } from '../features/sessions/authentication.service.js';
import { isInternalPath, refuseAtGate, showsSecret } from '../internal-api/gate.js';
import { FEED_ROUTE } from './every-request.js';
import { requestLimit } from './limit-requests.js';
import { addressOf, Limiter } from './limiter.js';
import { listenerOf } from './listeners.js';

/** Of wrong internal secrets: on both listeners, and always on. */
const WRONG_SECRETS = { max: 10, windowMs: 60_000 };

/**
 * What every request has to pass before its body is read: holders of the internal secret at once; others within the
 * limits of the public listener, and never to an internal address.
 */
export async function guardDoors(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const limiter = new Limiter(fastify, app.get(RedisConnections, { strict: false }).shared);
  const wrongSecrets = await limiter.limit({ ...WRONG_SECRETS, name: 'wrong-secrets', keyOf: addressOf });
  const authentication = app.get(AuthenticationService, { strict: false });
  const feeds = app.get(FeedsService, { strict: false });
  const recognizes = (request: FastifyRequest, token: string): Promise<boolean> =>
    feedKeyOf(request) === undefined ? authentication.recognizes(token) : feeds.recognizes(token);
  const limit = config.rateLimit && (await requestLimit(limiter, config.rateLimit, recognizes));

  const admit = async (request: FastifyRequest, reply: FastifyReply, isInternal: boolean): Promise<void> => {
    if (limit !== null && listenerOf(request.raw) === 'public') {
      await limit(request, reply, isInternal ? null : tokenOf(request));
    }
    if (isInternal) await refuseAtGate(request, reply, wrongSecrets);
  };
  // Not an async function: holders of the secret, the busiest callers, wait for no promise.
  fastify.addHook('onRequest', (request, reply, done) => {
    const listener = listenerOf(request.raw);
    const isInternal = isInternalPath(pathOf(request), listener, config);
    if (isInternal && showsSecret(request, listener, config)) {
      done();
      return;
    }
    admit(request, reply, isInternal).then(() => {
      if (!reply.sent) done();
    }, done);
  });
}

/** What a request shows to be known by: the key in the address of a calendar feed, else a bearer token. */
function tokenOf(request: FastifyRequest): string | null {
  return feedKeyOf(request) ?? bearerToken(request.headers.authorization);
}

function feedKeyOf({ params, routeOptions }: FastifyRequest): string | undefined {
  return routeOptions.url === FEED_ROUTE ? (params as { key: string }).key : undefined;
}

function pathOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? request.url.split('?', 1)[0] ?? '/';
}
