import type { FastifyRequest } from 'fastify';
import type { Config } from '../../config/config.js';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

type Asked = Pick<FastifyRequest, 'protocol' | 'host'>;

/**
 * Where a browser finds us, without a trailing slash: `PUBLIC_URL`. On a developer's machine it is whatever name and port of that
 * machine the browser used, since cookies of `localhost` do not reach `127.0.0.1`.
 */
export function ownAddress({ publicUrl }: Pick<Config, 'publicUrl'>, request: Asked): string {
  return isLocal({ publicUrl }, request) ? new URL(`http://${request.host}`).origin : publicUrl;
}

/** Whether a request came over plain http to this very machine, and nothing says that we are elsewhere. */
export function isLocal({ publicUrl }: Pick<Config, 'publicUrl'>, { protocol, host }: Asked): boolean {
  return isPlainLoopback(publicUrl) && isPlainLoopback(`${protocol}://${host}`);
}

function isPlainLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && LOOPBACK.test(hostname);
}

/**
 * Whether a request was sent by one of our own pages, as only the browser itself can say: another site's pages can make a browser
 * send a request with our cookie, but cannot make it say this.
 */
export function isFromOwnPage(config: Pick<Config, 'publicUrl'>, request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined) return site === 'same-origin';
  return origin === new URL(ownAddress(config, request)).origin;
}
