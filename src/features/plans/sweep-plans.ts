import { Injectable } from '@nestjs/common';
import { HandlesTrigger } from '../../queue/handles.js';
import { PlanChangesRepository } from './plan-changes.repository.js';
import { EnqueuePlanSteps } from './enqueue-plan-steps.js';

const BATCH = 200;

/** Sets the jobs of unfinished changes of plan going again, where they were lost or used up their retries. */
@Injectable()
export class SweepPlans {
  constructor(
    private readonly changes: PlanChangesRepository,
    private readonly enqueue: EnqueuePlanSteps,
  ) {}

  @HandlesTrigger('sweep_plans')
  async execute(): Promise<void> {
    for (const change of await this.changes.listUnfinished(BATCH)) await this.enqueue.execute(change);
  }
}
