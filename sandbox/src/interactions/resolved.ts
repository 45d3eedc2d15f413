import type { Context } from '../context.js';
import { channelPermissions, guildPermissions } from '../rules/permissions.js';
import { channelShape } from '../shapes/channel.js';
import { uploadShape } from '../shapes/files.js';
import { roleShape } from '../shapes/role.js';
import { bareMemberShape, userShape } from '../shapes/user.js';
import { memberId } from '../world/world.js';
import type { Scene } from './scene.js';

type Group = Record<string, unknown>;

/** The objects behind the ids that somebody chose: users, members, roles, channels, files. */
export function resolve({ world }: Context, scene: Scene, ids: readonly string[]): Group {
  const groups: Record<'users' | 'members' | 'roles' | 'channels' | 'attachments', Group> = {
    users: {},
    members: {},
    roles: {},
    channels: {},
    attachments: {},
  };
  const guild = world.guilds.get(scene.channel.guild_id ?? '');
  for (const id of ids) {
    const user = world.users.get(id);
    const member = guild && world.members.get(memberId(guild.id, id));
    const role = world.roles.get(id);
    const channel = world.channels.get(id);
    const upload = world.uploads.get(id);
    if (upload) groups.attachments[id] = uploadShape(world, upload);
    if (user) groups.users[id] = userShape(user);
    if (guild && member) {
      const { mute: _mute, deaf: _deaf, ...partial } = bareMemberShape(member);
      groups.members[id] = {
        ...partial,
        permissions: String(guildPermissions(world, guild, id)),
      };
    }
    if (role && role.guild_id === guild?.id) groups.roles[id] = roleShape(role);
    if (channel && channel.guild_id === scene.channel.guild_id) {
      const permissions = String(channelPermissions(world, channel, scene.userId));
      const appPermissions = String(channelPermissions(world, channel, world.ownApplication.application_id));
      groups.channels[id] = { ...channelShape(world, channel), permissions, app_permissions: appPermissions };
    }
  }
  return Object.fromEntries(Object.entries(groups).filter(([, group]) => Object.keys(group).length > 0));
}
