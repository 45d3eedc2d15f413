import type { OpenApiChecker } from '../openapi/checker.js';
import type { FaultList } from './faults.js';
import type { RateLimiter } from './rate-limits.js';
import type { RequestLog } from './request-log.js';

/** What all routes of the REST API share. */
export interface RestState {
  readonly requests: RequestLog;
  readonly faults: FaultList;
  readonly limiter: RateLimiter;
  /** null: no description at hand, nothing is checked. */
  readonly openapi: OpenApiChecker | null;
  /** Whether the sandbox's own answers are checked as well. */
  readonly checkAnswers: boolean;
  /** Operations that it answers, as Discord's description names them: `GET /users/{user_id}`. */
  readonly operations: string[];
}
