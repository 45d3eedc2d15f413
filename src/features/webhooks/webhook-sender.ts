import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { Client, type Dispatcher } from 'undici';
import { VERSION } from '../../common/version.js';
import { type SendResult, retryAfterMs } from './rules/attempt.js';
import { EXCERPT_LENGTH } from './rules/delivery.js';
import { ForbiddenTarget, TargetPolicy } from './target-policy.js';

/** From the look-up of the name to the last byte read. */
const TIMEOUT_MS = 10_000;
/** The rest of a longer answer is not read. */
const READ_LIMIT = 64 * 1024;
/** Some receivers set cookies and policies by the dozen; an answer with larger headers counts as none. */
const HEADERS_LIMIT = 256 * 1024;

const TOO_LATE: ReadonlySet<string> = new Set(['AbortError', 'TimeoutError', 'ConnectTimeoutError']);

/** Posts a delivery to its target. Redirects are not followed: where they lead was not judged. */
@Injectable()
export class WebhookSender {
  constructor(private readonly targets: TargetPolicy) {}

  /** Never throws: whatever goes wrong is in the result. */
  async post(
    target: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    timeoutMs = TIMEOUT_MS,
  ): Promise<SendResult> {
    const start = performance.now();
    const result = await this.send(target, headers, body, timeoutMs).catch(failed);
    return { ...result, duration_ms: Math.round(performance.now() - start) };
  }

  private async send(
    target: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    timeoutMs: number,
  ): Promise<Omit<SendResult, 'duration_ms'>> {
    const url = this.targets.parse(target);
    // A connection of its own, so that each is judged. It knows no proxy and follows no redirect.
    const client = new Client(url.origin, {
      connect: { lookup: this.targets.lookupFor(url), timeout: timeoutMs },
      maxHeaderSize: HEADERS_LIMIT,
    });
    try {
      const response = await client.request({
        method: 'POST',
        path: url.pathname + url.search,
        headers: {
          ...headers,
          'content-type': 'application/json',
          'accept-encoding': 'identity',
          'user-agent': `VerseLink-Webhooks/${VERSION}`,
        },
        body,
        signal: AbortSignal.timeout(timeoutMs),
      });
      return await read(response);
    } finally {
      client.destroy().catch(() => undefined);
    }
  }
}

async function read({
  statusCode,
  headers,
  body,
}: Dispatcher.ResponseData): Promise<Omit<SendResult, 'duration_ms'>> {
  return {
    response_status: statusCode,
    response_excerpt: await readExcerpt(body),
    error: statusCode >= 200 && statusCode < 300 ? null : `The receiver answered ${String(statusCode)}`,
    retry_after_ms: retryAfterMs([headers['retry-after']].flat()[0], new Date()),
  };
}

/** The beginning of an answer's body. An answer that breaks off still has its status. */
async function readExcerpt(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk.subarray(0, READ_LIMIT - size));
      size += chunk.length;
      if (size >= READ_LIMIT) break;
    }
  } catch {
    // The status has arrived, and it is what counts.
  }
  return Buffer.concat(chunks).toString().slice(0, EXCERPT_LENGTH);
}

function failed(error: unknown): Omit<SendResult, 'duration_ms'> {
  return { response_status: null, response_excerpt: null, error: reasonOf(error), retry_after_ms: null };
}

/** In plain words, without addresses: what a name resolves to inside our network stays there. */
function reasonOf(error: unknown): string {
  if (error instanceof ForbiddenTarget) return `Not sent: ${error.message}`;
  if (!(error instanceof Error)) return 'The request failed';
  if (TOO_LATE.has(error.name)) return 'No answer in time';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return `The request failed (${code ?? error.message})`;
}
