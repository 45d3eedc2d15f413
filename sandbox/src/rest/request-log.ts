import type { Bus } from '../world/bus.js';
import type { RequestEntry } from './request-entry.js';
import type { Clock } from '../world/clock.js';

const CAPACITY = 20_000;
/** Of how many calls what was sent is kept. */
const BODIES = 500;

/** The latest REST calls, oldest first; past a capacity the oldest are forgotten. */
export class RequestLog {
  private entries: RequestEntry[] = [];
  private seq = 0;

  constructor(
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {}

  /** Writes a call down once it is answered. `ms` is how long it took. */
  add(entry: Omit<RequestEntry, 'seq' | 'at'>): void {
    this.seq += 1;
    const full = { seq: this.seq, at: new Date(this.clock() - entry.ms).toISOString(), ...entry };
    this.entries.push(full);
    const old = this.entries.at(-BODIES - 1);
    if (old) old.body = null;
    if (this.entries.length > CAPACITY * 1.1) this.entries = this.entries.slice(-CAPACITY);
    this.bus.publish({ kind: 'request', request: full });
  }

  /** The calls after a sequence number or a time (milliseconds since 1970). */
  since(point: { seq?: number; time?: number }): RequestEntry[] {
    const { seq = 0, time } = point;
    return this.entries.filter((e) => e.seq > seq && (time === undefined || Date.parse(e.at) >= time));
  }

  clear(): void {
    this.entries = [];
  }
}
