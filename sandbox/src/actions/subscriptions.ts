import { SubscriptionStatus } from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import { entitlementShape, subscriptionShape } from '../shapes/entitlement.js';
import type { SkuSubscriptionRecord } from '../world/application-records.js';
import type { Parts } from '../world/parts.js';
import type { Timed } from '../world/timers.js';

const SUBSCRIPTION = 5;
const PURCHASE = 8;
const PERIOD_MS = 30 * 86_400_000;

/** Somebody subscribes, for themselves or for a server; or goes on with what they had canceled. */
export function subscribe(
  parts: Parts,
  skuId: string,
  userId: string,
  guildId: string | null,
): SkuSubscriptionRecord {
  const { world, bus } = parts;
  if (world.skus.get(skuId)?.type !== SUBSCRIPTION) throw refuse(10027);
  if (!world.users.has(userId)) throw refuse(10013);
  if (guildId !== null && !world.guilds.has(guildId)) throw refuse(10004);
  const running = findRunning(parts, skuId, userId);
  if (running?.status === SubscriptionStatus.Active) return running;
  if (running) return update(parts, running, { status: SubscriptionStatus.Active, canceled_at: null });
  const entitlement = world.entitlements.put({
    id: world.snowflakes.next(),
    sku_id: skuId,
    user_id: userId,
    guild_id: guildId,
    type: PURCHASE,
    starts_at: world.now(),
    ends_at: null,
    deleted: false,
    consumed: false,
  });
  const made = world.skuSubscriptions.put({
    id: world.snowflakes.next(),
    sku_id: skuId,
    user_id: userId,
    entitlement_id: entitlement.id,
    current_period_start: world.now(),
    current_period_end: new Date(world.clock() + PERIOD_MS).toISOString(),
    status: SubscriptionStatus.Active,
    canceled_at: null,
  });
  bus.dispatch('SUBSCRIPTION_CREATE', subscriptionShape(made), { guild_id: null });
  bus.dispatch('ENTITLEMENT_CREATE', entitlementShape(world, entitlement), { guild_id: null });
  return made;
}

/** Somebody cancels: they have what they paid for until its period ends. */
export function cancelSubscription(parts: Parts, skuId: string, userId: string): SkuSubscriptionRecord {
  const running = findRunning(parts, skuId, userId);
  if (!running) throw refuse(10027);
  if (running.status === SubscriptionStatus.Ending) return running;
  return update(parts, running, { status: SubscriptionStatus.Ending, canceled_at: parts.world.now() });
}

/** At the end of its period a subscription is renewed, or ends with its entitlement. */
export const subscriptionTimes: Timed = {
  nextAt: ({ runningSubscriptions }) => Math.min(...runningSubscriptions.of('running').map(endOf)),
  run: (parts) => {
    for (const one of parts.world.runningSubscriptions.of('running')) {
      if (endOf(one) > parts.world.clock()) continue;
      if (one.status === SubscriptionStatus.Ending) end(parts, one);
      else renew(parts, one);
    }
  },
};

function endOf({ current_period_end }: SkuSubscriptionRecord): number {
  return Date.parse(current_period_end);
}

function renew(parts: Parts, subscription: SkuSubscriptionRecord): void {
  const next = new Date(endOf(subscription) + PERIOD_MS).toISOString();
  const { current_period_end: now } = subscription;
  update(parts, subscription, { current_period_start: now, current_period_end: next });
}

function end(parts: Parts, subscription: SkuSubscriptionRecord): void {
  const { world, bus } = parts;
  update(parts, subscription, { status: SubscriptionStatus.Inactive });
  const held = world.entitlements.get(subscription.entitlement_id);
  if (!held) return;
  const ended = world.entitlements.patch(held, { ends_at: subscription.current_period_end });
  bus.dispatch('ENTITLEMENT_UPDATE', entitlementShape(world, ended), { guild_id: null });
}

function update(
  { world, bus }: Parts,
  subscription: SkuSubscriptionRecord,
  fields: Partial<SkuSubscriptionRecord>,
): SkuSubscriptionRecord {
  const changed = world.skuSubscriptions.patch(subscription, fields);
  bus.dispatch('SUBSCRIPTION_UPDATE', subscriptionShape(changed), { guild_id: null });
  return changed;
}

function findRunning({ world }: Parts, skuId: string, userId: string): SkuSubscriptionRecord | undefined {
  return world.runningSubscriptions
    .of('running')
    .find((one) => one.sku_id === skuId && one.user_id === userId);
}
