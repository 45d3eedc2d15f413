import type { MovableClock } from './clock.js';
import type { Parts } from './parts.js';
import type { World } from './world.js';

/** Something that time changes by itself: events start, threads fall asleep. */
export interface Timed {
  /** When it next changes something, in milliseconds since 1970; Infinity while nothing waits. */
  nextAt(world: World): number;
  /** Does everything that is due. */
  run(parts: Parts): void;
}

/** Lets time change the world: by itself as it passes, or at once when the clock is moved. */
export class Timers {
  constructor(
    private readonly parts: Parts,
    private readonly clock: MovableClock,
    private readonly timed: readonly Timed[],
  ) {}

  /** Does everything that is due now. */
  run(): void {
    for (const one of this.timed) one.run(this.parts);
  }

  /** Moves the clock on by so many milliseconds, through everything that happens on the way, each at its own time. */
  moveBy(ms: number): void {
    const time = this.clock.now() + ms;
    const ahead = this.clock.aheadMs + ms;
    let last = -Infinity;
    for (let next = this.next(); next <= time && next > last; next = this.next()) {
      this.clock.setTo(next);
      this.run();
      last = next;
    }
    this.clock.setAhead(ahead);
  }

  private next(): number {
    return Math.min(...this.timed.map((one) => one.nextAt(this.parts.world)));
  }
}
