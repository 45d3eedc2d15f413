import { createPublicKey, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an endpoint makes of an interaction; null answers nothing at all. */
export type Handler = (interaction: Record<string, unknown>) => Promise<Reply | null> | Reply | null;
interface Reply {
  status?: number;
  body?: unknown;
}

/** An interactions endpoint as Discord's documentation asks for it: it checks signatures with the published key. */
export class TestEndpoint {
  /** Interactions received whose signature was right; PINGs included. */
  readonly received: Record<string, unknown>[] = [];
  /** How many had a wrong signature. */
  forged = 0;
  /** Whether it refuses these. */
  strict = true;
  handle: Handler = () => ({ body: { type: 6 } });

  private constructor(
    private readonly server: Server,
    private readonly publicKey: () => string,
  ) {}

  /** `publicKey` is asked for at each request. */
  static async start(publicKey: () => string): Promise<TestEndpoint> {
    const server = createServer();
    const endpoint = new TestEndpoint(server, publicKey);
    server.on('request', (request, response) => void endpoint.serve(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return endpoint;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/interactions`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const signed = this.isSigned(request, body);
    if (!signed) this.forged += 1;
    if (!signed && this.strict) {
      response.writeHead(401).end();
      return;
    }
    const interaction = JSON.parse(body) as Record<string, unknown>;
    if (signed) this.received.push(interaction);
    const reply = interaction['type'] === 1 ? { body: { type: 1 } } : await this.handle(interaction);
    if (!reply) return;
    const text = reply.body === undefined ? '' : JSON.stringify(reply.body);
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' }).end(text);
  }

  private isSigned(request: IncomingMessage, body: string): boolean {
    const raw = Buffer.from(this.publicKey(), 'hex');
    // What goes before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo.
    const prefix = Buffer.from('302a300506032b6570032100', 'hex');
    const key = createPublicKey({ key: Buffer.concat([prefix, raw]), format: 'der', type: 'spki' });
    const timestamp = String(request.headers['x-signature-timestamp']);
    const signature = Buffer.from(String(request.headers['x-signature-ed25519']), 'hex');
    return verify(null, Buffer.from(timestamp + body), key, signature);
  }
}
