import { constants, createDeflate, type Deflate } from 'node:zlib';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { parseJson } from '../validation/json.js';
import type { Session } from './session.js';

const LARGEST_PAYLOAD = 4_096;
/** Payloads that a client may send in a minute. */
const SEND_LIMIT = 120;
const SEND_WINDOW_MS = 60_000;

/** A payload as clients send it. */
export interface Incoming {
  op: GatewayOpcodes;
  d: unknown;
}

/** What a connection tells the gateway. */
export interface ConnectionEvents {
  payload(connection: Connection, payload: Incoming): void;
  /** It ended; `code` is why: ours where we closed it, else the client's. */
  closed(connection: Connection, code: number): void;
}

/** One WebSocket: framing, compression, heartbeats and the limits of what clients may send. */
export class Connection {
  session: Session | null = null;
  /** A silent connection receives and sends nothing: to the client it looks dead. */
  silent = false;
  private deflate: Deflate | null = null;
  private watchdog: NodeJS.Timeout | undefined;
  private closing: number | null = null;
  private sent = 0;
  private windowEndsAt = 0;

  constructor(
    private readonly socket: WebSocket,
    private readonly events: ConnectionEvents,
    private readonly options: { heartbeatMs: number; compress: boolean; url: string },
  ) {
    if (options.compress) this.startCompression();
    socket.on('message', (data, binary) => this.receive(data, binary));
    socket.on('close', (code) => this.gone(code));
    socket.on('error', () => socket.terminate());
    this.send(GatewayOpcodes.Hello, {
      heartbeat_interval: options.heartbeatMs,
      _trace: ['["verselink-discord-sandbox"]'],
    });
    this.expectHeartbeat();
  }

  /** Address by which the client came: where its resume shall connect. */
  get url(): string {
    return this.options.url;
  }

  /** Sends a payload that is not a dispatch. */
  send(op: GatewayOpcodes, d: unknown): void {
    this.sendText(JSON.stringify({ t: null, s: null, op, d }));
  }

  /** Sends a payload that is already text. */
  sendText(text: string): void {
    if (this.silent || this.socket.readyState !== this.socket.OPEN) return;
    if (!this.deflate) {
      this.socket.send(text);
      return;
    }
    this.deflate.write(text);
    this.deflate.flush(constants.Z_SYNC_FLUSH);
  }

  /** Closes it; what the client still sends is not heard any more. */
  close(code: number, reason = ''): void {
    this.closing ??= code;
    this.socket.close(code, reason);
  }

  terminate(): void {
    this.socket.terminate();
  }

  /** Answers a heartbeat and waits for the next. */
  acknowledgeHeartbeat(): void {
    this.send(GatewayOpcodes.HeartbeatAck, null);
    this.expectHeartbeat();
  }

  /** zlib-stream: all payloads are one stream, each flushed to the four bytes that clients wait for. */
  private startCompression(): void {
    this.deflate = createDeflate({ flush: constants.Z_SYNC_FLUSH });
    let chunks: Buffer[] = [];
    this.deflate.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      const whole = Buffer.concat(chunks);
      if (!endsPayload(whole)) {
        chunks = [whole];
        return;
      }
      chunks = [];
      if (this.socket.readyState === this.socket.OPEN) this.socket.send(whole);
    });
  }

  /** A client that misses its heartbeat by half an interval is a zombie. */
  private expectHeartbeat(): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => {
      // A silent connection says nothing, not even this.
      if (!this.silent) this.close(GatewayCloseCodes.SessionTimedOut, 'Session timed out.');
    }, this.options.heartbeatMs * 1.5);
    this.watchdog.unref();
  }

  private receive(data: RawData, binary: boolean): void {
    if (this.silent || this.closing !== null) return;
    const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
    if (this.tooFast()) {
      this.close(GatewayCloseCodes.RateLimited, 'Rate limited.');
      return;
    }
    const payload = binary || bytes.length > LARGEST_PAYLOAD ? null : parse(bytes.toString());
    if (!payload) {
      this.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
      return;
    }
    this.events.payload(this, payload);
  }

  private tooFast(): boolean {
    const now = performance.now();
    if (now > this.windowEndsAt) {
      this.windowEndsAt = now + SEND_WINDOW_MS;
      this.sent = 0;
    }
    this.sent += 1;
    return this.sent > SEND_LIMIT;
  }

  private gone(code: number): void {
    clearTimeout(this.watchdog);
    this.deflate?.close();
    this.deflate = null;
    this.events.closed(this, this.closing ?? code);
  }
}

function endsPayload(chunk: Buffer): boolean {
  return chunk.length >= 4 && chunk.readUInt32BE(chunk.length - 4) === 0x0000ffff;
}

function parse(text: string): Incoming | null {
  try {
    const value = parseJson(text) as Partial<Incoming> | null;
    return typeof value?.op === 'number' ? { op: value.op, d: value.d } : null;
  } catch {
    return null;
  }
}
