import type { Parts } from '../world/parts.js';
import type { GuildRecord, MemberRecord } from '../world/records.js';
import { updateGuild } from './guilds.js';
import { updateMember } from './members.js';
import { noteBoost } from './system-messages.js';

/** Somebody boosts a server; each time counts. */
export function addBoost(parts: Parts, guild: GuildRecord, member: MemberRecord): void {
  const changed = setBoosts(parts, guild, (guild.community?.boosts ?? 0) + 1);
  if (member.premium_since === undefined) updateMember(parts, member, { premium_since: parts.world.now() });
  noteBoost(parts, member, guild, changed);
}

/** Somebody takes a boost back. */
export function removeBoost(parts: Parts, guild: GuildRecord, member: MemberRecord): void {
  if (member.premium_since === undefined) return;
  setBoosts(parts, guild, Math.max(0, (guild.community?.boosts ?? 0) - 1));
  const { premium_since: _, ...rest } = member;
  updateMember(parts, parts.world.members.put(rest), {});
}

function setBoosts(parts: Parts, guild: GuildRecord, boosts: number): GuildRecord {
  return updateGuild(parts, guild, { community: { ...guild.community, boosts } });
}
