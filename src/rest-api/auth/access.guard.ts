import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ACCESS, type Access, bearerToken } from '../../common/access.js';
import { forbidden, unauthenticated } from '../../common/errors.js';
import { Config } from '../../config/config.js';
import { AuthenticationService, type Caller } from '../../features/sessions/authentication.service.js';
import { type Resource, scopeFor } from '../../features/sessions/rules/personal-token.js';
import { Cookies } from './cookies.js';
import { isFromOwnPage } from './own-address.js';
import { RESOURCE } from './access.decorators.js';

/** Methods that change nothing. */
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Stands before every HTTP route and lets no one pass unless the route's `Access` says so. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: AuthenticationService,
    private readonly cookies: Cookies,
    private readonly config: Config,
  ) {}

  /**
   * @throws unauthenticated without a good token or session
   * @throws forbidden when the route is for site admins and the user is none, when a personal token lacks the scope, or when
   * another site's page made the browser send its cookie
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Discord's interactions come through the gateway with their own proof of who acts.
    if (context.getType<string>() !== 'http') return true;
    const access = (this.metadata(ACCESS, context) as Access | undefined) ?? 'user';
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (access === 'internal') return request.internalCaller === true;
    const resource = (this.metadata(RESOURCE, context) as Resource | null | undefined) ?? null;
    return this.admit(request, context.switchToHttp().getResponse<FastifyReply>(), access, resource);
  }

  /**
   * Whether somebody may come in; notes who it is. Also for routes that Nest does not serve.
   * @param resource of which a personal token needs the scope; `null` for none that it could have
   * @throws unauthenticated · forbidden as `canActivate`
   */
  async admit(
    request: FastifyRequest,
    reply: FastifyReply,
    access: Exclude<Access, 'public' | 'internal'>,
    resource: Resource | null = null,
  ): Promise<boolean> {
    const caller = await this.callerOf(request, reply);
    if (caller === null || (access === 'session' && request.headers.authorization !== undefined)) {
      if (access === 'anyone') return true;
      throw unauthenticated(
        access === 'session'
          ? 'This needs the cookie of a session, and no Authorization header. Sign in first.'
          : 'Sign in, or send an access token: "Authorization: Bearer <token>".',
      );
    }
    request.actor = caller.actor;
    if (caller.sessionId !== null) request.sessionId = caller.sessionId;
    requireScope(caller, access === 'site_admin' ? 'admin' : resource, request.method);
    if (access === 'site_admin' && !caller.actor.site_admin) {
      throw forbidden('Only site admins may do this.', 'site_admin_required');
    }
    return true;
  }

  /** Who sends the request; `null` when nothing says so. A cookie never counts beside an Authorization header of any kind. */
  private async callerOf(request: FastifyRequest, reply: FastifyReply): Promise<Caller | null> {
    const { authorization } = request.headers;
    if (authorization === undefined) return this.bySession(request, reply);
    const token = bearerToken(authorization);
    // Credentials of another scheme, such as a calendar program's own, are no token of ours.
    return token === null ? null : this.authentication.authenticate(token);
  }

  private async bySession(request: FastifyRequest, reply: FastifyReply): Promise<Caller | null> {
    const secret = this.cookies.read('session', request);
    if (secret === null) return null;
    if (!READING.has(request.method) && !isFromOwnPage(this.config, request)) {
      throw forbidden('This request did not come from a page of VerseLink.', 'cross_site_request');
    }
    const caller = await this.authentication.bySession(secret);
    if (caller?.isProlonged === true) this.cookies.write('session', request, reply, secret);
    return caller;
  }

  private metadata(key: string, context: ExecutionContext): unknown {
    return this.reflector.getAllAndOverride<unknown>(key, [context.getHandler(), context.getClass()]);
  }
}

/** The one place where scopes are enforced: of what says no scope, a personal token opens nothing. */
function requireScope({ scopes }: Caller, resource: Resource | 'admin' | null, method: string): void {
  if (scopes === null) return;
  const scope = scopeFor(resource, READING.has(method));
  if (scope !== null && scopes.includes(scope)) return;
  throw forbidden(
    scope === null ? 'Personal tokens cannot do this.' : `The token lacks the scope ${scope}.`,
    'insufficient_scope',
  );
}
