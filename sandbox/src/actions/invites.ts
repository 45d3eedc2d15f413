import { DiscordError, refuse } from '../errors.js';
import { isOpen, newCode } from '../rules/invites.js';
import { expiryOf, inviteCreateShape } from '../shapes/invite.js';
import type { InviteRecord } from '../world/community-records.js';
import type { Parts } from '../world/parts.js';
import type { MemberRecord } from '../world/records.js';
import type { Timed } from '../world/timers.js';
import { memberId } from '../world/world.js';
import { moderateName } from './auto-moderation.js';
import { addMember } from './members.js';

/** Makes an invitation and announces it. */
export function createInvite(
  { world, bus }: Parts,
  fields: Omit<InviteRecord, 'id' | 'created_at' | 'uses' | 'targets_changed_at'>,
): InviteRecord {
  const invite = world.invites.put({
    ...fields,
    id: newCode(),
    created_at: world.now(),
    uses: 0,
    targets_changed_at: fields.target_users === null ? null : world.now(),
  });
  bus.dispatch('INVITE_CREATE', inviteCreateShape(world, invite), invite);
  return invite;
}

/** Takes an invitation back and announces it. */
export function deleteInvite({ world, bus }: Parts, invite: InviteRecord): void {
  world.invites.delete(invite.id);
  const { id: code, channel_id, guild_id } = invite;
  bus.dispatch('INVITE_DELETE', { code, channel_id, guild_id }, invite);
}

/** Somebody comes in by an invitation; the last one who may use it ends it. Who is in already uses none of it up. */
export function acceptInvite(parts: Parts, invite: InviteRecord, userId: string): MemberRecord {
  const { world } = parts;
  const known = world.members.get(memberId(invite.guild_id, userId));
  if (known) return known;
  checkNotPaused(parts, invite.guild_id);
  if (world.bans.has(memberId(invite.guild_id, userId))) throw refuse(40007);
  if (invite.target_users !== null && !invite.target_users.includes(userId)) throw refuse(10006);
  const uses = invite.uses + 1;
  if (invite.max_uses > 0 && uses >= invite.max_uses) deleteInvite(parts, invite);
  else world.invites.patch(invite, { uses });
  const member = addMember(parts, invite.guild_id, userId, invite.role_ids);
  moderateName(parts, member);
  const joined = world.members.get(member.id) ?? member;
  return invite.temporary ? world.members.patch(joined, { temporary: true }) : joined;
}

/** Refuses to let anybody in while the server has paused its invitations. Discord tells no code for it. */
function checkNotPaused({ world }: Pick<Parts, 'world'>, guildId: string): void {
  const guild = world.guilds.get(guildId);
  const until = guild?.community?.incidents?.invites_disabled_until ?? null;
  const features = (guild?.settings?.['features'] ?? []) as string[];
  const paused = until !== null && Date.parse(until) > world.clock();
  if (paused || features.includes('INVITES_DISABLED'))
    throw new DiscordError(403, 0, 'Invites are paused in this server.');
}

/** Forgets the invitations whose time is over. Discord announces no such end. */
export const inviteTimes: Timed = {
  nextAt: ({ invites }) =>
    Math.min(...[...invites.values()].map((one) => Date.parse(expiryOf(one) ?? '') || Infinity)),
  run: ({ world }) => {
    for (const invite of [...world.invites.values()])
      if (!isOpen(world, invite)) world.invites.delete(invite.id);
  },
};
