import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';

/** Headers on every answer: it is data, not a page; only the documentation page runs scripts, its own ones. */
export function securityHeaders(
  request: FastifyRequest,
  reply: FastifyReply,
  done: HookHandlerDoneFunction,
): void {
  const isPage = request.url.startsWith('/api/docs');
  void reply.headers({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'content-security-policy': isPage
      ? "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"
      : "default-src 'none'; frame-ancestors 'none'",
  });
  if (!isPage) void reply.header('cache-control', 'no-store');
  done();
}
