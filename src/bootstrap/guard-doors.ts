import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bearerToken } from '../common/access.js';
import type { Config } from '../config/config.js';
import { RedisConnections } from '../infra/redis.module.js';
import { AuthenticationService } from '../features/sessions/authentication.service.js';
import { isInternalPath, refuseAtGate, showsSecret } from '../internal-api/gate.js';
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
  const limit = config.rateLimit && (await requestLimit(limiter, config.rateLimit, authentication));

  const admit = async (request: FastifyRequest, reply: FastifyReply, isInternal: boolean): Promise<void> => {
    if (limit !== null && listenerOf(request.raw) === 'public') {
      await limit(request, reply, isInternal ? null : bearerToken(request.headers.authorization));
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

function pathOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? request.url.split('?', 1)[0] ?? '/';
}
