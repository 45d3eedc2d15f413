import { Injectable, Logger } from '@nestjs/common';
import { ResubmitLostJobs } from '../../queue/resubmit-lost-jobs.js';
import { SweepMirrors } from '../../features/scheduled-events/sweep-mirrors.js';
import { SweepPlans } from '../../features/plans/sweep-plans.js';
import { EventClock } from '../../features/events/event-clock.js';
import { SweepWebhooks } from '../../features/webhooks/sweep-webhooks.js';
import { TriggerHandler } from '../job-handler.js';

/** Finds everything that a crash or a lost queue left undone. */
@Injectable()
export class SweepHandler extends TriggerHandler<'sweep'> {
  readonly name = 'sweep';
  private readonly logger = new Logger(SweepHandler.name);

  constructor(
    private readonly clock: EventClock,
    private readonly mirrors: SweepMirrors,
    private readonly webhooks: SweepWebhooks,
    private readonly plans: SweepPlans,
    private readonly lostJobs: ResubmitLostJobs,
  ) {
    super();
  }

  /** One part that fails does not keep the others from running. */
  async handle(): Promise<void> {
    for (const part of [this.clock, this.mirrors, this.webhooks, this.plans, this.lostJobs]) {
      try {
        await part.execute();
      } catch (error) {
        this.logger.error(error, `Sweep: ${part.constructor.name} failed`);
      }
    }
  }
}
