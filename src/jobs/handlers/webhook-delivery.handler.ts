import { Injectable } from '@nestjs/common';
import type { Job } from '../../queue/rules/job.js';
import { PermanentFailure } from '../../queue/rules/outcome.js';
import { DeliveryEngine } from '../../features/webhooks/delivery-engine.js';
import { JobHandler } from '../job-handler.js';

@Injectable()
export class WebhookDeliveryHandler extends JobHandler {
  readonly types = ['webhook_delivery'] as const;

  constructor(private readonly deliveries: DeliveryEngine) {
    super();
  }

  async handle(job: Job): Promise<Readonly<Record<string, unknown>>> {
    const id = job.payload['delivery_id'];
    if (typeof id !== 'string') throw new PermanentFailure('The job names no delivery.');
    return this.deliveries.deliver(id, job);
  }

  async giveUp({ payload }: Job, reason: string): Promise<void> {
    await this.deliveries.giveUp(String(payload['delivery_id']), reason);
  }
}
