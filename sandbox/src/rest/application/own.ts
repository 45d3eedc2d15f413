import type { FastifyRequest } from 'fastify';
import type { Context } from '../../context.js';
import { refuse } from '../../errors.js';

/** A path that names an application. */
export interface InApplication {
  Params: { application_id: string };
}

/** Refuses (20012) what is asked of another application than one's own. */
export function checkOwn(
  { world }: Context,
  { params }: Pick<FastifyRequest<InApplication>, 'params'>,
): void {
  if (params.application_id !== world.ownApplication.application_id) throw refuse(20012);
}
