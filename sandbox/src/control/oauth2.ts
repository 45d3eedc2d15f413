import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { addressWith } from '../oauth2/authorize.js';
import { issueCode } from '../oauth2/grants.js';
import { BadAuthorization, readAuthorization } from '../oauth2/request.js';
import { invalid } from '../validation/issues.js';
import { isObject, Reader } from '../validation/reader.js';

/** Somebody lets the application act for them, without a browser. Fields as in the address of the page, and `user_id`. */
export function oauth2ControlRoutes(app: FastifyInstance, context: Context): void {
  app.post('/oauth2/authorize', (request) => {
    const body = Reader.of(request.body);
    const userId = body.snowflake('user_id', { required: true }) ?? '';
    body.issues.refuseIfAny();
    if (!context.world.users.has(userId)) throw refuse(10013);
    const given = isObject(request.body) ? request.body : {};
    const clientId = context.world.ownApplication.application_id;
    const wanted = readOrRefuse(context, { client_id: clientId, response_type: 'code', ...given });
    const code = issueCode(context, userId, wanted);
    return { code, location: addressWith(wanted, { code }) };
  });
}

function readOrRefuse(
  context: Context,
  fields: Record<string, unknown>,
): ReturnType<typeof readAuthorization> {
  try {
    return readAuthorization(context, fields);
  } catch (error) {
    if (error instanceof BadAuthorization) throw invalid([], 'OAUTH2_INVALID', error.message);
    throw error;
  }
}
