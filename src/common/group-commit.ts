interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Writes together what arrives while the last write is under way, so that a crowd costs a few large writes instead of many
 * small ones. Each caller is answered only after the write that holds its own item.
 */
export class GroupCommit<T, R> {
  private waiting: Waiting<T, R>[] = [];
  private underWay = false;

  /**
   * @param commit writes some items and gives the result of each, in order; an `Error` among them is thrown to its caller
   * @param most how many items one write may hold
   */
  constructor(
    private readonly commit: (items: readonly T[]) => Promise<readonly (R | Error)[]>,
    private readonly most: number,
  ) {}

  /** @throws what `commit` threw, or gave for this item */
  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.underWay) return;
      this.underWay = true;
      // What comes in at the same moment shares the first write.
      setImmediate(() => void this.drain());
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.waiting.slice(0, this.most);
      this.waiting = this.waiting.slice(this.most);
      await this.write(group);
    }
    this.underWay = false;
  }

  private async write(group: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const results = await this.commit(group.map(({ item }) => item));
      for (const [index, { resolve, reject }] of group.entries()) {
        const result = results[index];
        if (result instanceof Error) reject(result);
        else resolve(result as R);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
