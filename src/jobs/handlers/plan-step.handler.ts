import { Injectable } from '@nestjs/common';
import type { Job } from '../../queue/rules/job.js';
import { PermanentFailure } from '../../queue/rules/outcome.js';
import { PLAN_STEPS } from '../../features/plans/rules/plan-change.js';
import { CarryOutPlanStep } from '../../features/plans/carry-out-plan-step.js';
import { JobHandler } from '../job-handler.js';

/** The jobs that a change of plan brings about: roles, then the message. */
@Injectable()
export class PlanStepHandler extends JobHandler {
  readonly types = ['manage_roles', 'notify_user'] as const;

  constructor(private readonly carryOut: CarryOutPlanStep) {
    super();
  }

  async handle({ payload }: Job): Promise<Readonly<Record<string, unknown>>> {
    const { plan_change_id } = payload;
    const step = PLAN_STEPS.find((candidate) => candidate === payload['step']);
    if (typeof plan_change_id !== 'string' || step === undefined) {
      throw new PermanentFailure('The job names no change of plan.');
    }
    return this.carryOut.execute(plan_change_id, step);
  }
}
