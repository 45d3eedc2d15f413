import { Injectable } from '@nestjs/common';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { MembersApi } from '../../discord-api/members.api.js';
import { JobQueue } from '../../queue/job-queue.js';
import { RetryLater } from '../../queue/rules/outcome.js';
import { RoleGrantsRepository, type GuildMember } from './role-grants.repository.js';
import type { FailedRole, RoleChange } from './rules/role-change.js';
import { confirmGrants, settleGrants, type WantedRoles } from './rules/role-grants.js';

/** Longer than a change of roles takes; the claim of a process that died runs out after it. */
const CLAIM_MS = 60_000;
/** How soon to look again while another process changes the same member's roles. */
const TURN_MS = 1_000;

/** What became of a member's roles. */
export interface GrantsOutcome {
  readonly is_member: boolean;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly failed_roles: readonly FailedRole[];
}

/** Carries a change of roles out. */
export type ChangeRoles = (change: RoleChange) => Promise<readonly FailedRole[]>;

/**
 * Makes members' roles on Discord match what they stand for, and knows which of them we gave: a role that a person gave
 * is never taken. Running it twice is harmless.
 */
@Injectable()
export class RoleGrantsService implements KeepsPersonalData {
  constructor(
    private readonly grants: RoleGrantsRepository,
    private readonly discord: MembersApi,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * @param want asked once the member's roles are ours to change, so that nothing older is carried out after something newer
   * @throws RetryLater while another process changes them · DiscordFailure when Discord does not say what they hold
   */
  async settle(
    member: GuildMember,
    want: () => Promise<WantedRoles>,
    change: ChangeRoles,
  ): Promise<GrantsOutcome> {
    const grants = await this.grants.claim(member, CLAIM_MS);
    if (grants === null) throw new RetryLater('The roles of this member are being changed.', TURN_MS, false);
    try {
      const wanted = await want();
      if (grants.length === 0 && wanted.wanted.length === 0) return await this.nothingToDo(member);
      const held = await this.discord.findRoles(member.guild_id, member.discord_id);
      const settled = settleGrants(grants, wanted, held);
      await this.grants.save(member, settled.grants);
      const { add, remove } = settled;
      const refused = add.length + remove.length === 0 ? [] : await change({ add, remove });
      const failed = refused.map(({ role_id }) => role_id);
      const confirmed = confirmGrants(settled, failed);
      const isMember = held !== null;
      await this.grants.release(member, { grants: confirmed, absent: !isMember, looked_at: new Date() });
      const worked = (ids: readonly string[]) => ids.filter((id) => !failed.includes(id));
      return { is_member: isMember, added: worked(add), removed: worked(remove), failed_roles: refused };
    } catch (error) {
      await this.grants.release(member, { looked_at: new Date() });
      throw error;
    }
  }

  /** Somebody came to a server, left it, or has other roles there: if we give them any, they are looked at. */
  async memberChanged(member: GuildMember): Promise<void> {
    const { discord_id } = member;
    if (!(await this.grants.exists(member))) return;
    await this.jobs.enqueue({ type: 'manage_roles', payload: { discord_id } });
  }

  /** The bot is connected anew: what happened on Discord before was not told. */
  async connected(): Promise<void> {
    await this.jobs.runNow('compare_memberships');
    await this.jobs.runNow('match_plan_roles');
  }

  /** Everybody with roles of ours on a server. */
  async membersOf(guildId: string): Promise<string[]> {
    return this.grants.listMembers(guildId);
  }

  /** Those who were not on their server when we last looked, before this time. */
  async absentSince(before: Date, limit: number): Promise<GuildMember[]> {
    return this.grants.listAbsent(before, limit);
  }

  private async nothingToDo(member: GuildMember): Promise<GrantsOutcome> {
    await this.grants.release(member, { grants: [] });
    return { is_member: true, added: [], removed: [], failed_roles: [] };
  }

  async exportOf({ discord_id }: Person): Promise<unknown> {
    return this.grants.listOf(discord_id);
  }

  async erase({ discord_id }: Person): Promise<void> {
    await this.grants.removeMember(discord_id);
  }
}
