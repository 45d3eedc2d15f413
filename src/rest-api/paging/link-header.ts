import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Page } from '../../common/page.js';

/**
 * For the lists that are plain arrays (contract.md §3): puts the next page into a `Link` header (RFC 8288).
 * @returns the rows
 */
export function linkNextPage<T>(page: Page<T>, request: FastifyRequest, reply: FastifyReply): T[] {
  if (page.next_cursor !== null) {
    const [path = '', query = ''] = request.url.split('?', 2);
    const next = new URLSearchParams(query);
    next.set('cursor', page.next_cursor);
    void reply.header('link', `<${path}?${next.toString()}>; rel="next"`);
  }
  return page.items;
}
