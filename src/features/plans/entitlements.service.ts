import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { unavailable } from '../../common/errors.js';
import { Config } from '../../config/config.js';
import type { RoleMapping } from '../role-mappings/rules/role-mapping.js';
import { RoleMappingsService } from '../role-mappings/role-mappings.service.js';
import { type JobOrder, JobQueue } from '../../queue/job-queue.js';
import { UsersService } from '../users/users.service.js';
import { PlanChangesRepository } from './plan-changes.repository.js';
import { bestHolding, planOrder, rolesOfPlan, type BestHolding } from './rules/entitlement.js';
import { nextChange, type MemberHolding, type NextChange } from './rules/next-change.js';
import { tellingsOfPayments, withLinks } from './rules/payment.js';
import type { PlanChange, PlanSource } from './rules/plan-change.js';
import { stateOf, unknownAt } from './rules/subscription.js';
import { SubscriptionsRepository, type Subscription } from './subscriptions.repository.js';

/** How often a decision is made anew when another process was faster. */
const TRIES = 20;

/** A member's plan. */
export interface MemberPlan {
  /** `null` when nothing names it. */
  readonly plan: string | null;
  /** How the payment stands: `active`, `trialing` or `past_due`. */
  readonly status: string;
  readonly since: Date;
  /** Paid until, or over then; `null` for one without a period. */
  readonly until: Date | null;
  readonly renews: boolean;
  readonly source: PlanSource;
  /** The roles of the main server that it gives. */
  readonly roles: readonly string[];
}

/** What members are entitled to, by all their subscriptions together. */
@Injectable()
export class EntitlementsService {
  constructor(
    private readonly subscriptions: SubscriptionsRepository,
    private readonly changes: PlanChangesRepository,
    private readonly mappings: RoleMappingsService,
    private readonly users: UsersService,
    private readonly jobs: JobQueue,
    private readonly config: Config,
  ) {}

  /** What the member has now; `null` for no plan. */
  async of(discordId: string): Promise<BestHolding<MemberHolding> | null> {
    const order = planOrder(await this.planMappings());
    return bestHolding(await this.holdingsOf(discordId), order);
  }

  /** What the member has, as people are told; `null` for no plan. */
  async describe(discordId: string): Promise<MemberPlan | null> {
    const best = await this.of(discordId);
    if (best === null) return null;
    const { plan, holding } = best;
    const { status, started_at, period_end, ends_at } = holding.state;
    const roles = rolesOfPlan(best, await this.planMappings()).wanted;
    const until = ends_at ?? period_end;
    return {
      plan,
      status,
      since: started_at,
      until,
      renews: ends_at === null,
      source: holding.source,
      roles,
    };
  }

  /** The roles of the main server that stand for plans. */
  async planMappings(): Promise<RoleMapping[]> {
    const { mainGuildId } = this.config;
    return mainGuildId === null ? [] : this.mappings.ofType(mainGuildId, 'plan');
  }

  /**
   * Computes a member's entitlement anew, and sets going what follows from a transition: roles and a message. The written
   * transition is what the next one counts from, so each is told once, however many processes look at once.
   * @param sourceId an admin's own id of what brought it about
   * @throws unavailable when too many changes come at once
   */
  async follow(discordId: string, sourceId: string | null = null): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      // In this order: what is written after it was read makes the next write fail.
      const last = await this.changes.findLast(discordId);
      const order = planOrder(await this.planMappings());
      const read = await this.subscriptions.listOf(discordId);
      const holdings = await this.standings(read, discordId);
      const next = nextChange({ discordId, last, holdings, order });
      const change = next && newChange(next, sourceId);
      if (change !== null && !(await this.changes.append(change))) continue;
      await this.subscriptions.settle(discordId, read);
      if (change !== null) await this.jobs.enqueueAll(ordersOf(change));
      return;
    }
    throw unavailable('Too many changes of this plan at once.');
  }

  /** Where a member gets their receipts; where the payment does not say, what they say themselves. */
  async emailOf(discordId: string): Promise<string | null> {
    const paid = (await this.subscriptions.listOf(discordId)).find(({ email }) => email !== null);
    return paid?.email ?? (await this.users.findByDiscordId(discordId))?.email ?? null;
  }

  /** How the member's subscriptions stand, what became of their payments included. */
  private async holdingsOf(discordId: string): Promise<MemberHolding[]> {
    return this.standings(await this.subscriptions.listOf(discordId), discordId);
  }

  private async standings(read: readonly Subscription[], discordId: string): Promise<MemberHolding[]> {
    const own = read.filter(({ discord_id }) => discord_id === discordId);
    return Promise.all(own.map((subscription) => this.standing(subscription)));
  }

  /** How one subscription stands. */
  async standing(subscription: Subscription): Promise<MemberHolding> {
    const { id, customer_id, payment_refs, tellings, base } = subscription;
    const linked = await this.subscriptions.factsOf(payment_refs, customer_id);
    const facts = await this.subscriptions.factsOf(withLinks(payment_refs, linked), customer_id);
    const ofCustomer = customer_id === null ? [] : await this.subscriptions.listOfCustomer(customer_id);
    const all = [...linked, ...facts];
    const said = stateOf([...tellings, ...tellingsOfPayments(subscription, all, ofCustomer)], base);
    const state = said ?? unknownAt(subscription.created_at);
    const { source, source_id, email, updated_at } = subscription;
    return { id, source, source_id, customer_id, email, said: subscription.said, updated_at, state };
  }
}

function newChange(next: NextChange, sourceId: string | null): PlanChange {
  const steps = { roles: 'pending', notice: 'pending' } as const;
  return { ...next, id: uuidv7(), source_id: sourceId, steps, created_at: new Date() };
}

/** The jobs that remain of a change of plan. One about roles that waits has not looked yet, so it serves later changes too. */
export function ordersOf({ id, discord_id, steps }: PlanChange): JobOrder[] {
  const orders: JobOrder[] = [];
  if (steps.roles === 'pending') orders.push({ type: 'manage_roles', payload: { discord_id } });
  if (steps.notice === 'pending') orders.push({ type: 'notify_user', payload: { plan_change_id: id } });
  return orders;
}
