import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig, RouteConstraints } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import { ACCESS, type Access } from '../common/access.js';
import { ROUTE_HOME, type RouteHome } from '../common/listeners.js';

/** A controller on the private listener alone, for holders of the internal secret: the bot's, and what every process has. */
export const PrivateApi = (): ClassDecorator => at('private');

/** A controller of the backend's internal API: where `INTERNAL_ON_PUBLIC` says, only for holders of the secret. */
export const BackendInternalApi = (): ClassDecorator => at('backend_internal');

/** What the route answers when it fails itself, for example `Failed to notify user`. */
export const FailsWith = (failure: string): MethodDecorator => RouteConfig({ failure });

/** A controller that every process has on both listeners, for anyone. */
export const Probes = (): ClassDecorator => at('everywhere', 'public');

function at(home: RouteHome, access: Access = 'internal'): ClassDecorator {
  return (controller) => {
    applyDecorators(SetMetadata(ACCESS, access), ApiExcludeController())(controller);
    // Fastify's constraints are read from the handlers alone.
    const handlers = controller.prototype as object;
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(handlers))) {
      if (name !== 'constructor') RouteConstraints({ [ROUTE_HOME]: home })(handlers, name, descriptor);
    }
  };
}
