import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest, RequestPayload } from 'fastify';

/** The largest body that is taken: 413 above it. */
export const BODY_LIMIT = 1024 * 1024;

/** How much of a body that is too large is read and thrown away before answering. */
const DRAIN_LIMIT = 16 * BODY_LIMIT;

/**
 * Answers 413 only after the body was sent: most clients look for an answer no earlier, and would see a broken
 * connection instead. Beyond `DRAIN_LIMIT` the answer comes at once, even if the client cannot read it.
 */
export function limitBodies(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    if (isSafe(request)) {
      done(null, payload);
      return;
    }
    readWhole(payload).then((whole) => {
      done(null, whole);
    }, done);
  });
}

/** Node.js itself sees to it that no more comes than the length says. */
function isSafe(request: FastifyRequest): boolean {
  const length = request.headers['content-length'];
  return length === undefined
    ? request.headers['transfer-encoding'] === undefined
    : Number(length) <= BODY_LIMIT;
}

async function readWhole(payload: RequestPayload): Promise<Readable> {
  const chunks: Buffer[] = [];
  let size = 0;
  const whole = (payload as Readable).iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of whole) {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
    if (size > DRAIN_LIMIT) break;
  }
  if (size > BODY_LIMIT) throw Object.assign(new Error('The body is too large.'), { statusCode: 413 });
  return Readable.from([Buffer.concat(chunks)]);
}
