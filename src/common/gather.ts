/**
 * Gathers what comes for the same key within a time: only the last is worked on, once the time is over. What waits is lost
 * with the process.
 */
export class Gather<T> {
  private readonly waiting = new Map<string, T>();

  constructor(
    private readonly ms: number,
    private readonly work: (value: T, key: string) => void,
  ) {}

  add(key: string, value: T): void {
    const first = !this.waiting.has(key);
    this.waiting.set(key, value);
    if (!first) return;
    setTimeout(() => {
      const last = this.waiting.get(key);
      this.waiting.delete(key);
      if (last !== undefined) this.work(last, key);
    }, this.ms).unref();
  }
}
