import type { OpenApiChecker } from './openapi/checker.js';
import type { Gateway } from './gateway/gateway.js';
import type { Endpoint } from './interactions/endpoint.js';
import type { Deliver, Interactions } from './interactions/interactions.js';
import type { FaultList } from './rest/faults.js';
import type { RateLimiter } from './rest/rate-limits.js';
import type { RequestLog } from './rest/request-log.js';
import type { Bus } from './world/bus.js';
import type { ApplicationRecord, UserRecord } from './world/records.js';
import type { World } from './world/world.js';

/** The parts of one running sandbox, handed to the routes. */
export interface Context {
  readonly world: World;
  readonly bus: Bus;
  readonly requests: RequestLog;
  readonly faults: FaultList;
  readonly limiter: RateLimiter;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  /** The two ways by which interactions reach the bot. */
  readonly deliver: Readonly<Record<'gateway' | 'http', Deliver>>;
  /** Where interactions go over HTTP, and whether that is still to be trusted. */
  readonly endpoint: Endpoint;
  /** null: no description at hand, nothing is checked. */
  readonly openapi: OpenApiChecker | null;
  /** Operations that REST answers, as Discord's description names them: `GET /users/{user_id}`. */
  readonly operations: string[];
  /** Whether the sandbox's own answers are checked as well. */
  readonly checkAnswers: boolean;
  /** Language of people of whom none is told. */
  readonly defaultLocale: UserRecord['locale'];
  /** The application and its secrets, as they are now. */
  readonly application: () => ApplicationRecord;
}
