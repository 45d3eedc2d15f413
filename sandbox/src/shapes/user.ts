import type { APIGuildMember, APIUser, UserFlags } from 'discord-api-types/v10';
import type { MemberRecord, UserRecord } from '../world/records.js';
import type { World } from '../world/world.js';

const NO_FLAGS = 0 as UserFlags;

/** A user as Discord shows it to everybody. */
export function userShape(user: UserRecord): APIUser & { clan: null } {
  return {
    id: user.id,
    username: user.username,
    avatar: user.avatar,
    discriminator: user.discriminator,
    public_flags: NO_FLAGS,
    flags: NO_FLAGS,
    ...(user.bot ? { bot: true } : {}),
    banner: user.banner ?? null,
    accent_color: null,
    global_name: user.global_name,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    clan: null,
  };
}

/** A user as Discord shows it to itself (`GET /users/@me`). */
export function selfShape(user: UserRecord, withEmail: boolean): APIUser {
  return {
    ...userShape(user),
    mfa_enabled: user.bot,
    locale: user.locale,
    premium_type: 0,
    verified: true,
    ...(withEmail ? { email: user.email } : {}),
  };
}

/** A member without the user, as it stands in messages. */
export function bareMemberShape(member: MemberRecord): Omit<APIGuildMember, 'user'> {
  return {
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    collectibles: null,
    communication_disabled_until: member.communication_disabled_until,
    flags: member.flags ?? 0,
    joined_at: member.joined_at,
    nick: member.nick,
    pending: false,
    premium_since: member.premium_since ?? null,
    roles: member.roles,
    mute: false,
    deaf: false,
  };
}

/** A member of a guild. */
export function memberShape(world: World, member: MemberRecord): APIGuildMember {
  return { ...bareMemberShape(member), user: userShape(requireUser(world, member.user_id)) };
}

/** A user that must exist because another record names it; an unknown one is shown as Discord's deleted user. */
export function requireUser(world: World, id: string): UserRecord {
  return (
    world.users.get(id) ?? {
      id,
      username: 'deleted_user',
      global_name: 'Deleted User',
      avatar: null,
      discriminator: '0',
      bot: false,
      locale: 'en-US' as UserRecord['locale'],
      email: null,
      dms_open: false,
    }
  );
}
