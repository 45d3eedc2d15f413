import type { APIRole } from 'discord-api-types/v10';
import type { RoleRecord } from '../world/records.js';

/** A role in Discord's own form. */
export function roleShape(role: RoleRecord): APIRole {
  const shape = {
    id: role.id,
    name: role.name,
    permissions: role.permissions,
    position: role.position,
    color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    hoist: role.hoist,
    managed: role.managed,
    mentionable: role.mentionable,
    icon: null,
    unicode_emoji: role.unicode_emoji,
    flags: 0,
    ...(role.bot_id === null ? {} : { tags: { bot_id: role.bot_id } }),
  };
  return shape;
}
