import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  ExponentialBackoff,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import { retry, wrap, type CircuitBreakerPolicy, type IPolicy } from 'cockatiel';
import { Agent, request } from 'undici';
import { currentRequestId } from '../../common/correlation.js';
import { CallFailure } from '../../features/health/rules/call-failure.js';
import type { ServiceHealth } from '../../features/health/rules/service-health.js';

/** Whom to call, and how to behave when they are not well. */
export interface CallTarget {
  /** As messages name it: `bot` or `backend`. */
  readonly name: string;
  /** Without a trailing slash. */
  readonly url: string;
  readonly bearer: string;
  /** How long to wait for a whole answer. */
  readonly timeoutMs?: number;
  /** How long the breaker stays open before it lets one call try. */
  readonly openMs?: number;
}

/** One call. */
export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  /** Makes a repeat harmless, so that the call may be repeated. */
  readonly idempotencyKey?: string;
}

export type CallAnswer = Readonly<Record<string, unknown>>;

/** What came back over the wire. */
interface Exchanged {
  readonly status: number;
  readonly text: string;
  readonly retryAfterMs: number | null;
}

const TIMEOUT_MS = 10_000;
const OPEN_MS = 10_000;
/** Calls in a row without an answer that open the breaker. */
const FAILURES_TO_OPEN = 5;
const RETRIES = 2;
const MAX_ANSWER_BYTES = 1024 * 1024;

/** No connection came about, so the other side has done nothing. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Calls the other half's internal API over kept-alive connections: bounded in time, repeated only where a repeat is
 * harmless, and not at all while the other half does not answer.
 */
export class InternalCaller {
  private readonly agent: Agent;
  private readonly breaker: CircuitBreakerPolicy;
  private readonly repeated: IPolicy;

  constructor(private readonly target: CallTarget) {
    this.agent = new Agent({ maxResponseSize: MAX_ANSWER_BYTES });
    // A side that answers is there, even with an error of its own: one request that always fails must not stop the others.
    this.breaker = circuitBreaker(
      handleWhen((error) => error instanceof CallFailure && isAbsence(error)),
      { halfOpenAfter: target.openMs ?? OPEN_MS, breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN) },
    );
    const again = retry(
      handleWhen((error) => error instanceof CallFailure && error.passing && error.retryAfterMs === null),
      { maxAttempts: RETRIES, backoff: new ExponentialBackoff({ initialDelay: 200, maxDelay: 2_000 }) },
    );
    this.repeated = wrap(again, this.breaker);
  }

  /** @returns the answer's object @throws CallFailure */
  async call(call: Call): Promise<CallAnswer> {
    const harmless = call.method === 'GET' || call.idempotencyKey !== undefined;
    try {
      return await (harmless ? this.repeated : this.breaker).execute(() => this.send(call));
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      throw new CallFailure(
        'unreachable',
        `The ${this.target.name} is unreachable: it has not answered lately`,
      );
    }
  }

  /** One try, past the breaker: for the health watch, which wants the truth. @throws CallFailure */
  async probe(path: string): Promise<CallAnswer> {
    return this.send({ method: 'GET', path });
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private async send(call: Call): Promise<CallAnswer> {
    const { status, text, retryAfterMs } = await this.exchange(call);
    const answer = parse(text);
    const said = `The ${this.target.name} answered ${call.method} ${call.path} with ${String(status)}`;
    if (status >= 500) throw new CallFailure('failed', said, status, { retryAfterMs });
    if (status >= 300) throw new CallFailure('refused', said, status);
    if (answer === null) throw new CallFailure('failed', `${said} and no JSON object`, status);
    return answer;
  }

  private async exchange(call: Call): Promise<Exchanged> {
    const { url, bearer, timeoutMs = TIMEOUT_MS } = this.target;
    const requestId = currentRequestId();
    try {
      const { statusCode, headers, body } = await request(url + call.path, {
        method: call.method,
        dispatcher: this.agent,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          authorization: `Bearer ${bearer}`,
          ...(call.body !== undefined && { 'content-type': 'application/json' }),
          ...(call.idempotencyKey !== undefined && { 'idempotency-key': call.idempotencyKey }),
          ...(requestId !== null && { 'x-request-id': requestId }),
        },
        ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
      });
      const retryAfterMs = retryAfterOf(headers['retry-after']);
      return { status: statusCode, text: await body.text(), retryAfterMs };
    } catch (error) {
      throw this.failureOf(error);
    }
  }

  private failureOf(error: unknown): CallFailure {
    const { name } = this.target;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (error instanceof Error && error.name === 'TimeoutError') {
      return new CallFailure('timed_out', `The ${name} did not answer in time`, null, { cause: error });
    }
    if (NOT_CONNECTED.has(code)) {
      return new CallFailure(
        'unreachable',
        `The ${name} is unreachable: ${code === 'ECONNREFUSED' ? 'Connection refused' : code}`,
        null,
        { cause: error },
      );
    }
    return new CallFailure('failed', `The ${name} broke off (${code || 'no code'})`, null, { cause: error });
  }
}

/** The other side is not there. One that says when to come again is, and waits itself. */
function isAbsence({ status, retryAfterMs }: CallFailure): boolean {
  return status === null || (status > 501 && retryAfterMs === null);
}

/** The header's seconds, in milliseconds; our own other half sends no dates. */
function retryAfterOf(header: string | string[] | undefined): number | null {
  const seconds = Number(header);
  return header !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}

function parse(text: string): CallAnswer | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as CallAnswer)
      : null;
  } catch {
    return null;
  }
}

/** Reads an answer of `GET /internal/health`. @throws CallFailure when another service answered */
export function toServiceHealth(answer: CallAnswer, service: ServiceHealth['service']): ServiceHealth {
  const { status, version } = answer;
  if (answer['service'] !== service || (status !== 'healthy' && status !== 'unhealthy')) {
    throw new CallFailure('failed', `Another service than ${service} answers at this address`, 200);
  }
  return { status, service, version: typeof version === 'string' ? version : '' };
}
