import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiForbiddenResponse, ApiSecurity } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ACCESS, type Access } from '../../common/access.js';
import type { Actor } from '../../common/actor.js';
import { unauthenticated } from '../../common/errors.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request; set by `AccessGuard` on every route that needs a user. */
    actor?: Actor;
  }
}

const access = (value: Access) => SetMetadata(ACCESS, value);

/** Anyone may call the route. Without it a route needs a bearer token. */
export const Public = (): ClassDecorator & MethodDecorator => access('public');

/** Anyone may call the route; who shows a token is known to it, by `@CurrentActorOrNull()`. */
export const Anyone = (): ClassDecorator & MethodDecorator =>
  applyDecorators(access('anyone'), ApiSecurity({}), ApiBearerAuth('access_token'));

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
  const actor = actorOf(context);
  if (actor === null) throw unauthenticated('Sign in first.');
  return actor;
});

/** The signed-in user or `null`, as a parameter of a route for `@Anyone()`. */
export const CurrentActorOrNull = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  actorOf(context),
);

function actorOf(context: ExecutionContext): Actor | null {
  return context.switchToHttp().getRequest<FastifyRequest>().actor ?? null;
}
