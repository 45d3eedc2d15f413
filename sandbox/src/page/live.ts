import type { ServerResponse } from 'node:http';
import type { Bus, Signal } from '../world/bus.js';

/** A reader this far behind is cut off; it comes back by itself and loads all anew. */
const MOST_BUFFERED_BYTES = 8 * 1024 * 1024;
const KEEP_ALIVE_MS = 20_000;
const RECONNECT_MS = 1_000;

/**
 * The bus as Server-Sent Events. Each signal has a number, counted whether anybody listens or not; a snapshot that
 * names the number at which it was taken can be brought up to date by the signals after it.
 */
export class LiveStream {
  private readonly readers = new Set<ServerResponse>();
  private readonly keepAlive: NodeJS.Timeout;
  private readonly unsubscribe: () => void;
  private count = 0;

  constructor(bus: Bus) {
    this.unsubscribe = bus.subscribe((signal) => this.send(signal));
    this.keepAlive = setInterval(() => this.write(': still here\n\n'), KEEP_ALIVE_MS);
    this.keepAlive.unref();
  }

  /** The number of the latest signal. */
  get seq(): number {
    return this.count;
  }

  /** Makes an answer a reader of the stream, until its connection closes. */
  open(reader: ServerResponse): void {
    reader.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    reader.write(`retry: ${RECONNECT_MS}\nid: ${this.count}\nevent: hello\ndata: {}\n\n`);
    this.readers.add(reader);
    reader.once('close', () => this.readers.delete(reader));
  }

  /** Ends every stream; without it the server would wait for them. */
  close(): void {
    clearInterval(this.keepAlive);
    this.unsubscribe();
    for (const reader of this.readers) reader.end();
    this.readers.clear();
  }

  private send(signal: Signal): void {
    this.count += 1;
    if (this.readers.size === 0) return;
    this.write(`id: ${this.count}\nevent: signal\ndata: ${JSON.stringify(signal)}\n\n`);
  }

  private write(text: string): void {
    for (const reader of this.readers) {
      if (reader.writableLength > MOST_BUFFERED_BYTES) reader.destroy();
      else reader.write(text);
    }
  }
}
