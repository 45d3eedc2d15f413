import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { VERSION } from '../../common/version.js';
import { type Attempt, EXCERPT_LENGTH } from './rules/delivery.js';
import { ForbiddenTarget, TargetPolicy } from './target-policy.js';

/** From the look-up of the name to the last byte read. */
const TIMEOUT_MS = 10_000;
/** The rest of a longer answer is not read. */
const READ_LIMIT = 64 * 1024;

/** What a receiver answered, or why none did. */
export interface SendResult extends Attempt {
  /** When the receiver asks to be spared until then, in milliseconds from now. */
  readonly retry_after_ms: number | null;
}

/** Posts a delivery to its target. Redirects are not followed: nobody has judged where they lead. */
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
    const options: RequestOptions = {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'accept-encoding': 'identity',
        'user-agent': `VerseLink-Webhooks/${VERSION}`,
      },
      // A connection of its own, so that each is judged.
      agent: false,
      lookup: this.targets.lookupFor(url),
      signal: AbortSignal.timeout(timeoutMs),
    };
    const response = await exchange(url, options, body);
    const excerpt = await readExcerpt(response);
    const status = response.statusCode ?? 0;
    return {
      response_status: status,
      response_excerpt: excerpt,
      error: status >= 200 && status < 300 ? null : `The receiver answered ${String(status)}`,
      retry_after_ms: retryAfterMs(response.headers['retry-after']),
    };
  }
}

function exchange(url: URL, options: RequestOptions, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, resolve);
    request.on('error', reject);
    request.on('close', () => {
      reject(new Error('the connection was closed'));
    });
    request.end(body);
  });
}

/** The beginning of an answer's body. An answer that breaks off still has its status. */
async function readExcerpt(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk.subarray(0, READ_LIMIT - size));
      size += chunk.length;
      if (size >= READ_LIMIT) break;
    }
  } catch {
    // The status has arrived, and it is what counts.
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks).toString().slice(0, EXCERPT_LENGTH);
}

function failed(error: unknown): Omit<SendResult, 'duration_ms'> {
  return { response_status: null, response_excerpt: null, error: reasonOf(error), retry_after_ms: null };
}

/** In plain words, without addresses: what a name resolves to inside our network is nobody's business. */
function reasonOf(error: unknown): string {
  if (error instanceof ForbiddenTarget) return `Not sent: ${error.message}`;
  if (!(error instanceof Error)) return 'The request failed';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'No answer in time';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return `The request failed (${code ?? error.message})`;
}

function retryAfterMs(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : null;
}
