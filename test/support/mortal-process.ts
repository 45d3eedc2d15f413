/** What every call after the crash gets: a dead process does nothing more. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Where a process dies: at which of its calls to the database, and whether that call still happens. */
export interface Death {
  readonly call: number;
  readonly when: 'before' | 'after';
}

/**
 * Counts every call to some repositories, and can die at any of them. From its death on every call fails, so that nothing
 * that the code would do in passing (a `catch`, a `finally`) can tidy up.
 */
export class MortalProcess {
  private calls: string[] = [];
  private death: Death | null = null;
  private dead = false;

  constructor(repositories: readonly object[]) {
    for (const repository of repositories) this.wrap(repository);
  }

  /** Runs an operation to its end. @returns the names of its calls, in order */
  async live(operation: () => Promise<unknown>): Promise<string[]> {
    this.start(null);
    await operation();
    return [...this.calls];
  }

  /** Runs an operation that dies on the way, and is alive again afterwards. */
  async die(death: Death, operation: () => Promise<unknown>): Promise<void> {
    this.start(death);
    const end: unknown = await operation().then(
      () => null,
      (error: unknown) => error,
    );
    this.start(null);
    if (!(end instanceof Crash)) throw new Error('The operation did not die', { cause: end });
  }

  private start(death: Death | null): void {
    this.calls = [];
    this.death = death;
    this.dead = false;
  }

  private wrap(repository: object): void {
    const prototype: object = Reflect.getPrototypeOf(repository) ?? {};
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      // What is private to a repository is part of a call.
      if (typeof value !== 'function' || ['constructor', 'decide', 'moveTo', 'relock'].includes(name))
        continue;
      const original = value as (...input: unknown[]) => Promise<unknown>;
      Reflect.set(repository, name, (...input: unknown[]) =>
        this.call(name, () => original.apply(repository, input)),
      );
    }
  }

  private async call(name: string, original: () => Promise<unknown>): Promise<unknown> {
    if (this.dead) throw new Crash();
    const dies = this.death?.call === this.calls.length ? this.death.when : null;
    this.calls.push(name);
    if (dies === 'before') throw this.crash();
    const result = await original();
    if (dies === 'after') throw this.crash();
    return result;
  }

  private crash(): Crash {
    this.dead = true;
    return new Crash();
  }
}
