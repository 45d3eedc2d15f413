import { once } from 'node:events';
import { constants, createInflate, inflateSync } from 'node:zlib';
import { GatewayIntentBits as I, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { Decompress } from 'fzstd';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../src/index.js';

/** What the gateway sends. */
export interface Payload {
  op: Op;
  t: string | null;
  s: number | null;
  d: Record<string, unknown>;
}

/** Intents that none of the tests' refusals is about. */
export const USUAL_INTENTS =
  I.Guilds | I.GuildMembers | I.GuildMessages | I.DirectMessages | I.MessageContent;

/** A gateway client without any library's help: it does nothing by itself. */
export class RawClient {
  /** All that came, in order. */
  readonly received: Payload[] = [];
  /** How many messages came over the socket. */
  frames = 0;
  /** The code with which the connection ends. */
  readonly closed: Promise<number>;
  private seen = 0;
  private wake: () => void = () => undefined;

  private constructor(
    private readonly socket: WebSocket,
    private readonly sandbox: Sandbox,
  ) {
    this.closed = once(socket, 'close').then(([code]) => code as number);
    socket.on('error', () => undefined);
  }

  /** Connects; HELLO is waiting. `query` is what stands in the address. */
  static async open(sandbox: Sandbox, query = 'v=10&encoding=json'): Promise<RawClient> {
    const socket = new WebSocket(`${sandbox.wsUrl}/?${query}`);
    const client = new RawClient(socket, sandbox);
    const take = (text: string): void => {
      client.received.push(JSON.parse(text) as Payload);
      client.wake();
    };
    socket.on('message', () => (client.frames += 1));
    if (query.includes('zlib-stream')) inflating(socket, take);
    else if (query.includes('zstd-stream')) unzstding(socket, take);
    else socket.on('message', (data, binary) => take(textOf(data as Buffer, binary)));
    await once(socket, 'open');
    return client;
  }

  /** Connects and identifies; gives the client once READY has come. */
  static async identified(
    sandbox: Sandbox,
    fields: { intents?: number; shard?: [number, number]; compress?: boolean } = {},
  ): Promise<RawClient> {
    const client = await RawClient.open(sandbox);
    client.identify(fields);
    await client.dispatched('READY');
    return client;
  }

  send(op: number, d: unknown): void {
    this.sendText(JSON.stringify({ op, d }));
  }

  sendText(data: string | Buffer): void {
    this.socket.send(data);
  }

  identify(fields: object = {}): void {
    const properties = { os: 'linux', browser: 'none', device: 'none' };
    this.send(Op.Identify, { token: this.sandbox.token, intents: USUAL_INTENTS, properties, ...fields });
  }

  /** Resumes what another client has lost, after the last number it got (or an other). */
  resume(other: RawClient, seq = other.lastSeq): void {
    this.send(Op.Resume, { token: this.sandbox.token, session_id: other.sessionId, seq });
  }

  get sessionId(): string {
    return this.received.find((p) => p.t === 'READY')?.d['session_id'] as string;
  }

  get lastSeq(): number {
    return Math.max(...this.received.map((p) => p.s ?? 0));
  }

  /** Names of all dispatches so far. */
  get names(): (string | null)[] {
    return this.received.flatMap((p) => (p.op === Op.Dispatch ? [p.t] : []));
  }

  /** All of one kind of dispatch so far. */
  all(t: string): Payload['d'][] {
    return this.received.filter((p) => p.t === t).map((p) => p.d);
  }

  /** The next payload with an opcode; those before it are passed over. */
  async next(op: Op): Promise<Payload> {
    return this.until((p) => p.op === op, `op ${op}`);
  }

  /** The data of the next dispatch of that name. */
  async dispatched(t: string): Promise<Payload['d']> {
    return (await this.until((p) => p.t === t, t)).d;
  }

  /** Waits until everything that was sent to this client has arrived. */
  async settle(): Promise<void> {
    this.send(Op.Heartbeat, this.lastSeq);
    await this.next(Op.HeartbeatAck);
  }

  /** Reads nothing for some milliseconds: what comes meanwhile waits. */
  holdFor(ms: number): void {
    this.socket.pause();
    setTimeout(() => this.socket.resume(), ms);
  }

  close(code: number): void {
    this.socket.close(code);
  }

  private async until(matches: (payload: Payload) => boolean, what: string): Promise<Payload> {
    const deadline = Date.now() + 8_000;
    while (Date.now() < deadline) {
      const payload = this.received[this.seen];
      if (!payload) await this.more();
      else {
        this.seen += 1;
        if (matches(payload)) return payload;
      }
    }
    throw new Error(`${what} did not come, only ${this.received.map((p) => p.t ?? p.op).join(' ')}`);
  }

  private async more(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 500);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** A payload by itself: as it is, or compressed. */
function textOf(data: Buffer, binary: boolean): string {
  return (binary ? inflateSync(data) : data).toString();
}

/** Feeds a zstd-stream: a message is one payload, of as many blocks as it takes. */
function unzstding(socket: WebSocket, take: (text: string) => void): void {
  let parts: Uint8Array[] = [];
  const stream = new Decompress((part) => {
    parts.push(part);
  });
  socket.on('message', (data) => {
    stream.push(data as Buffer);
    const text = Buffer.concat(parts).toString();
    parts = [];
    take(text);
  });
}

/** Feeds a zlib-stream; a payload is whole when a message ends with the four bytes of a flush. */
function inflating(socket: WebSocket, take: (text: string) => void): void {
  const inflate = createInflate({ flush: constants.Z_SYNC_FLUSH });
  let text = '';
  // A character may lie across two chunks.
  inflate.setEncoding('utf8');
  inflate.on('data', (chunk: string) => (text += chunk));
  let last = Promise.resolve();
  socket.on('message', (data) => {
    const bytes = data as Buffer;
    last = last.then(async () => {
      await new Promise((resolve) => inflate.write(bytes, resolve));
      if (bytes.readUInt32BE(bytes.length - 4) !== 0x0000ffff) return;
      const whole = text;
      text = '';
      take(whole);
    });
  });
}
