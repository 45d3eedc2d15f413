/** What waits for its run, and the promise of that run. */
interface Batch<T> {
  readonly items: T[];
  readonly done: Promise<void>;
}

/**
 * Gathers what many callers want done at the same moment into few runs: for each key one run at a time, and all that comes
 * while it runs goes together into the next.
 */
export class Coalescer<T> {
  /** The end of the last run that has begun, by key; gone when nothing is under way. */
  private readonly running = new Map<string, Promise<void>>();
  private readonly waiting = new Map<string, Batch<T>>();

  /** @param run does the work for all that was gathered; its failure is the failure of each of their calls */
  constructor(private readonly run: (key: string, items: readonly T[]) => Promise<void>) {}

  /** Kept when a run with `item` has ended. */
  add(key: string, item: T): Promise<void> {
    const open = this.waiting.get(key);
    if (open !== undefined) {
      open.items.push(item);
      return open.done;
    }
    const items = [item];
    const done = this.after(key, items);
    this.waiting.set(key, { items, done });
    return done;
  }

  private async after(key: string, items: readonly T[]): Promise<void> {
    // The run before may fail; its own callers hear of it.
    await this.running.get(key)?.catch(() => undefined);
    this.waiting.delete(key);
    const run = this.run(key, items);
    this.running.set(key, run);
    try {
      await run;
    } finally {
      if (this.running.get(key) === run) this.running.delete(key);
    }
  }
}
