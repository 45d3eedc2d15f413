import { Injectable } from '@nestjs/common';
import { EventPublisher } from '../webhooks/event-publisher.js';
import { PlanChangesRepository } from './plan-changes.repository.js';

const BATCH = 500;

/** Tells webhooks of changes of plans. The changes say which are untold, so none is lost, and twice is once. */
@Injectable()
export class PlanNews {
  constructor(
    private readonly changes: PlanChangesRepository,
    private readonly publisher: EventPublisher,
  ) {}

  async publish(): Promise<void> {
    const changes = await this.changes.listUntold(BATCH);
    if (changes.length === 0) return;
    await this.publisher.publish(
      ...changes.map(({ id, discord_id, action, entitled, plan, source, created_at }) => ({
        event_id: id,
        type: 'plan.changed' as const,
        occurred_at: created_at,
        data: { discord_id, action, entitled, plan, source },
      })),
    );
    await this.changes.markTold(changes.map(({ id }) => id));
  }
}
