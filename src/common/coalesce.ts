/** What waits for its run, and the promise of that run. */
interface Batch<T> {
  readonly items: T[];
  done: Promise<void>;
}

/**
 * Gathers what many callers want done at the same moment into few runs: for each key one run at a time, and all that comes
 * while it runs goes together into the next.
 */
export class Coalescer<T> {
  /** The batch that still takes items, by key. */
  private readonly open = new Map<string, Batch<T>>();
  /** The end of the last batch, by key; gone when nothing is under way. */
  private readonly last = new Map<string, Promise<void>>();

  /**
   * @param run does the work for all that was gathered; its failure is the failure of each of their calls
   * @param most how many go into one run
   */
  constructor(
    private readonly run: (key: string, items: readonly T[]) => Promise<void>,
    private readonly most = 50,
  ) {}

  /** Kept when a run with `item` has ended. */
  add(key: string, item: T): Promise<void> {
    const open = this.open.get(key);
    if (open !== undefined && open.items.length < this.most) {
      open.items.push(item);
      return open.done;
    }
    const batch: Batch<T> = { items: [item], done: Promise.resolve() };
    batch.done = this.after(this.last.get(key), key, batch);
    this.open.set(key, batch);
    this.last.set(key, batch.done);
    return batch.done;
  }

  private async after(before: Promise<void> | undefined, key: string, batch: Batch<T>): Promise<void> {
    // The run before may fail; its own callers hear of it.
    await before?.catch(() => undefined);
    if (this.open.get(key) === batch) this.open.delete(key);
    try {
      await this.run(key, batch.items);
    } finally {
      if (this.last.get(key) === batch.done) this.last.delete(key);
    }
  }
}
