import { roleShape } from '../shapes/role.js';
import type { RoleRecord } from '../world/records.js';
import { updateMember } from './members.js';
import type { Parts } from '../world/parts.js';

/** Makes a role at the bottom, just above @everyone; the others move up. */
export function createRole(parts: Parts, role: Omit<RoleRecord, 'id' | 'position'>): RoleRecord {
  const { world, bus } = parts;
  for (const other of world.rolesByGuild.of(role.guild_id)) {
    if (other.position >= 1) world.roles.patch(other, { position: other.position + 1 });
  }
  const made = world.roles.put({ ...role, id: world.snowflakes.next(), position: 1 });
  bus.dispatch('GUILD_ROLE_CREATE', { guild_id: role.guild_id, role: roleShape(made) }, made);
  return made;
}

/** Changes a role and announces it. */
export function updateRole({ world, bus }: Parts, role: RoleRecord, fields: Partial<RoleRecord>): RoleRecord {
  const changed = world.roles.patch(role, fields);
  bus.dispatch('GUILD_ROLE_UPDATE', { guild_id: role.guild_id, role: roleShape(changed) }, changed);
  return changed;
}

/** Removes a role from the guild, its members and the overwrites. */
export function deleteRole(parts: Parts, role: RoleRecord): void {
  const { world, bus } = parts;
  world.roles.delete(role.id);
  for (const member of world.membersByGuild.of(role.guild_id)) {
    if (member.roles.includes(role.id))
      updateMember(parts, member, { roles: member.roles.filter((id) => id !== role.id) });
  }
  for (const channel of world.channelsByGuild.of(role.guild_id)) {
    const kept = channel.permission_overwrites.filter((o) => o.id !== role.id);
    if (kept.length < channel.permission_overwrites.length)
      world.channels.patch(channel, { permission_overwrites: kept });
  }
  bus.dispatch('GUILD_ROLE_DELETE', { guild_id: role.guild_id, role_id: role.id }, role);
}
