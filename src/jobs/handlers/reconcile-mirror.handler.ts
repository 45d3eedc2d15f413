import { Injectable } from '@nestjs/common';
import type { Job } from '../../queue/rules/job.js';
import { PermanentFailure } from '../../queue/rules/outcome.js';
import { Reconciler } from '../../features/scheduled-events/reconcile.js';
import { JobHandler } from '../job-handler.js';

/** Create, update and delete are the same work: make the mirror match the truth. */
@Injectable()
export class ReconcileMirrorHandler extends JobHandler {
  readonly types = ['create_discord_event', 'update_discord_event', 'delete_discord_event'] as const;

  constructor(private readonly reconciler: Reconciler) {
    super();
  }

  async handle({ event_id, guild_id }: Job): Promise<Readonly<Record<string, unknown>>> {
    if (event_id === null || guild_id === null)
      throw new PermanentFailure('The job names no event or server.');
    return this.reconciler.reconcile(event_id, guild_id);
  }

  async giveUp({ event_id, guild_id, started_at }: Job, reason: string): Promise<void> {
    if (event_id === null || guild_id === null || started_at === null) return;
    await this.reconciler.giveUp(event_id, guild_id, started_at, reason);
  }
}
