import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { inRequest } from '../../common/correlation.js';
import { CallFailure } from '../../features/health/rules/call-failure.js';
import { type Call, InternalCaller } from './internal-caller.js';

const BEARER = 'a-secret-that-must-not-be-shown-anywhere';
const POST: Call = { method: 'POST', path: '/internal/notify', body: { discord_id: '1' } };
const KEYED: Call = { ...POST, idempotencyKey: 'event-1' };
const GET: Call = { method: 'GET', path: '/internal/health' };

const servers: Server[] = [];
const callers: InternalCaller[] = [];

afterEach(async () => {
  await Promise.all(callers.splice(0).map((caller) => caller.close()));
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A real server that answers as told, and counts what reaches it. */
async function serverThat(
  answer: RequestListener,
): Promise<{ url: string; seen: IncomingMessage[]; sockets: () => number }> {
  const seen: IncomingMessage[] = [];
  let sockets = 0;
  const server = createServer((request, response) => {
    seen.push(request);
    request.resume().on('end', () => {
      answer(request, response);
    });
  });
  server.on('connection', () => (sockets += 1));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    seen,
    sockets: () => sockets,
  };
}

function callerOf(url: string, options: { timeoutMs?: number; openMs?: number } = {}): InternalCaller {
  const caller = new InternalCaller({ name: 'bot', url, bearer: BEARER, ...options });
  callers.push(caller);
  return caller;
}

const failureOf = async (call: Promise<unknown>): Promise<CallFailure> => {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CallFailure)) throw new Error(`expected a CallFailure, got ${String(error)}`);
  return error;
};

describe('InternalCaller', () => {
  it('shows the bearer, the key and the name of the request', async () => {
    const { url, seen } = await serverThat((_request, response) => response.end('{"success":true}'));
    const answer = await inRequest('req-1', () => callerOf(url).call(KEYED));
    expect(answer).toEqual({ success: true });
    expect(seen[0]?.headers).toMatchObject({
      authorization: `Bearer ${BEARER}`,
      'idempotency-key': 'event-1',
      'x-request-id': 'req-1',
    });
  });

  it('keeps its connection', async () => {
    const { url, sockets } = await serverThat((_request, response) => response.end('{}'));
    const caller = callerOf(url);
    for (let time = 0; time < 5; time++) await caller.call(POST);
    // The first one may still be busy for a moment after its answer.
    expect(sockets()).toBeLessThan(5);
  });

  it('tells that no one is there', async () => {
    const { url } = await serverThat(() => undefined);
    const server = servers.pop();
    await new Promise((resolve) => server?.close(resolve));
    expect((await failureOf(callerOf(url).call(POST))).kind).toBe('unreachable');
  });

  it('tells that no answer came in time, and does not repeat what may have been done', async () => {
    const { url, seen } = await serverThat(() => undefined);
    expect((await failureOf(callerOf(url, { timeoutMs: 50 }).call(POST))).kind).toBe('timed_out');
    expect(seen).toHaveLength(1);
  });

  it('tells that the headers came, but never the rest', async () => {
    const { url } = await serverThat((_request, response) => {
      response.writeHead(200);
      response.write('{"success":');
    });
    expect((await failureOf(callerOf(url, { timeoutMs: 50 }).call(POST))).kind).toBe('timed_out');
  });

  it.each([[401], [403], [404], [422]])(
    'tells that it was refused with %i, and does not repeat',
    async (status) => {
      const { url, seen } = await serverThat((_request, response) =>
        response.writeHead(status).end('{"error":"no"}'),
      );
      expect(await failureOf(callerOf(url).call(GET))).toMatchObject({ kind: 'refused', status });
      expect(seen).toHaveLength(1);
    },
  );

  it.each<[string, RequestListener]>([
    ['an error of its own', (_request, response) => response.writeHead(500).end('{"detail":"Failed"}')],
    ['no JSON', (_request, response) => response.end('<html>')],
    ['no object', (_request, response) => response.end('[1]')],
    ['a cut connection', (request) => request.socket.destroy()],
    [
      'half an answer',
      (request, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{');
        setImmediate(() => request.socket.destroy());
      },
    ],
    ['2 MiB', (_request, response) => response.end(JSON.stringify({ text: 'x'.repeat(2 * 1024 * 1024) }))],
  ])('tells that the other side failed: %s', async (_name, answer) => {
    const { url, seen } = await serverThat(answer);
    expect((await failureOf(callerOf(url).call(POST))).kind).toBe('failed');
    expect(seen).toHaveLength(1);
  });

  it.each([
    ['reads', GET],
    ['calls with a key', KEYED],
  ])('repeats %s until they work', async (_name, call) => {
    let left = 2;
    const { url, seen } = await serverThat((_request, response) => {
      left -= 1;
      response.writeHead(left >= 0 ? 500 : 200).end('{"success":true}');
    });
    expect(await callerOf(url).call(call)).toEqual({ success: true });
    expect(seen).toHaveLength(3);
  });

  it('leaves a dead server alone after five failures, and comes back when it answers again', async () => {
    let dead = true;
    const { url, seen } = await serverThat((request, response) => {
      if (dead) request.socket.destroy();
      else response.end('{"success":true}');
    });
    const caller = callerOf(url, { openMs: 100 });
    for (let time = 0; time < 5; time++) await failureOf(caller.call(POST));
    expect((await failureOf(caller.call(POST))).kind).toBe('unreachable');
    expect(seen).toHaveLength(5);
    await failureOf(caller.probe('/internal/health'));
    expect(seen, 'the health watch looks past the breaker').toHaveLength(6);
    dead = false;
    await expect
      .poll(() => caller.call(POST).catch(() => null), { timeout: 5_000 })
      .toEqual({ success: true });
  });

  it('leaves a side that says when to come again to the caller, and does not take it for dead', async () => {
    const { url, seen } = await serverThat((_request, response) =>
      response.writeHead(503, { 'retry-after': '7' }).end('{"detail":"Failed to notify user"}'),
    );
    const caller = callerOf(url);
    for (let time = 0; time < 8; time++) {
      expect(await failureOf(caller.call(KEYED))).toMatchObject({ status: 503, retryAfterMs: 7_000 });
    }
    expect(seen).toHaveLength(8);
  });

  it('does not give the other side up because one request always fails', async () => {
    const { url, seen } = await serverThat((_request, response) => response.writeHead(500).end('{}'));
    const caller = callerOf(url);
    for (let time = 0; time < 8; time++) await failureOf(caller.call(POST));
    expect(seen).toHaveLength(8);
  });

  it('says neither the secret nor the body in its messages', async () => {
    const { url } = await serverThat((_request, response) =>
      response.writeHead(500).end('{"detail":"inside"}'),
    );
    const { message } = await failureOf(callerOf(url).call(POST));
    expect(message).toBe('The bot answered POST /internal/notify with 500');
  });
});
