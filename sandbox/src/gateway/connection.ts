import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { parseJson } from '../validation/json.js';
import { compressorFor, type Compression, type Compressor } from './compression.js';
import type { Session } from './session.js';

const LARGEST_PAYLOAD = 4_096;
/** Payloads that a client may send in a minute. */
const SEND_LIMIT = 120;
const SEND_WINDOW_MS = 60_000;
/** How long a client may take to say that it has got everything. Clients do so by themselves, within a millisecond. */
const PATIENCE_MS = 1_000;
/**
 * Hello comes some time after the handshake's answer, as Discord's does, not in the same packet: seyfert drops what does.
 */
const HELLO_AFTER_MS = 10;

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
  private compressor: Compressor;
  private watchdog: NodeJS.Timeout | undefined;
  private greeting: NodeJS.Timeout | undefined;
  private closing: number | null = null;
  private sent = 0;
  private windowEndsAt = 0;
  /** Payloads sent, and how many of them the client has said to have got. */
  private written = 0;
  private heard = 0;
  private answersPings = true;
  private ended = false;
  /** Called when the client confirms something, and at the end. */
  private readonly watchers = new Set<() => void>();

  constructor(
    private readonly socket: WebSocket,
    private readonly events: ConnectionEvents,
    private readonly options: { heartbeatMs: number; compression: Compression; url: string },
  ) {
    this.compressor = compressorFor(options.compression, (message) => this.transmit(message));
    socket.on('message', (data, binary) => this.receive(data, binary));
    socket.on('pong', (count) => this.confirm(Number(count.toString())));
    socket.on('close', (code) => this.gone(code));
    socket.on('error', () => socket.terminate());
    this.greeting = setTimeout(() => this.greet(), HELLO_AFTER_MS);
    this.expectHeartbeat();
  }

  /** Says hello, once: when it is time, or before it answers a client that did not wait for it. */
  private greet(): void {
    if (!this.greeting) return;
    clearTimeout(this.greeting);
    this.greeting = undefined;
    this.send(GatewayOpcodes.Hello, {
      heartbeat_interval: this.options.heartbeatMs,
      _trace: ['["discord-sandbox"]'],
    });
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
    this.written += 1;
    this.compressor.write(text);
  }

  private transmit(message: string | Buffer): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(message);
  }

  /** From now on each payload is compressed by itself, unless all are one stream already. */
  compressPayloads(): void {
    if (this.options.compression !== null) return;
    this.compressor = compressorFor('payload', (message) => this.transmit(message));
  }

  /**
   * Resolves once the client has got everything that was sent until now, or its goodbye: it answers a ping after what came
   * before, which WebSocket libraries do unasked. One that does not answer in time is not asked again.
   */
  async told(): Promise<void> {
    const wanted = this.written;
    if (this.silent || !this.answersPings || this.hasHeard(wanted)) return;
    void this.compressor.flushed().then(() => {
      if (this.socket.readyState === this.socket.OPEN) this.socket.ping(String(wanted));
    });
    this.answersPings = await new Promise<boolean>((resolve) => {
      const end = (heard: boolean): void => {
        clearTimeout(timer);
        this.watchers.delete(watcher);
        resolve(heard);
      };
      const timer = setTimeout(() => end(false), PATIENCE_MS);
      const watcher = (): void => {
        if (this.hasHeard(wanted)) end(true);
      };
      this.watchers.add(watcher);
    });
  }

  private hasHeard(wanted: number): boolean {
    return this.ended || (this.closing === null && this.heard >= wanted);
  }

  private confirm(count: number): void {
    this.heard = Math.max(this.heard, count);
    this.wakeWatchers();
  }

  private wakeWatchers(): void {
    for (const watcher of this.watchers) watcher();
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
    this.greet();
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
    clearTimeout(this.greeting);
    this.compressor.close();
    this.ended = true;
    this.wakeWatchers();
    this.events.closed(this, this.closing ?? code);
  }
}

function parse(text: string): Incoming | null {
  try {
    const value = parseJson(text) as Partial<Incoming> | null;
    return typeof value?.op === 'number' ? { op: value.op, d: value.d } : null;
  } catch {
    return null;
  }
}
