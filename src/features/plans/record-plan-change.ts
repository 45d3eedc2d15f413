import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { PlanChange } from './rules/plan-change.js';
import { PlanChangesRepository } from './plan-changes.repository.js';
import { EnqueuePlanSteps } from './enqueue-plan-steps.js';

/** A change of plan as its source tells it. */
export type PlanChangeInput = Omit<PlanChange, 'id' | 'steps' | 'created_at'>;

/** Takes a change of plan in: keeps it, then sets its jobs going. Told twice, it is carried out once. */
@Injectable()
export class RecordPlanChange {
  constructor(
    private readonly changes: PlanChangesRepository,
    private readonly enqueue: EnqueuePlanSteps,
  ) {}

  async execute(input: PlanChangeInput): Promise<PlanChange> {
    const steps = { roles: 'pending', notice: 'pending' } as const;
    const { change, created } = await this.changes.create({
      ...input,
      id: uuidv7(),
      steps,
      created_at: new Date(),
    });
    if (created) await this.enqueue.execute(change);
    return change;
  }
}
