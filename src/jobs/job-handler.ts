import type { Job } from '../queue/rules/job.js';
import type { JobWork } from '../queue/run-job.js';
import type { EnqueuedJobType, TriggerName, TriggerPayloads } from '../queue/job-catalogue.js';

/** Does the work of one or more kinds of job. */
export abstract class JobHandler implements JobWork {
  abstract readonly types: readonly EnqueuedJobType[];

  /**
   * @returns what admins see as the job's result
   * @throws RetryLater · PermanentFailure; anything else counts as a failure to be retried
   */
  abstract handle(job: Job): Promise<Readonly<Record<string, unknown>>>;

  abstract giveUp(job: Job, reason: string): Promise<void>;
}

/** Does the work of one trigger. */
export abstract class TriggerHandler<N extends TriggerName = TriggerName> {
  abstract readonly name: N;

  abstract handle(payload: TriggerPayloads[N]): Promise<void>;
}
