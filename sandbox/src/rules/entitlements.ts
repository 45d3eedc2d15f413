import type { EntitlementRecord } from '../world/application-records.js';
import type { World } from '../world/world.js';

export function isEnded(world: World, { ends_at }: EntitlementRecord): boolean {
  return ends_at !== null && Date.parse(ends_at) <= world.clock();
}

/** What somebody has of what the application sells, in a server also what it has. */
export function entitlementsOf(world: World, userId: string, guildId: string | null): EntitlementRecord[] {
  return [...world.entitlements.values()].filter(
    (one) =>
      !one.deleted &&
      !isEnded(world, one) &&
      (one.guild_id === null ? one.user_id === userId : one.guild_id === guildId),
  );
}
