import type { GatewayPresenceUpdateDispatchData } from 'discord-api-types/v10';
import type { UserRecord } from '../world/records.js';

/** What others in a server see of somebody's being there. People are online unless told otherwise. */
export function presenceShape(user: UserRecord, guildId: string): GatewayPresenceUpdateDispatchData {
  const { id, status = 'online' } = user;
  const clientStatus = status === 'offline' ? {} : { desktop: status };
  const shape = { user: { id }, guild_id: guildId, status, activities: [], client_status: clientStatus };
  return shape as GatewayPresenceUpdateDispatchData;
}
