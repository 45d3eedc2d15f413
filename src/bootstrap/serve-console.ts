import { existsSync } from 'node:fs';
import path from 'node:path';
import serveFiles from '@fastify/static';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ROOT } from '../common/version.js';

/** Where `npm run build` puts the console. */
const FOLDER = path.join(ROOT, 'console', 'dist');

/**
 * Serves the console below `/app`. Its files have a hash of what is in them in their names, and are kept for good; the page
 * that names them is asked for each time. Addresses below `/app` are the console's own, so each gets the page, but a file
 * that is missing is missing: a page from before an update must not take the page for its script.
 */
export async function serveConsole(fastify: FastifyInstance): Promise<void> {
  if (!existsSync(path.join(FOLDER, 'index.html'))) {
    new Logger('Console').warn('The console is not built, so /app is not served: npm run build');
    return;
  }
  await fastify.register(serveFiles, {
    root: path.join(FOLDER, 'assets'),
    prefix: '/app/assets/',
    preCompressed: true,
    index: false,
    immutable: true,
    maxAge: '365d',
  });
  const page = (request: FastifyRequest<{ Params: { '*'?: string } }>, reply: FastifyReply): FastifyReply => {
    if (path.extname(request.params['*'] ?? '') !== '') {
      reply.callNotFound();
      return reply;
    }
    return reply.header('cache-control', 'no-cache').sendFile('index.html', FOLDER, { cacheControl: false });
  };
  for (const address of ['/app', '/app/*']) fastify.get(address, page);
}
