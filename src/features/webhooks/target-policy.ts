import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { withTimeout } from '../../common/with-timeout.js';
import { Config } from '../../config/config.js';
import { isPublicAddress } from './public-address.js';

/** Asks for the addresses of a name. */
export type ResolveHost = (hostname: string) => Promise<readonly LookupAddress[]>;
/** Injection token of the `ResolveHost` in use. */
export const RESOLVE_HOST = Symbol('RESOLVE_HOST');

const lookupAll = promisify(systemLookup);
/** The system's own way to resolve names. */
export const resolveBySystem: ResolveHost = (hostname) => lookupAll(hostname, { all: true });

/** Subscribing waits no longer for a name server; every connection looks again. */
const CHECK_TIMEOUT_MS = 3_000;

/** Names that lead to this machine or its network by definition (RFC 6761, 6762, 8375, 9476). */
const LOCAL_NAME = /^(?:.+\.)?(?:localhost|local|internal|home\.arpa)$/;

/** A target that webhooks must not be sent to. The message names the rule, never an address. */
export class ForbiddenTarget extends Error {
  override readonly name = 'ForbiddenTarget';
}

/**
 * Decides where webhooks may go: to public addresses over https, and anywhere that `WEBHOOK_ALLOW_HOSTS` names.
 * An address is judged when the subscription is made, and again at every connection, whose addresses are the very ones
 * that were judged: a name server that changes its answer in between gains nothing.
 */
@Injectable()
export class TargetPolicy {
  constructor(
    private readonly config: Config,
    @Inject(RESOLVE_HOST) private readonly resolve: ResolveHost,
  ) {}

  /**
   * Judges a target before it is accepted. A name that does not resolve at this moment is accepted.
   * @returns what is wrong with it, or `null`
   */
  async faultOf(target: string): Promise<string | null> {
    try {
      const url = this.parse(target);
      if (this.isAllowListed(url) || isIP(bareHost(url)) !== 0) return null;
      const addresses = await withTimeout(this.resolve(bareHost(url)), CHECK_TIMEOUT_MS, 'no answer').catch(
        () => [],
      );
      requirePublic(addresses);
      return null;
    } catch (error) {
      if (error instanceof ForbiddenTarget) return error.message;
      throw error;
    }
  }

  /**
   * Reads a target and judges all that can be judged without its addresses.
   * The URL standard itself turns decimal, octal, hexadecimal and shortened IPv4 hosts into plain ones.
   * @throws ForbiddenTarget
   */
  parse(target: string): URL {
    const url = URL.canParse(target) ? new URL(target) : null;
    if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
      throw new ForbiddenTarget('url must be an https address');
    if (url.username !== '' || url.password !== '')
      throw new ForbiddenTarget('url must not contain credentials');
    if (this.isAllowListed(url)) return url;
    if (url.protocol !== 'https:') throw new ForbiddenTarget('url must be an https address');
    const host = bareHost(url);
    if (LOCAL_NAME.test(host)) throw new ForbiddenTarget('url must lead to a public host');
    if (isIP(host) !== 0) requirePublic([{ address: host, family: isIP(host) }]);
    return url;
  }

  /** The `lookup` of a connection to a parsed target: gives only judged addresses, or fails with ForbiddenTarget. */
  lookupFor(url: URL): LookupFunction {
    const anywhere = this.isAllowListed(url);
    return (hostname, options, callback) => {
      this.resolve(hostname)
        .then((addresses) => {
          if (!anywhere) requirePublic(addresses);
          const [first] = addresses;
          if (first === undefined) throw new Error('the host has no address');
          if (options.all === true) callback(null, [...addresses]);
          else callback(null, first.address, first.family);
        })
        .catch((error: unknown) => {
          callback(error instanceof Error ? error : new Error(String(error)), []);
        });
    };
  }

  private isAllowListed(url: URL): boolean {
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return this.config.webhookAllowHosts.some(
      (allowed) => allowed === url.hostname || allowed === `${url.hostname}:${port}`,
    );
  }
}

/** Without the brackets of IPv6 and the dot at the end of a complete name. */
function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/** One bad address spoils them all: a public site is not served from a private address too. */
function requirePublic(addresses: readonly LookupAddress[]): void {
  if (!addresses.every(({ address }) => isPublicAddress(address)))
    throw new ForbiddenTarget('url must lead to a public host');
}
