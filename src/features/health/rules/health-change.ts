import type { ServiceHealth } from './service-health.js';
import { CallFailure } from './call-failure.js';

/** A half of VerseLink that the other half watches. */
export type WatchedService = ServiceHealth['service'];

/** `unhealthy`: it says so itself, or answers wrongly. */
export type HealthState = 'healthy' | 'unhealthy' | 'timed_out' | 'unreachable';

/** What one look at a service found. */
export interface HealthFinding {
  readonly state: HealthState;
  /** In plain words; `null` when all is well. */
  readonly reason: string | null;
}

/** A service went away or came back. */
export interface HealthChange extends HealthFinding {
  readonly id: string;
  readonly at: Date;
  readonly service: WatchedService;
  /** How long it was away, in milliseconds; `null` when it went away, or was never seen before. */
  readonly down_ms: number | null;
}

/** What is remembered of a service between two looks. */
export abstract class HealthMemory {
  /** Whether it was well at the last look; `null` when there was none. */
  abstract wasHealthy(service: WatchedService): Promise<boolean | null>;

  /**
   * Remembers what was found. Of any number of callers that find the same change, one is told of it.
   * @returns since when it was the other way, `null` when there was no look before; `same` when nothing changed
   */
  abstract exchange(service: WatchedService, healthy: boolean): Promise<Date | null | 'same'>;
}

/** A memory that ends with the process. */
export class ProcessMemory extends HealthMemory {
  private last: { readonly healthy: boolean; readonly since: Date } | null = null;

  override wasHealthy(): Promise<boolean | null> {
    return Promise.resolve(this.last?.healthy ?? null);
  }

  override exchange(_service: WatchedService, healthy: boolean): Promise<Date | null | 'same'> {
    const before = this.last;
    if (before?.healthy === healthy) return Promise.resolve('same');
    this.last = { healthy, since: new Date() };
    return Promise.resolve(before?.since ?? null);
  }
}

/** What a failed look means. */
export function findingOf(error: unknown): HealthFinding {
  const reason = error instanceof Error ? error.message : String(error);
  const kind = error instanceof CallFailure ? error.kind : 'failed';
  return { state: kind === 'timed_out' || kind === 'unreachable' ? kind : 'unhealthy', reason };
}

/** The change as people read it: the texts of seeds/bot-health.md. */
export function healthText({ service, state, reason, down_ms }: Omit<HealthChange, 'id' | 'at'>): string {
  const name = service === 'discord-bot' ? 'Bot' : 'Backend';
  switch (state) {
    case 'healthy':
      return `✅ ${name} is healthy${down_ms === null ? '' : ` again, after ${downTime(down_ms)}`}`;
    case 'timed_out':
      return `⚠️ ${name} health check timeout`;
    case 'unreachable':
      return `❌ ${name} is unreachable: ${reason?.replace(/^.*?: /, '') ?? ''}`;
    case 'unhealthy':
      return `❌ ${name} is unhealthy: ${reason ?? ''}`;
  }
}

/** A time as `2 h 5 min`, `3 min 20 s` or `12 s`. */
function downTime(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  if (hours > 0) return `${String(hours)} h ${String(minutes)} min`;
  return minutes > 0 ? `${String(minutes)} min ${String(seconds % 60)} s` : `${String(seconds)} s`;
}
