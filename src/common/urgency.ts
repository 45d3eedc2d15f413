import { AsyncLocalStorage } from 'node:async_hooks';

/** How much somebody waits for work: a person does for a request or a click, somebody later for a job, no one for a sweep. */
const URGENCIES = { person: 2, job: 1, sweep: 0 } as const;
export type Urgency = keyof typeof URGENCIES;

const storage = new AsyncLocalStorage<Urgency>();

/** Does some work as that which is less urgent than what people wait for. */
export const withUrgency = <T>(urgency: Urgency, work: () => T): T => storage.run(urgency, work);

/** How urgent the current work is, in numbers: more goes first. */
export const currentUrgency = (): number => URGENCIES[storage.getStore() ?? 'person'];
