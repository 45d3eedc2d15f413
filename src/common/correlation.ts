import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();

/** What a name for a request may look like when somebody else chose it. */
const GIVEN = /^[\w.:-]{1,128}$/;

/** The request that the current work belongs to, across calls, jobs and processes; `null` outside of any. */
export const currentRequestId = (): string | null => storage.getStore() ?? null;

/** Does some work in the name of a request. */
export const inRequest = <T>(id: string, work: () => T): T => storage.run(id, work);

/** A name for a request that came with it, when it is fit for logs; `null` otherwise. */
export function givenRequestId(value: unknown): string | null {
  return typeof value === 'string' && GIVEN.test(value) ? value : null;
}
