import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import serveFiles from '@fastify/static';
import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { ROOT } from '../common/version.js';

/** Where `npm run docs:build` puts the documents for people. */
const FOLDER = path.join(ROOT, 'site', 'dist');

/**
 * The scripts that stand in every page of the documents, as a policy allows them: they choose light or dark before anything is drawn,
 * and are the same in all pages. Empty while the documents are not built.
 */
export function scriptsOfDocs(): string[] {
  const page = path.join(FOLDER, 'index.html');
  if (!existsSync(page)) return [];
  return [...readFileSync(page, 'utf8').matchAll(/<script(?: id="[\w-]+")?>([^]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
}

/** Serves the documents below `/docs`, with a page of theirs for addresses that do not exist. */
export async function serveDocs(fastify: FastifyInstance): Promise<void> {
  if (!existsSync(path.join(FOLDER, 'index.html'))) {
    new Logger('Docs').warn('The documents are not built, so /docs is not served: npm run docs:build');
    return;
  }
  fastify.get('/docs', (_request, reply) => reply.redirect('/docs/'));
  await fastify.register(
    async (docs) => {
      docs.setNotFoundHandler((_request, reply) =>
        reply
          .code(404)
          .header('cache-control', 'no-cache')
          .type('text/html; charset=utf-8')
          .send(readFileSync(path.join(FOLDER, '404.html'))),
      );
      await docs.register(serveFiles, {
        root: FOLDER,
        preCompressed: true,
        // The console's registration has decorated replies already, where there is one.
        decorateReply: false,
        cacheControl: false,
        // Names of assets have a hash of what is in them; pages are asked for each time.
        setHeaders: (reply, file) => {
          const isAsset = file.startsWith(path.join(FOLDER, 'assets'));
          void reply.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      });
    },
    { prefix: '/docs' },
  );
}
