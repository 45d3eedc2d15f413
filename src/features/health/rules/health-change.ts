import type { ServiceHealth } from './service-health.js';
import { CallFailure } from './call-failure.js';

/** A half of VerseLink that the other half watches. */
export type WatchedService = ServiceHealth['service'];

/** `unhealthy`: it says so itself, or answers wrongly. */
type HealthState = 'healthy' | 'unhealthy' | 'timed_out' | 'unreachable';

/** What one look at a service found. */
export interface HealthFinding {
  readonly state: HealthState;
  /** In plain words; `null` when all is well. */
  readonly reason: string | null;
}

/** A finding with its circumstances. */
export interface HealthSighting extends HealthFinding {
  readonly id: string;
  readonly at: Date;
  readonly service: WatchedService;
}

/** How a watched service stands, and since when. */
export interface HealthStanding {
  readonly service: WatchedService;
  readonly healthy: boolean;
  readonly since: Date;
}

/** A service went away or came back. */
export interface HealthChange extends HealthSighting {
  /** How long it was away, in milliseconds; `null` when it went away, or was never seen before. */
  readonly down_ms: number | null;
  /** Nothing was known of the service before. */
  readonly first: boolean;
}

/** What is remembered of a service between two looks. */
export abstract class HealthMemory {
  /** Whether it was well at the last look; `null` when there was none. */
  abstract wasHealthy(service: WatchedService): Promise<boolean | null>;

  /**
   * Remembers what was found and, in the same write, that it is to be told. Of any number of callers that find the same
   * change, one gets it.
   * @returns the change; `null` when nothing changed
   */
  abstract remember(sighting: HealthSighting): Promise<HealthChange | null>;

  /** Changes before `before` that a process remembered and did not get round to telling, oldest first. */
  abstract listUntold(service: WatchedService, before: Date): Promise<readonly HealthChange[]>;

  /** The change was told. */
  abstract told(change: HealthChange): Promise<void>;
}

/** A memory that ends with the process. */
export class ProcessMemory extends HealthMemory {
  private last: LastLook | null = null;

  override wasHealthy(): Promise<boolean | null> {
    return Promise.resolve(this.last?.healthy ?? null);
  }

  override remember(sighting: HealthSighting): Promise<HealthChange | null> {
    const before = this.last;
    const healthy = sighting.state === 'healthy';
    if (before?.healthy === healthy) return Promise.resolve(null);
    this.last = { healthy, since: sighting.at };
    return Promise.resolve(changeOf(sighting, before));
  }

  override listUntold(): Promise<readonly HealthChange[]> {
    return Promise.resolve([]);
  }

  override told(): Promise<void> {
    return Promise.resolve();
  }
}

/** How a service was when it was seen last. */
export interface LastLook {
  readonly healthy: boolean;
  readonly since: Date;
}

/** The change that a sighting is. @param before what was known; `null` before the first look */
export function changeOf(sighting: HealthSighting, before: LastLook | null): HealthChange {
  const isBack = sighting.state === 'healthy' && before !== null;
  const downMs = isBack ? sighting.at.getTime() - before.since.getTime() : null;
  return { ...sighting, down_ms: downMs, first: before === null };
}

/** Whether people and programs are told: the first look of all is news only when it is bad. */
export function isNews({ state, first }: HealthChange): boolean {
  return !first || state !== 'healthy';
}

/** What a failed look means. */
export function findingOf(error: unknown): HealthFinding {
  const reason = error instanceof Error ? error.message : String(error);
  const kind = error instanceof CallFailure ? error.kind : 'failed';
  return { state: kind === 'timed_out' || kind === 'unreachable' ? kind : 'unhealthy', reason };
}

/** What people call a service. */
export function nameOf(service: WatchedService): string {
  return service === 'discord-bot' ? 'bot' : 'backend';
}

/** The change as people read it, in logs and alerts. */
export function healthText(change: Pick<HealthChange, 'service' | 'state' | 'reason' | 'down_ms'>): string {
  const { service, state, reason, down_ms } = change;
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
