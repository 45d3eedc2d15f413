import type { FastifyReply } from 'fastify';
import { DiscordError } from '../errors.js';
import type { Limited } from './rate-limits.js';

/** 429 in Discord's form. */
export class TooManyRequests extends DiscordError {
  constructor(
    readonly retryAfter: number,
    readonly scope: Limited['scope'],
    code = 0,
    message = 'You are being rate limited.',
  ) {
    super(429, code, message);
  }

  decorate(reply: FastifyReply): this {
    void reply.header('retry-after', Math.ceil(this.retryAfter)).header('x-ratelimit-scope', this.scope);
    if (this.scope === 'global') void reply.header('x-ratelimit-global', 'true');
    return this;
  }

  override body(): { message: string; code: number; retry_after: number; global: boolean } {
    return { ...super.body(), retry_after: this.retryAfter, global: this.scope === 'global' };
  }
}
