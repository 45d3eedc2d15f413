import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Page } from '../../common/page.js';

/**
 * Answers with a plain array whose next page, if any, is in the `Link` header (RFC 8288).
 * The link is the request's own address with another `cursor`.
 */
export function sendArray<T>(page: Page<T>, request: FastifyRequest, reply: FastifyReply): T[] {
  if (page.next_cursor !== null) {
    const [path = '', query = ''] = request.url.split('?');
    const parameters = new URLSearchParams(query);
    parameters.set('cursor', page.next_cursor);
    reply.header('Link', `<${path}?${parameters.toString()}>; rel="next"`);
  }
  return page.items;
}
