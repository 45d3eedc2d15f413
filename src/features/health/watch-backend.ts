import { Injectable } from '@nestjs/common';
import { BackendGate } from './rules/backend-gate.js';
import { HealthMemory } from './rules/health-change.js';
import { WatchHealth } from './watch-health.js';

/** Remembers in this process: when the backend is away, its database may be too. */
class OwnMemory extends HealthMemory {
  private last: { readonly healthy: boolean; readonly since: Date } | null = null;

  override wasHealthy(): Promise<boolean | null> {
    return Promise.resolve(this.last?.healthy ?? null);
  }

  override exchange(_service: unknown, healthy: boolean): Promise<Date | null | 'same'> {
    const before = this.last;
    if (before?.healthy === healthy) return Promise.resolve('same');
    this.last = { healthy, since: new Date() };
    return Promise.resolve(before?.since ?? null);
  }
}

/** The bot's watch over the backend. */
@Injectable()
export class WatchBackend {
  private readonly memory = new OwnMemory();

  constructor(
    private readonly watch: WatchHealth,
    private readonly backend: BackendGate,
  ) {}

  async execute(): Promise<void> {
    await this.watch.execute('website-backend', () => this.backend.health(), this.memory);
  }
}
