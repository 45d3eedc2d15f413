import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the receiver got it. */
interface ReceivedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How the receiver answers. */
interface ReceiverAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Sends the headers, then nothing more; or nothing at all. */
  readonly hang?: 'after_headers' | 'at_once';
}

/** A receiver of webhooks on the loopback interface. */
export interface WebhookReceiver {
  readonly port: number;
  readonly requests: readonly ReceivedRequest[];
  /** How many connections were opened to it, whether or not a request came. */
  connections(): number;
  /** Those of one path: tests share a receiver. */
  of(path: string): readonly ReceivedRequest[];
  /** The most requests to a path that waited for an answer at the same time. */
  peak(path: string): number;
  /** The first of one path. @throws when none came */
  first(path: string): ReceivedRequest;
  /** What requests to a path are answered from now on; 204 when nothing was said. */
  answer(path: string, answer: ReceiverAnswer): void;
  close(): Promise<void>;
}

export async function startReceiver(host = '127.0.0.1'): Promise<WebhookReceiver> {
  const requests: ReceivedRequest[] = [];
  const open = new Map<string, number>();
  const peaks = new Map<string, number>();
  const answers = new Map<string, ReceiverAnswer>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    const at = request.url ?? '';
    open.set(at, (open.get(at) ?? 0) + 1);
    peaks.set(at, Math.max(peaks.get(at) ?? 0, open.get(at) ?? 0));
    response.on('close', () => open.set(at, (open.get(at) ?? 0) - 1));
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests.push({ path: at, headers: request.headers, body: Buffer.concat(chunks).toString() });
      const { status, headers, body, hang } = answers.get(at) ?? { status: 204 };
      if (hang === 'at_once') return;
      response.writeHead(status, headers);
      if (hang === 'after_headers') response.write('…');
      else response.end(body);
    });
  });
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    connections: () => connections,
    of: (path) => requests.filter((request) => request.path === path),
    peak: (path) => peaks.get(path) ?? 0,
    first: (path) => {
      const request = requests.find((candidate) => candidate.path === path);
      if (request === undefined) throw new Error(`nothing came to ${path}`);
      return request;
    },
    answer: (path, answer) => {
      answers.set(path, answer);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
