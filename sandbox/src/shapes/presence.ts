import type { GatewayPresenceUpdateDispatchData } from 'discord-api-types/v10';
import type { MemberRecord, UserRecord } from '../world/records.js';
import type { World } from '../world/world.js';

/** What others in a server see of somebody's being there. People are online unless told otherwise. */
export function presenceShape(user: UserRecord, guildId: string): GatewayPresenceUpdateDispatchData {
  const { id, status = 'online' } = user;
  const clientStatus = status === 'offline' ? {} : { desktop: status };
  const shape = { user: { id }, guild_id: guildId, status, activities: [], client_status: clientStatus };
  return shape as GatewayPresenceUpdateDispatchData;
}

/** Of people, those who are not offline; a bot is there while it is connected, which its server hears by itself. */
export function presencesOf(
  world: World,
  members: readonly MemberRecord[],
): GatewayPresenceUpdateDispatchData[] {
  const users = members.flatMap((member) => world.users.get(member.user_id) ?? []);
  const shown = users.filter((user) => !user.bot && user.status !== 'offline');
  return shown.map((user) => presenceShape(user, members[0]?.guild_id ?? ''));
}
