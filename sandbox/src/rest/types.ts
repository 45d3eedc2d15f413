import type { Fault } from './faults.js';
import type { BucketState } from './rate-limits.js';

/** Who a request comes from: the bot, or a user who let the application act for them (OAuth2). */
export type Principal =
  { kind: 'bot'; userId: string } | { kind: 'bearer'; userId: string; scopes: readonly string[] };

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `none`: no Authorization needed (a token stands in the path); `bearer`: users' tokens are welcome too. */
    access?: 'none' | 'bearer';
    /** Outside the bot's global limit: interaction answers and their follow-ups. */
    unlimited?: boolean;
    /** Its pages begin at a time (`before`) instead of an id. */
    pagedByTime?: boolean;
    /** Its path as Discord documents it: `/channels/{channel_id}/messages`. */
    documented?: string;
  }
  interface FastifyRequest {
    principal: Principal | null;
    fault: Fault | null;
    bucket: BucketState | null;
    startedAt: number;
    /** Whether it is written down already. */
    logged: boolean;
    /** Why it was refused. */
    refusal: { code: number; message: string } | null;
    openapiFaults: string[];
    answerFaults: string[];
  }
}
