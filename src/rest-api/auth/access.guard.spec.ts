import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { describe, expect, it } from 'vitest';
import { ACCESS } from '../../common/access.js';
import { AccessGuard } from './access.guard.js';

/** A route is its metadata here. */
const internalRoute = () => undefined;
Reflect.defineMetadata(ACCESS, 'internal', internalRoute);

/** A request to the internal route, as the guard sees it. */
function context(request: object, type = 'http'): ExecutionContext {
  return {
    getType: () => type,
    getHandler: () => internalRoute,
    getClass: () => AccessGuard,
    switchToHttp: () => ({ getRequest: () => request }),
  } as unknown as ExecutionContext;
}

describe('AccessGuard', () => {
  const guard = new AccessGuard(
    new Reflector(),
    { authenticate: () => Promise.reject(new Error('no token is read for an internal route')) } as never,
    {} as never,
    {} as never,
  );

  it('keeps an internal route closed even if its address slipped past the gate', async () => {
    expect(await guard.canActivate(context({ headers: { authorization: 'Bearer x' } }))).toBe(false);
    expect(await guard.canActivate(context({ headers: {}, internalCaller: true }))).toBe(true);
  });

  it("leaves Discord's interactions to their own door", async () => {
    expect(await guard.canActivate(context({}, 'necord'))).toBe(true);
  });
});
