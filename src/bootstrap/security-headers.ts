import { createHash } from 'node:crypto';
import cors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import helmet from 'helmet';
import type { Config } from '../config/config.js';
import { listenerOf } from './listeners.js';
import { scriptsOfDocs } from './serve-docs.js';

/** How long a browser may remember what it was allowed. */
const PREFLIGHT_SECONDS = 600;

/** Answers are data, not pages: nothing may be loaded or run, and no page may frame them. */
const protectData = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  frameguard: { action: 'deny' },
});

/** The documentation's page and the board of the queues run scripts and styles, their own ones. */
const protectPage = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      baseUri: ["'self'"],
      scriptSrc: ["'self'", "'unsafe-inline'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      frameAncestors: ["'none'"],
    },
  },
});

/**
 * The two style elements that React Aria writes into the page, to the letter: for what can be pressed, and for while a dialog
 * keeps the page behind it from scrolling. When a release changes one, browsers refuse it: docs/console-spikes.md.
 */
const REACT_ARIA_STYLES = [
  '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
  '@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}',
].map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);

/** The console: nothing runs or loads but its own files, and it talks to this server alone. */
const protectConsole = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", ...REACT_ARIA_STYLES],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  frameguard: { action: 'deny' },
});

/**
 * The style element by which VitePress changes between light and dark without a transition (`disableTransition` of VueUse), to the
 * letter; `npm run docs:check` sees when a release changes it.
 */
const VITEPRESS_STYLE = "'sha256-skqujXORqzxt1aE0NNXxujEanPTX6raoqSscTV/Ww/Y='";

/** The documents: their own files, the scripts that stand in each of their pages, and colours of code, which stand in attributes. */
const protectDocs = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", ...scriptsOfDocs()],
      styleSrc: ["'self'", VITEPRESS_STYLE],
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  frameguard: { action: 'deny' },
});

/** Sets headers of protection on every answer, also of refusals. To be called before any route is registered. */
export async function setSecurityHeaders(fastify: FastifyInstance, config: Config): Promise<void> {
  // Not by Fastify's plugin for helmet, which builds all of helmet anew for every request.
  fastify.addHook('onRequest', (request, reply, done) => {
    // A page that the documents lack is answered by a page of theirs, which is no route.
    const url = request.routeOptions.url ?? '';
    const protect = url === '' && isOfDocs(request.url) ? protectDocs : protectionOf(url);
    if (protectionOf(request.url) === protectData) void reply.header('cache-control', 'no-store');
    protect(request.raw, reply.raw, () => {
      done();
    });
  });
  const none: FastifyCorsOptions = { origin: false };
  if (config.corsOrigins.length === 0) {
    await fastify.register(cors, none);
    return;
  }
  const allowed = crossOrigin(config);
  await fastify.register(cors, () => (request: FastifyRequest, callback: TellOptions) => {
    callback(null, listenerOf(request.raw) === 'public' ? allowed : none);
  });
}

type TellOptions = (error: Error | null, options: FastifyCorsOptions) => void;

/** Pages of these origins may use the API with a bearer token; the session's cookie is for our own pages alone. */
function crossOrigin({ corsOrigins }: Config): FastifyCorsOptions {
  return {
    origin: [...corsOrigins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match', 'x-request-id'],
    exposedHeaders: ['etag', 'link', 'location', 'retry-after', 'x-request-id'],
    maxAge: PREFLIGHT_SECONDS,
  };
}

function protectionOf(url: string): typeof protectData {
  if (url.startsWith('/api/docs') || url.startsWith('/admin/queues')) return protectPage;
  if (isOfDocs(url)) return protectDocs;
  return /^\/app(?:[/?]|$)/.test(url) ? protectConsole : protectData;
}

function isOfDocs(url: string): boolean {
  return /^\/docs(?:[/?]|$)/.test(url);
}
