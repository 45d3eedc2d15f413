import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiForbiddenResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ACCESS, type Access } from '../../common/access.js';
import type { Actor } from '../../domain/actor.js';
import { unauthenticated } from '../../domain/errors.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request; set by `AccessGuard` on every route that needs a user. */
    actor?: Actor;
  }
}

const access = (value: Access) => SetMetadata(ACCESS, value);

/** Anyone may call the route. Without it a route needs a bearer token. */
export const Public = (): ClassDecorator & MethodDecorator => access('public');

/** Only site admins may call the route. */
export const SiteAdmin = (): ClassDecorator & MethodDecorator =>
  applyDecorators(
    access('site_admin'),
    ApiForbiddenResponse({ description: 'Only site admins may do this.' }),
  );

/** Marks a controller whose routes need a bearer token, for the description of the API; the guard needs no mark. */
export const SignedIn = (): ClassDecorator & MethodDecorator => ApiBearerAuth('access_token');

/** The signed-in user, as a handler's parameter. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (actor === undefined) throw unauthenticated('Sign in first.');
  return actor;
});
