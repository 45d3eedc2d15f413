import type { Job } from '../queue/rules/job.js';
import type { EnqueuedJobType, TriggerName, TriggerPayloads } from '../queue/job-catalogue.js';

/** Does the work of one or more kinds of job. */
export abstract class JobHandler {
  abstract readonly types: readonly EnqueuedJobType[];

  /**
   * @returns what admins see as the job's result
   * @throws RetryLater · PermanentFailure; anything else counts as a failure to be retried
   */
  abstract handle(job: Job): Promise<Readonly<Record<string, unknown>>>;
}

/** Does the work of one trigger. */
export abstract class TriggerHandler<N extends TriggerName = TriggerName> {
  abstract readonly name: N;

  abstract handle(payload: TriggerPayloads[N]): Promise<void>;
}
