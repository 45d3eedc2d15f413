import { presenceShape } from '../shapes/presence.js';
import { memberShape } from '../shapes/user.js';
import type { DispatchData } from '../world/bus.js';
import type { UserRecord } from '../world/records.js';
import type { Parts } from '../world/parts.js';

/** Changes a person; every server that they are in hears of it, and of a new status. */
export function updateUser({ world, bus }: Parts, user: UserRecord, fields: Partial<UserRecord>): UserRecord {
  const left = fields.status === 'offline' && user.status !== 'offline';
  const changed = world.users.patch(user, { ...fields, ...(left ? { offline_since: world.now() } : {}) });
  const { status, ...seen } = fields;
  for (const member of world.membersByUser.of(user.id)) {
    const { guild_id } = member;
    if (status !== undefined) {
      bus.dispatch('PRESENCE_UPDATE', presenceShape(changed, guild_id), { guild_id });
    }
    if (Object.keys(seen).length === 0) continue;
    const data = { ...memberShape(world, member), guild_id };
    bus.dispatch('GUILD_MEMBER_UPDATE', data as DispatchData<'GUILD_MEMBER_UPDATE'>, { guild_id });
  }
  return changed;
}
