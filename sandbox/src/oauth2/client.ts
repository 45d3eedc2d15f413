import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.js';
import { sameText } from '../validation/same-text.js';

/** Whether a request comes from the application: by its id and secret, in the Authorization header (Basic) or in the body. */
export function isClient({ world }: Context, request: FastifyRequest, body: Record<string, string>): boolean {
  const { application_id, client_secret } = world.ownApplication;
  const [id, secret] = basicOf(request.headers.authorization) ?? [body['client_id'], body['client_secret']];
  return id === application_id && secret !== undefined && sameText(secret, client_secret);
}

function basicOf(header: string | undefined): [string, string] | null {
  const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  return colon === -1 ? null : [text.slice(0, colon), text.slice(colon + 1)];
}
