import { Injectable } from '@nestjs/common';
import type { Job } from '../../queue/rules/job.js';
import { PermanentFailure } from '../../queue/rules/outcome.js';
import { PLAN_STEPS, type PlanStep } from '../../features/plans/rules/plan-change.js';
import { CarryOutPlanStep } from '../../features/plans/carry-out-plan-step.js';
import { JobHandler } from '../job-handler.js';

/** The jobs that a change of plan brings about: roles, then the message. */
@Injectable()
export class PlanStepHandler extends JobHandler {
  readonly types = ['manage_roles', 'notify_user'] as const;

  constructor(private readonly carryOut: CarryOutPlanStep) {
    super();
  }

  async handle(job: Job): Promise<Readonly<Record<string, unknown>>> {
    const named = nameOf(job);
    if (named === null) throw new PermanentFailure('The job names no change of plan.');
    return this.carryOut.execute(named.changeId, named.step);
  }

  async giveUp(job: Job): Promise<void> {
    const named = nameOf(job);
    if (named !== null) await this.carryOut.giveUp(named.changeId, named.step);
  }
}

function nameOf({ payload }: Job): { readonly changeId: string; readonly step: PlanStep } | null {
  const { plan_change_id } = payload;
  const step = PLAN_STEPS.find((candidate) => candidate === payload['step']);
  return typeof plan_change_id === 'string' && step !== undefined ? { changeId: plan_change_id, step } : null;
}
