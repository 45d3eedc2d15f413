import { InviteType, type APIInvite } from 'discord-api-types/v10';
import type { DispatchData } from '../world/bus.js';
import type { InviteRecord } from '../world/community-records.js';
import type { GuildRecord } from '../world/records.js';
import { isoTime, type World } from '../world/world.js';
import { guildShape } from './guild.js';
import { roleShape } from './role.js';
import { scheduledEventShape } from './scheduled-event.js';
import { requireUser, userShape } from './user.js';

/** What else an invite may tell. */
export interface InviteView {
  /** How often it was used and may be: for those who manage the server. */
  withUses?: boolean;
  withCounts?: boolean;
  eventId?: string | undefined;
}

/** An invitation in Discord's own form. */
export function inviteShape(world: World, invite: InviteRecord, view: InviteView = {}): APIInvite {
  const guild = world.guilds.get(invite.guild_id);
  const channel = world.channels.get(invite.channel_id);
  const event = view.eventId === undefined ? undefined : world.scheduledEvents.get(view.eventId);
  const roles = invite.role_ids.flatMap((id) => world.roles.get(id) ?? []);
  const members = world.membersByGuild.count(invite.guild_id);
  const shape = {
    type: InviteType.Guild,
    code: invite.id,
    inviter: userShape(requireUser(world, invite.inviter_id)),
    expires_at: expiryOf(invite),
    flags: 0,
    ...(guild ? { guild: invitedGuildShape(world, guild) } : {}),
    guild_id: invite.guild_id,
    channel: { id: invite.channel_id, type: channel?.type ?? 0, name: channel?.name ?? null },
    ...targetOf(world, invite),
    ...(roles.length === 0 ? {} : { roles: roles.map(invitedRoleShape) }),
    ...(event?.guild_id === invite.guild_id
      ? { guild_scheduled_event: scheduledEventShape(world, event, true) }
      : {}),
    ...(view.withCounts ? { approximate_member_count: members, approximate_presence_count: members } : {}),
    ...(view.withUses ? usesOf(invite) : {}),
  };
  return shape as unknown as APIInvite;
}

/** A new invitation as the gateway tells of it. */
export function inviteCreateShape(world: World, invite: InviteRecord): DispatchData<'INVITE_CREATE'> {
  const shape = {
    ...usesOf(invite),
    uses: 0,
    channel_id: invite.channel_id,
    code: invite.id,
    guild_id: invite.guild_id,
    inviter: userShape(requireUser(world, invite.inviter_id)),
    expires_at: expiryOf(invite),
    ...targetOf(world, invite),
    ...(invite.role_ids.length === 0 ? {} : { role_ids: invite.role_ids }),
  };
  return shape as DispatchData<'INVITE_CREATE'>;
}

/** When an invitation ends; null for one that does not. */
export function expiryOf({ created_at, max_age }: InviteRecord): string | null {
  return max_age === 0 ? null : isoTime(Date.parse(created_at) + max_age * 1_000);
}

type Uses = Pick<InviteRecord, 'uses' | 'max_uses' | 'max_age' | 'temporary' | 'created_at'>;

function usesOf({ uses, max_uses, max_age, temporary, created_at }: InviteRecord): Uses {
  return { uses, max_uses, max_age, temporary, created_at };
}

function targetOf(world: World, invite: InviteRecord): object {
  if (invite.target_type === null) return {};
  const app = world.ownApplication;
  return {
    target_type: invite.target_type,
    ...(invite.target_user_id === null
      ? {}
      : { target_user: userShape(requireUser(world, invite.target_user_id)) }),
    ...(invite.target_application_id === app.application_id
      ? {
          target_application: {
            id: app.application_id,
            name: app.name,
            icon: null,
            description: '',
            type: null,
            verify_key: app.public_key,
            flags: app.flags,
            flags_new: String(app.flags),
          },
        }
      : {}),
  };
}

function invitedGuildShape(world: World, guild: GuildRecord): object {
  const {
    id,
    name,
    splash,
    banner,
    description,
    icon,
    features,
    verification_level,
    vanity_url_code,
    nsfw_level,
    premium_subscription_count,
  } = guildShape(world, guild);
  return {
    ...{ id, name, splash, banner, description, icon, features, verification_level },
    ...{ vanity_url_code, nsfw_level, nsfw: false, premium_subscription_count },
  };
}

function invitedRoleShape(role: Parameters<typeof roleShape>[0]): object {
  const { id, name, position, colors, icon, unicode_emoji } = roleShape(role);
  return { id, name, position, color: role.color, colors, icon, unicode_emoji };
}
