import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ACCESS, type Access } from '../../common/access.js';
import { forbidden, unauthenticated } from '../../common/errors.js';
import { AuthenticationService } from '../../features/users/authentication.service.js';
import { bearerToken } from './bearer-token.js';

/** Stands before every HTTP route and lets only those pass whom the route's `Access` names. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: AuthenticationService,
  ) {}

  /**
   * @throws unauthenticated without a good token
   * @throws forbidden when the route is for site admins and the user is none
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Discord's interactions come through the gateway with their own proof of who acts.
    if (context.getType<string>() !== 'http') return true;
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (access === 'internal') return request.internalCaller === true;

    const token = bearerToken(request.headers.authorization);
    if (token === null) {
      // Credentials of another scheme, such as a calendar program's own, are no token of ours.
      if (access === 'anyone') return true;
      throw unauthenticated('Send an access token: "Authorization: Bearer <token>".');
    }
    request.actor = await this.authentication.authenticate(token);
    if (access === 'site_admin' && !request.actor.site_admin) {
      throw forbidden('Only site admins may do this.', 'site_admin_required');
    }
    return true;
  }
}
