import { SetMetadata } from '@nestjs/common';
import type { EnqueuedJobType, JobPayload, ScheduleName, TriggerName, TriggerPayload } from './catalogue.js';
import type { Job } from './rules/job.js';

/** What admins read as a job's result. */
export type JobResult = Readonly<Record<string, unknown>>;

/**
 * Does the work of a job; must be harmless when it is done twice.
 * @throws RetryLater · PermanentFailure; anything else counts as a failure to be retried
 */
export type JobMethod<T extends EnqueuedJobType> = (payload: JobPayload<T>, job: Job) => Promise<JobResult>;

/**
 * The retries are used up by an error that waiting does not mend. Notes it where the work came from, so that no sweep finds
 * it again and writes a new job for the same cause; a change there, or a retry, sets it going again.
 */
export type GiveUpMethod<T extends EnqueuedJobType> = (
  payload: JobPayload<T>,
  job: Job,
  reason: string,
) => Promise<void>;

/** Does the work of a trigger. */
export type TriggerMethod<N extends TriggerName | ScheduleName> = (
  payload: TriggerPayload<N>,
) => Promise<void>;

/** A decorator that the compiler lets stand only before methods of this shape. */
type Marks<Shape> = <M extends Shape>(
  target: object,
  name: string,
  method: TypedPropertyDescriptor<M>,
) => void;

export const JOB_HANDLER = Symbol('JOB_HANDLER');
export const JOB_GIVE_UP = Symbol('JOB_GIVE_UP');
export const TRIGGER_HANDLER = Symbol('TRIGGER_HANDLER');

/** Marks the method of a room that does jobs of these kinds. Each kind has exactly one. */
export function HandlesJob<T extends EnqueuedJobType>(...types: readonly T[]): Marks<JobMethod<T>> {
  return SetMetadata(JOB_HANDLER, types);
}

/** Marks the method that hears of jobs of these kinds which are given up. */
export function GivesUpJob<T extends EnqueuedJobType>(...types: readonly T[]): Marks<GiveUpMethod<T>> {
  return SetMetadata(JOB_GIVE_UP, types);
}

/** Marks the method of a room that a trigger calls. Each trigger has exactly one. */
export function HandlesTrigger<N extends TriggerName | ScheduleName>(name: N): Marks<TriggerMethod<N>> {
  return SetMetadata(TRIGGER_HANDLER, [name]);
}
