import type { APIEntitlement, APISubscription } from 'discord-api-types/v10';
import type { EntitlementRecord, SkuSubscriptionRecord } from '../world/application-records.js';
import type { World } from '../world/world.js';

export function entitlementShape({ ownApplication }: World, one: EntitlementRecord): APIEntitlement {
  return { ...one, application_id: ownApplication.application_id } as APIEntitlement;
}

export function subscriptionShape(one: SkuSubscriptionRecord): APISubscription {
  const { sku_id, entitlement_id, ...rest } = one;
  return { ...rest, sku_ids: [sku_id], entitlement_ids: [entitlement_id], renewal_sku_ids: null };
}
