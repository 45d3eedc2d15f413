import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { invalid } from '../../common/errors.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import type { PlanAction } from '../notifications/rules/plan-notice.js';
import { HandlesTrigger } from '../../queue/handles.js';
import { JobQueue } from '../../queue/job-queue.js';
import { ordersOf } from './entitlements.service.js';
import { PlanChangesRepository } from './plan-changes.repository.js';
import { PlanNews } from './plan-news.js';
import { PlanRolesService } from './plan-roles.service.js';
import type { PlanChange } from './rules/plan-change.js';
import { SubscriptionsService } from './subscriptions.service.js';

const BATCH = 200;

/** A change of a member's plan, as an admin tells it. */
export interface PlanChangeInput {
  readonly discord_id: string;
  readonly action: PlanAction;
  /** The plan from now on. */
  readonly plan: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The admin's own id of the change; told twice under it, it is carried out once. */
  readonly source_id: string | null;
}

/** Changes of members' plans that admins tell, and what remains to be done about all changes. */
@Injectable()
export class PlanChangesService implements KeepsPersonalData {
  constructor(
    private readonly subscriptions: SubscriptionsService,
    private readonly changes: PlanChangesRepository,
    private readonly jobs: JobQueue,
    private readonly roles: PlanRolesService,
    private readonly news: PlanNews,
  ) {}

  /**
   * What admins give a member is a subscription like any other, the member's best one counts.
   * @returns the transition that it brought about, or one without steps when it brought none about
   * @throws invalid without a plan, unless it ends one
   */
  async record(input: PlanChangeInput): Promise<PlanChange> {
    const { discord_id, action, plan, metadata } = input;
    const sourceId = input.source_id ?? uuidv7();
    const earlier = await this.changes.findBySource('admin', sourceId);
    if (earlier !== null) return earlier;
    const ends = action === 'subscription_cancelled';
    if (plan === null && !ends) throw invalid([{ field: 'plan', message: 'plan must name the plan' }]);
    await this.subscriptions.take({
      source: 'admin',
      source_id: discord_id,
      telling: {
        event_id: sourceId,
        kind: 'state',
        told_at: new Date(),
        status: ends ? 'withdrawn' : 'active',
        items: plan === null || ends ? [] : [{ keys: [plan], price: null }],
      },
      discord_id,
      customer_id: null,
      email: null,
      payment_refs: [],
      said: { action, metadata },
    });
    return this.transitionOf({ ...input, source_id: sourceId });
  }

  /** Finishes what a crash or a lost queue left undone, and looks for members who may have come since. */
  @HandlesTrigger('sweep_plans')
  async sweep(): Promise<void> {
    await this.subscriptions.sweep();
    await this.roles.sweep();
    await this.news.publish();
    const orders = (await this.changes.listUnfinished(BATCH)).flatMap(ordersOf);
    // What is being done already is left alone, so that nothing is done by two at once.
    for (const order of orders) {
      if (!(await this.jobs.isUnderWay(order))) await this.jobs.enqueue(order);
    }
  }

  private async transitionOf(input: PlanChangeInput & { readonly source_id: string }): Promise<PlanChange> {
    for (;;) {
      const written = await this.changes.findBySource('admin', input.source_id);
      if (written !== null) return written;
      const last = await this.changes.findLast(input.discord_id);
      await this.changes.append(withoutSteps(input, last));
    }
  }

  async exportOf({ discord_id }: Person): Promise<unknown> {
    return this.changes.listOf(discord_id);
  }

  async erase({ discord_id }: Person, tombstone: string): Promise<void> {
    await this.changes.replacePerson(discord_id, tombstone);
  }
}

/** Kept as the answer to a repeat: the member has what they had. */
function withoutSteps(
  { discord_id, action, metadata, source_id }: PlanChangeInput,
  last: PlanChange | null,
): PlanChange {
  const { entitled = false, plan = null, price = null, revision = 0 } = last ?? {};
  return {
    id: uuidv7(),
    discord_id,
    revision: revision + 1,
    action,
    entitled,
    plan,
    price,
    metadata,
    source: 'admin',
    source_id,
    steps: { roles: 'skipped', notice: 'skipped' },
    created_at: new Date(),
  };
}
