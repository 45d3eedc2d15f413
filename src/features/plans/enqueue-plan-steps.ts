import { Injectable } from '@nestjs/common';
import { PLAN_STEPS, type PlanChange, type PlanStep } from './rules/plan-change.js';
import type { EnqueuedJobType } from '../../queue/catalogue.js';
import { JobQueue } from '../../queue/job-queue.js';

const JOB_TYPES = { roles: 'manage_roles', notice: 'notify_user' } as const satisfies Record<
  PlanStep,
  EnqueuedJobType
>;

/** Enqueues what remains to be done about a change of plan, each step as a job that admins can follow. */
@Injectable()
export class EnqueuePlanSteps {
  constructor(private readonly jobs: JobQueue) {}

  /** Leaves alone what waits or is being done already, so that nothing is ever done by two at once. */
  async execute(change: PlanChange): Promise<void> {
    for (const step of PLAN_STEPS) {
      const order = { type: JOB_TYPES[step], payload: { plan_change_id: change.id, step } };
      if (change.steps[step] !== 'pending' || (await this.jobs.isUnderWay(order))) continue;
      await this.jobs.enqueue(order);
    }
  }
}
