/** A failure to inject, as `POST /sandbox/faults` takes it. */
export interface Fault {
  /** HTTP method it concerns; all when absent. */
  method?: string;
  /**
   * Discord path it concerns, with or without `/api/v10`; all when absent. `*` and `{name}` stand for one path
   * segment, `**` for any number; a plain path also concerns everything below it.
   */
  path?: string;
  /** Answer with this HTTP status and do nothing. */
  status?: number;
  /** Discord error code of that answer. */
  code?: number;
  /** Seconds to wait, for status 429. */
  retry_after?: number;
  /** Delay before anything else. */
  latency_ms?: number;
  /** Cut the connection: before the work is done, or after it but before the answer. */
  drop?: 'before' | 'after';
  /** How many requests it hits; 1 when absent. */
  times?: number;
  /** Chance from 0 to 1 that a matching request is hit; reproducible by the sandbox's seed. */
  probability?: number;
}

/** A fault that waits to happen, by the number that takes it away. */
export interface PendingFault extends Fault {
  id: number;
}

interface ArmedFault {
  id: number;
  fault: Fault;
  left: number;
  pattern: RegExp | null;
}

/** The faults waiting to happen, in the order in which they were given. */
export class FaultList {
  private armed: ArmedFault[] = [];
  private count = 0;

  /** `random` gives numbers from 0 to 1: from a seed, so that a run can be repeated. */
  constructor(private readonly random: () => number) {}

  add(faults: Fault[]): void {
    for (const fault of faults) {
      const pattern = fault.path === undefined ? null : pathPattern(fault.path);
      this.count += 1;
      this.armed.push({ id: this.count, fault, left: fault.times ?? 1, pattern });
    }
  }

  clear(): void {
    this.armed = [];
  }

  /** Takes one away; nothing happens when it has happened already. */
  remove(id: number): void {
    this.armed = this.armed.filter((one) => one.id !== id);
  }

  /** What is still to happen. */
  pending(): PendingFault[] {
    return this.armed.map((a) => ({ id: a.id, ...a.fault, times: a.left }));
  }

  /** The fault that hits a request (path without `/api/v10`), which uses it up once. */
  take(method: string, path: string): Fault | null {
    const hit = this.armed.find((a) => concerns(a, method, path) && this.chance(a.fault));
    if (!hit) return null;
    hit.left -= 1;
    if (hit.left <= 0) this.armed = this.armed.filter((a) => a !== hit);
    return hit.fault;
  }

  private chance(fault: Fault): boolean {
    return fault.probability === undefined || this.random() < fault.probability;
  }
}

function concerns({ fault, pattern }: ArmedFault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  return pattern === null || pattern.test(path);
}

function pathPattern(path: string): RegExp {
  const bare = path.replace(/^\/?api(\/v\d+)?(?=\/|$)/, '').replace(/^(?=[^/])/, '/');
  const source = bare
    .replace(/\/+$/, '')
    .split(/(\*\*|\*|\{\w+\}|:[a-z]\w*)/)
    .map((part) => {
      if (part === '**') return '.*';
      if (/^(\*|\{\w+\}|:[a-z]\w*)$/.test(part)) return '[^/]+';
      return part.replace(/[.+?^$()|[\]\\{}]/g, '\\$&');
    })
    .join('');
  // With wildcards the pattern is the whole path; a plain path is also a prefix.
  return new RegExp(/[*{:]/.test(bare) ? `^${source}$` : `^${source}(/.*)?$`);
}
