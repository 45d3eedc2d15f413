import type { CookieSerializeOptions } from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../config/config.js';
import { SESSION_IDLE_MS } from '../../features/sessions/rules/session.js';
import { SIGN_IN_MS } from '../../features/sessions/sign-in.service.js';
import { isLocal } from './own-address.js';

/** What our cookies hold: a session's secret, or the `state` of a sign-in under way; and for how long at most. */
const COOKIES = {
  session: { name: 'verselink', maxAge: SESSION_IDLE_MS / 1_000 },
  sign_in: { name: 'verselink-sign-in', maxAge: SIGN_IN_MS / 1_000 },
} as const;

type Kind = keyof typeof COOKIES;

/**
 * The browser's cookies. By their prefix `__Host-` browsers take them over https alone, and from no other host, not even a
 * subdomain of ours; only plain http on one's own machine does without.
 */
@Injectable()
export class Cookies {
  constructor(private readonly config: Config) {}

  read(kind: Kind, request: FastifyRequest): string | null {
    return request.cookies[this.nameOf(kind, request)] ?? null;
  }

  write(kind: Kind, request: FastifyRequest, reply: FastifyReply, value: string): void {
    const { maxAge } = COOKIES[kind];
    void reply.setCookie(this.nameOf(kind, request), value, { ...this.attributes(request), maxAge });
  }

  clear(kind: Kind, request: FastifyRequest, reply: FastifyReply): void {
    void reply.clearCookie(this.nameOf(kind, request), this.attributes(request));
  }

  private nameOf(kind: Kind, request: FastifyRequest): string {
    return `${isLocal(this.config, request) ? '' : '__Host-'}${COOKIES[kind].name}`;
  }

  private attributes(request: FastifyRequest): CookieSerializeOptions {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: !isLocal(this.config, request) };
  }
}
