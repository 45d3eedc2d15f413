import { Injectable, Logger } from '@nestjs/common';
import { ResubmitLostJobs } from '../../queue/resubmit-lost-jobs.js';
import { MirrorFanOut } from '../../features/scheduled-events/mirror-fan-out.js';
import { SweepPlans } from '../../features/plans/sweep-plans.js';
import { EventClock } from '../../features/events/event-clock.js';
import { DeliveryEngine } from '../../features/webhooks/delivery-engine.js';
import { TriggerHandler } from '../job-handler.js';

/** Finds everything that a crash or a lost queue left undone. */
@Injectable()
export class SweepHandler extends TriggerHandler<'sweep'> {
  readonly name = 'sweep';
  private readonly logger = new Logger(SweepHandler.name);

  constructor(
    private readonly clock: EventClock,
    private readonly mirrors: MirrorFanOut,
    private readonly webhooks: DeliveryEngine,
    private readonly plans: SweepPlans,
    private readonly lostJobs: ResubmitLostJobs,
  ) {
    super();
  }

  /** One part that fails does not keep the others from running. */
  async handle(): Promise<void> {
    await this.attempt('events', () => this.clock.execute());
    await this.attempt('mirrors', () => this.mirrors.sweep());
    await this.attempt('webhooks', () => this.webhooks.sweep());
    await this.attempt('plans', () => this.plans.execute());
    await this.attempt('lost jobs', () => this.lostJobs.execute());
  }

  private async attempt(part: string, sweep: () => Promise<unknown>): Promise<void> {
    try {
      await sweep();
    } catch (error) {
      this.logger.error(error, `Sweep: ${part} failed`);
    }
  }
}
