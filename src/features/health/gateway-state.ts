import { Injectable } from '@nestjs/common';

/**
 * `connected`: each connection that this process is to hold works · `standby`: others hold them all, and this process takes over
 * when one dies · `away`: members are not heard, or it is not known whether they are.
 */
export type GatewayRole = 'connected' | 'standby' | 'away';

/** How this process stands to Discord's gateway. The gateway door writes it, health reads it. */
@Injectable()
export class GatewayState {
  /** This process's connections, by their shard. */
  connections: ReadonlyMap<number, { readonly ready: boolean }> = new Map();
  /** Shards that no process holds; `null` while Redis does not say. */
  unheld: number | null = null;

  get role(): GatewayRole {
    const own = [...this.connections.values()];
    if (own.length === 0) return this.unheld === 0 ? 'standby' : 'away';
    return own.every(({ ready }) => ready) && (this.unheld ?? 0) === 0 ? 'connected' : 'away';
  }
}
