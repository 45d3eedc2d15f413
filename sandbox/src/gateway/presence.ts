import { PresenceUpdateStatus, type GatewayPresenceUpdateDispatchData } from 'discord-api-types/v10';
import { isObject } from '../validation/reader.js';
import type { Bus } from '../world/bus.js';
import type { World } from '../world/world.js';
import { shardOf } from './intents.js';
import type { Session } from './session.js';

/** Announces what a bot says of itself, in each guild of its shard. False when the payload has not the right form. */
export function updatePresence(
  { world, bus }: { world: World; bus: Bus },
  session: Session,
  botId: string,
  d: unknown,
): boolean {
  if (!isObject(d) || !Array.isArray(d['activities'])) return false;
  const status = Object.values(PresenceUpdateStatus).find((one) => one === d['status']);
  if (status === undefined) return false;
  // Invisible is offline in the eyes of all others.
  const shown = status === PresenceUpdateStatus.Invisible ? PresenceUpdateStatus.Offline : status;
  for (const { guild_id } of world.membersByUser.of(botId)) {
    if (shardOf(guild_id, session.shard[1]) !== session.shard[0]) continue;
    const presence = {
      user: { id: botId },
      guild_id,
      status: shown,
      activities: d['activities'] as unknown[],
      client_status: shown === PresenceUpdateStatus.Offline ? {} : { web: shown },
    };
    bus.dispatch('PRESENCE_UPDATE', presence as GatewayPresenceUpdateDispatchData, { guild_id });
  }
  return true;
}
