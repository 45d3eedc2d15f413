import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { conflict, notFound, unavailable } from '../../common/errors.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { pageOf, type Page } from '../../common/page.js';
import { UsersService } from '../users/users.service.js';
import { EntitlementsService } from './entitlements.service.js';
import { withLinks, type PaymentFact } from './rules/payment.js';
import { withTelling, type SubscriptionNews } from './rules/subscription-news.js';
import { inOrder, type SubscriptionState } from './rules/subscription.js';
import { SubscriptionsRepository, type Subscription } from './subscriptions.repository.js';
import type { Match } from './subscriptions.schema.js';

/** Events about one subscription that may overtake each other before the last is asked to come again. */
const TRIES = 20;

/** Whose a subscription is, and how we know. */
type Owner = Pick<Subscription, 'discord_id' | 'matched_by'>;

/** A subscription, and how it stands. */
export interface SubscriptionStanding {
  readonly subscription: Subscription;
  readonly state: SubscriptionState;
}

/** Takes in what is said about subscriptions, in any order and however often, and finds out whose they are. */
@Injectable()
export class SubscriptionsService implements KeepsPersonalData {
  private readonly logger = new Logger('Plans');

  constructor(
    private readonly subscriptions: SubscriptionsRepository,
    private readonly users: UsersService,
    private readonly entitlements: EntitlementsService,
  ) {}

  /** @throws unavailable when too many come at once; the provider then sends it again */
  async take(news: SubscriptionNews): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const before = await this.subscriptions.find(news.source, news.source_id);
      const next = await this.afterNews(before, news);
      const written = before === null ? this.subscriptions.insert(next) : this.subscriptions.replace(next);
      if (!(await written)) continue;
      const sourceId = news.source === 'admin' ? (news.telling?.event_id ?? null) : null;
      await this.followAll(next.due_for, sourceId);
      if (next.discord_id !== null && next.customer_id !== null) await this.matchCustomer(next);
      return;
    }
    throw unavailable('Too many events about this subscription at once.');
  }

  /** Takes in what became of a payment, which may be known or come later. */
  async takeFact(fact: PaymentFact): Promise<void> {
    await this.subscriptions.keepFact(fact);
    const linked = await this.subscriptions.factsOf(fact.payment_refs, null);
    const concerned = await this.subscriptions.listByPayment(withLinks(fact.payment_refs, linked));
    const ofCustomer =
      fact.customer_id === null ? [] : await this.subscriptions.listOfCustomer(fact.customer_id);
    const members = [...concerned, ...ofCustomer].flatMap(({ discord_id }) => discord_id ?? []);
    if (concerned.length + ofCustomer.length === 0 && fact.kind !== 'linked') {
      this.logger.warn(
        { event_id: fact.event_id },
        'A payment was taken back that no known subscription was paid by',
      );
    }
    await this.followAll(members);
  }

  /** Subscriptions whose member we do not know, oldest first. @throws invalid for a cursor of another list */
  async listUnmatched(limit: number, cursor?: string): Promise<Page<SubscriptionStanding>> {
    const after = cursor === undefined ? null : String(decodeCursor(cursor, ['string'])[0]);
    const rows = await this.subscriptions.listUnmatched(after, limit + 1);
    const { items, next_cursor } = pageOf(rows, limit, ({ id }) => encodeCursor([id]));
    return { items: await Promise.all(items.map((row) => this.standing(row))), next_cursor };
  }

  /**
   * Says whose a subscription is. What its member is entitled to by it follows, and so do the customer's other ones.
   * @throws not_found `unmatched_change_not_found` · conflict `already_matched` when it is another member's
   */
  async match(id: string, discordId: string): Promise<SubscriptionStanding> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const before = await this.subscriptions.findById(id);
      if (before === null) throw notFound('unmatched_change');
      if (before.discord_id !== null && before.discord_id !== discordId) {
        throw conflict('already_matched', 'This change is matched to another member.');
      }
      const next = ownedBy(before, { discord_id: discordId, matched_by: before.matched_by ?? 'admin' });
      if (!(await this.subscriptions.replace(next))) continue;
      await this.entitlements.follow(discordId);
      await this.matchCustomer(next);
      return this.standing(next);
    }
    throw unavailable('Too many events about this subscription at once.');
  }

  /** Looks for the members of unmatched subscriptions again: somebody may have verified an address since. */
  async matchAll(): Promise<void> {
    for (let after: string | null = null; ;) {
      const page = await this.subscriptions.listUnmatched(after, 100);
      for (const subscription of page) await this.rematch(subscription);
      after = page.at(-1)?.id ?? null;
      if (after === null) return;
    }
  }

  /** Finishes what a crash left between an event and what follows from it. */
  async sweep(): Promise<void> {
    await this.followAll(await this.subscriptions.listDueMembers());
  }

  private async afterNews(before: Subscription | null, news: SubscriptionNews): Promise<Subscription> {
    const known = before ?? newSubscription(news);
    const told = news.telling && withTelling(known, news.telling);
    const heard: Subscription = {
      ...known,
      ...told,
      customer_id: news.customer_id ?? known.customer_id,
      email: news.email ?? known.email,
      payment_refs: [...new Set([...known.payment_refs, ...news.payment_refs])],
      said: news.said ?? known.said,
      updated_at: told === null ? known.updated_at : new Date(),
    };
    return ownedBy(heard, await this.ownerOf(heard, news.discord_id));
  }

  /** Whom the newest event names; else who it was before; else the customer's member; else who has verified the address. */
  private async ownerOf(subscription: Subscription, told: string | null): Promise<Owner> {
    const { discord_id, customer_id, email, tellings } = subscription;
    const named = inOrder(tellings).findLast((telling) => telling.discord_id)?.discord_id ?? told;
    if (named !== null) return matched(named, 'metadata');
    if (discord_id !== null) return subscription;
    if (customer_id !== null) {
      const others = await this.subscriptions.listOfCustomer(customer_id);
      const known = others.findLast((other) => other.discord_id !== null);
      if (known !== undefined) return matched(known.discord_id, 'customer');
    }
    const user = email === null ? null : await this.users.findByVerifiedEmail(email);
    return user === null ? { discord_id: null, matched_by: null } : matched(user.discord_id, 'email');
  }

  /** The customer is known now, so their other subscriptions are this member's too. */
  private async matchCustomer({ id, customer_id }: Subscription): Promise<void> {
    if (customer_id === null) return;
    const others = await this.subscriptions.listOfCustomer(customer_id);
    for (const other of others) {
      if (other.id !== id && other.discord_id === null) await this.rematch(other);
    }
  }

  /** One that changed meanwhile is matched by what changed it. */
  private async rematch(subscription: Subscription): Promise<void> {
    const next = ownedBy(subscription, await this.ownerOf(subscription, null));
    if (next.discord_id === null || !(await this.subscriptions.replace(next))) return;
    await this.entitlements.follow(next.discord_id);
  }

  private async followAll(members: readonly string[], sourceId: string | null = null): Promise<void> {
    for (const discordId of new Set(members)) await this.entitlements.follow(discordId, sourceId);
  }

  private async standing(subscription: Subscription): Promise<SubscriptionStanding> {
    return { subscription, state: (await this.entitlements.standing(subscription)).state };
  }

  async exportOf({ discord_id }: Person): Promise<unknown> {
    return this.subscriptions.listOf(discord_id);
  }

  async erase({ discord_id }: Person, tombstone: string): Promise<void> {
    await this.subscriptions.replacePerson(discord_id, tombstone);
  }
}

function matched(discordId: string | null, by: Match): Owner {
  return { discord_id: discordId, matched_by: by };
}

/** Who had it and who has it now are both looked at again. */
function ownedBy(subscription: Subscription, { discord_id, matched_by }: Owner): Subscription {
  const concerned = [subscription.discord_id, discord_id].filter((id) => id !== null);
  const due = [...new Set([...subscription.due_for, ...concerned])];
  return { ...subscription, discord_id, matched_by, due_for: due };
}

function newSubscription({ source, source_id }: SubscriptionNews): Subscription {
  const now = new Date();
  return {
    id: uuidv7(),
    source,
    source_id,
    discord_id: null,
    matched_by: null,
    customer_id: null,
    email: null,
    payment_refs: [],
    base: null,
    base_told_at: null,
    tellings: [],
    said: null,
    due_for: [],
    version: 1,
    created_at: now,
    updated_at: now,
  };
}
