import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiForbiddenResponse, ApiSecurity } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ACCESS, type Access } from '../../common/access.js';
import type { Actor } from '../../common/actor.js';
import { unauthenticated } from '../../common/errors.js';
import type { Resource } from '../../features/sessions/rules/personal-token.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request; set by `AccessGuard` on every route that needs a user. */
    actor?: Actor;
    /** The session by which they are signed in; missing for tokens that belong to none. */
    sessionId?: string;
  }
}

/** Key of the metadata in which a route states what scope of a personal token opens it. */
export const RESOURCE = 'verselink:resource';

const access = (value: Access) => SetMetadata(ACCESS, value);

/** Anyone may call the route. Without it a route needs a bearer token or a session. */
export const Public = (): ClassDecorator & MethodDecorator => access('public');

/** Anyone may call the route; who shows a token is known to it, by `@CurrentActorOrNull()`. */
export const Anyone = (resource: Resource | null): ClassDecorator & MethodDecorator =>
  applyDecorators(access('anyone'), ApiSecurity({}), SignedIn(resource));

/** Only site admins may call the route. */
export const SiteAdmin = (): ClassDecorator & MethodDecorator =>
  applyDecorators(
    access('site_admin'),
    ApiForbiddenResponse({ description: 'Only site admins may do this.' }),
  );

/**
 * Marks a controller whose routes need a bearer token or a session, for the description of the API; the guard needs no mark.
 * @param resource what the scopes of personal tokens call it; `null` when no such token opens these routes, or `admin` alone
 */
export const SignedIn = (resource: Resource | null): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(RESOURCE, resource), ApiBearerAuth('access_token'), ApiCookieAuth('session'));

/** No personal token opens the route, although one may open others of its controller. */
export const NotByPersonalToken = (): MethodDecorator => SetMetadata(RESOURCE, null);

/** Only a browser by its session's cookie may call the route. */
export const BySession = (): ClassDecorator & MethodDecorator =>
  applyDecorators(access('session'), ApiCookieAuth('session'));

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

/** The id of the session by which the user is signed in, or `null`, as a handler's parameter. */
export const CurrentSessionId = createParamDecorator(
  (_data: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<FastifyRequest>().sessionId ?? null,
);

function actorOf(context: ExecutionContext): Actor | null {
  return context.switchToHttp().getRequest<FastifyRequest>().actor ?? null;
}
