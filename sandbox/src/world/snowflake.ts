import type { Clock } from './clock.js';

/** Milliseconds of Discord's epoch, 2015-01-01T00:00:00Z. */
const DISCORD_EPOCH = 1_420_070_400_000n;
const SEQUENCE_BITS = 12n;
const TIMESTAMP_SHIFT = 22n;

/** Makes Discord ids: unique, and ordered by the time at which they were made. */
export class SnowflakeFactory {
  private lastMillis = 0n;
  private sequence = 0n;

  constructor(private readonly clock: Clock) {}

  /** The next id, later than every id made or seen before. */
  next(): string {
    const now = BigInt(Math.floor(this.clock())) - DISCORD_EPOCH;
    if (now > this.lastMillis) {
      this.lastMillis = now;
      this.sequence = 0n;
    } else {
      this.sequence += 1n;
      if (this.sequence >> SEQUENCE_BITS) {
        this.lastMillis += 1n;
        this.sequence = 0n;
      }
    }
    // Worker 1, process 0: constant bits between the time and the sequence.
    return ((this.lastMillis << TIMESTAMP_SHIFT) | (1n << 17n) | this.sequence).toString();
  }

  /** Takes notice of an id from elsewhere (a journal), so that later ones come after it even if the clock went back. */
  observe(id: string): void {
    const millis = BigInt(id) >> TIMESTAMP_SHIFT;
    const now = BigInt(Math.floor(this.clock())) - DISCORD_EPOCH;
    if (millis > this.lastMillis && millis <= now + 86_400_000n) this.lastMillis = millis;
  }
}

/** The time, in milliseconds since 1970, at which a snowflake was made. */
export function snowflakeTime(id: string): number {
  return Number((BigInt(id) >> TIMESTAMP_SHIFT) + DISCORD_EPOCH);
}

/** The first snowflake of a time in milliseconds since 1970. */
export function snowflakeAt(millis: number): string {
  return ((BigInt(Math.floor(millis)) - DISCORD_EPOCH) << TIMESTAMP_SHIFT).toString();
}

/** An id as it came in JSON, where Discord takes numbers, too; null for what is none. */
export function toSnowflake(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return isSnowflake(text) ? text : null;
}

/** Whether a value is a string that Discord takes for an id. */
export function isSnowflake(value: unknown): value is string {
  return typeof value === 'string' && /^(0|[1-9][0-9]{0,19})$/.test(value);
}

/** Orders two ids by their number (they may differ in length). */
export function compareSnowflakes(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}
