import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PACKAGE } from '../package.js';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The page's own folder. */
const FOLDER = fileURLToPath(new URL('page/', PACKAGE));

/** What draws Discord's messages: in the repository a package that others use too, of which `npm pack` puts a copy into the page. */
const VIEW_OF_REPOSITORY = fileURLToPath(new URL('../packages/discord-view/', PACKAGE));
const VIEW_FOLDER = existsSync(VIEW_OF_REPOSITORY) ? VIEW_OF_REPOSITORY : join(FOLDER, 'discord-view');

/** Serves the page at `/` and its files, and no other, below `/assets/`. */
export function serveAssets(app: FastifyInstance): void {
  const files = new Map([...filesOf(FOLDER), ...viewFiles(), ...vendorFiles()]);
  app.get('/', { exposeHeadRoute: true }, async (request, reply) => {
    const page = await readFile(join(FOLDER, 'index.html'));
    return send(request, reply.header('content-security-policy', policyFor(page.toString())), page, '.html');
  });
  app.get('/favicon.ico', (_request, reply) => reply.redirect('/assets/icon.svg'));
  app.get<{ Params: { '*': string } }>('/assets/*', { exposeHeadRoute: true }, async (request, reply) => {
    const path = files.get(request.params['*']);
    if (path === undefined) return reply.status(404).send({ message: '404: Not Found', code: 0 });
    return send(request, reply, await readFile(path), extname(path));
  });
}

function filesOf(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ['.js', '.css', '.svg'].includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(folder, path).split(sep).join('/'), path]);
}

const viewFiles = (): [string, string][] =>
  filesOf(VIEW_FOLDER).map(([name, path]) => [`discord-view/${name}`, path]);

/** The libraries that the page uses, as the package manager installed them: their builds for browsers. */
function vendorFiles(): [string, string][] {
  const { resolve } = createRequire(import.meta.url);
  const beside = (module: string, file: string): string => join(dirname(resolve(module)), file);
  return [
    ['vendor/preact.js', beside('preact', 'preact.module.js')],
    ['vendor/preact-hooks.js', beside('preact/hooks', 'hooks.module.js')],
    ['vendor/htm.js', beside('htm', 'htm.module.js')],
  ];
}

/** Nothing but the page's own files may run or load; the one inline script, the import map, is named by its hash. */
function policyFor(page: string): string {
  const map = /<script type="importmap">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
  const hash = createHash('sha256').update(map).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function send(request: FastifyRequest, reply: FastifyReply, body: Buffer, extension: string): FastifyReply {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  void reply.headers({
    'content-type': TYPES[extension] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    etag: tag,
  });
  if (request.headers['if-none-match'] === tag) return reply.status(304).send();
  return reply.send(body);
}
