import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { unavailable } from '../../common/errors.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { DiscordFailure } from '../../common/discord-failure.js';
import { MembersApi } from '../../discord-api/members.api.js';
import { whileClaimed } from '../../infra/claims.js';
import { JobQueue } from '../../queue/job-queue.js';
import { RetryLater } from '../../queue/rules/outcome.js';
import {
  RoleGrantsRepository,
  type ClaimedMember,
  type GuildMember,
  type NotedMember,
} from './role-grants.repository.js';
import { isOfEvent } from './rules/event-roles.js';
import type { FailedRole, RoleChange } from './rules/role-change.js';
import {
  confirmGrants,
  isInStep,
  settleGrants,
  type RoleGrant,
  type WantedRoles,
} from './rules/role-grants.js';

export type { GuildMember };

/** How soon to look again while another process changes the same member's roles. */
const TURN_MS = 1_000;
/** How often to look, and how long at most, where somebody waits for it. */
const LOOK_MS = 100;
const LONGEST_WAIT_MS = 20_000;

/** What became of a member's roles. */
export interface GrantsOutcome {
  readonly is_member: boolean;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly failed_roles: readonly FailedRole[];
}

/** Carries a change of roles out. @param held what the member had before it */
export type ChangeRoles = (
  change: RoleChange,
  member: GuildMember,
  held: readonly string[],
) => Promise<readonly FailedRole[]>;

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
    const claimed = { ...member, token: uuidv7() };
    const grants = await this.grants.claim(member, claimed.token);
    if (grants === null) throw beingChanged();
    try {
      return await whileClaimed(
        () => this.grants.renew(claimed),
        () => this.bring(claimed, grants, want, change),
      );
    } catch (error) {
      await this.grants.release(claimed, { looked_at: new Date() });
      throw error;
    }
  }

  private async bring(
    member: ClaimedMember,
    grants: readonly RoleGrant[],
    want: () => Promise<WantedRoles>,
    change: ChangeRoles,
  ): Promise<GrantsOutcome> {
    const wanted = await want();
    if (grants.length === 0 && wanted.wanted.length === 0) return this.nothingToDo(member);
    const held = await this.discord.findRoles(member.guild_id, member.discord_id, 'now');
    const settled = settleGrants(grants, wanted, held);
    if (!(await this.grants.save(member, settled.grants))) throw beingChanged();
    const { add, remove } = settled;
    const refused = add.length + remove.length === 0 ? [] : await change({ add, remove }, member, held ?? []);
    const failed = refused.map(({ role_id }) => role_id);
    const confirmed = confirmGrants(settled, failed);
    const isMember = held !== null;
    await this.grants.release(member, {
      grants: confirmed,
      absent: !isMember,
      looked_at: new Date(),
      unsettled: failed.length > 0,
    });
    const worked = (ids: readonly string[]) => ids.filter((id) => !failed.includes(id));
    return { is_member: isMember, added: worked(add), removed: worked(remove), failed_roles: refused };
  }

  /** Somebody came to a server, left it, or has other roles there: what we give them is brought in step. @throws DiscordFailure */
  async memberChanged(member: GuildMember): Promise<void> {
    const grants = await this.grants.find(member);
    if (
      grants === null ||
      isInStep(grants, await this.discord.findRoles(member.guild_id, member.discord_id, 'now'))
    )
      return;
    await this.grants.doubt(member);
    const { discord_id, guild_id } = member;
    const reasons = grants.flatMap((grant) => grant.reasons);
    // Roles that stand for nothing any more are taken by either.
    if (reasons.some((reason) => !isOfEvent(reason)))
      await this.jobs.enqueue({ type: 'manage_roles', payload: { discord_id } });
    if (reasons.length === 0 || reasons.some(isOfEvent))
      await this.jobs.enqueue({ type: 'manage_roles', payload: { discord_id, guild_id } });
  }

  /**
   * Does something with a member's roles while nothing else changes them.
   * @throws unavailable when something else keeps them too long
   */
  async alone<T>(member: GuildMember, work: () => Promise<T>): Promise<T> {
    const claimed = await this.waitFor(member);
    try {
      return await whileClaimed(() => this.grants.renew(claimed), work);
    } finally {
      // What nothing is noted of is forgotten.
      const grants = await this.notedOf(member);
      await this.grants.release(claimed, grants.length === 0 ? { grants } : {});
    }
  }

  private async waitFor(member: GuildMember): Promise<ClaimedMember> {
    const claimed = { ...member, token: uuidv7() };
    const latest = Date.now() + LONGEST_WAIT_MS;
    while ((await this.grants.claim(member, claimed.token)) === null) {
      if (Date.now() > latest) throw unavailable('The roles of this member are being changed.');
      await sleep(LOOK_MS);
    }
    return claimed;
  }

  /** A member takes a role by themselves: it is as if a person gave it, and nothing takes it from them. */
  async takenByHand(member: GuildMember, roleId: string): Promise<void> {
    await this.grants.disown(member, roleId);
  }

  /** The bot is connected anew: what happened on Discord before was not told. */
  async connected(): Promise<void> {
    await this.jobs.runNow('compare_memberships');
    await this.jobs.runNow('match_plan_roles');
    await this.jobs.runNow('match_event_roles');
  }

  /** What is noted of a member; nothing for somebody whom we give no role. */
  async notedOf(member: GuildMember): Promise<readonly RoleGrant[]> {
    return (await this.grants.find(member)) ?? [];
  }

  /** What is noted of everybody with roles of ours on a server. */
  async notedOn(guildId: string): Promise<NotedMember[]> {
    return this.grants.listOn(guildId);
  }

  /** The servers where members were given something for events. */
  async eventGuildIds(): Promise<string[]> {
    return this.grants.listEventGuildIds();
  }

  /** Compares everybody with roles of ours on a server with Discord; who differs is looked at with the next change. @throws DiscordFailure */
  async compare(guildId: string): Promise<void> {
    const noted = await this.grants.listOn(guildId);
    const held = noted.length === 0 ? null : await this.heldOn(guildId);
    for (const { discord_id, grants } of noted) {
      const differs = held === null || !isInStep(grants, held.get(discord_id) ?? null);
      if (differs) await this.grants.doubt({ guild_id: guildId, discord_id });
    }
  }

  /** The ids of everybody with roles of ours on a server. */
  async membersOf(guildId: string): Promise<string[]> {
    return this.grants.listMembers(guildId);
  }

  /** Those who were not on a server when we last looked, before this time. */
  async absentSince(guildId: string, before: Date, limit: number): Promise<GuildMember[]> {
    return this.grants.listAbsent(guildId, before, limit);
  }

  /** What everybody holds; `null` where Discord does not let the bot list the members. */
  private async heldOn(guildId: string): Promise<ReadonlyMap<string, readonly string[]> | null> {
    const held = new Map<string, readonly string[]>();
    try {
      for await (const page of this.discord.listMembers(guildId))
        for (const { discord_id, roles } of page) held.set(discord_id, roles);
      return held;
    } catch (error) {
      if (error instanceof DiscordFailure && error.treatment !== 'wait') return null;
      throw error;
    }
  }

  private async nothingToDo(member: ClaimedMember): Promise<GrantsOutcome> {
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

function beingChanged(): RetryLater {
  return new RetryLater('The roles of this member are being changed.', TURN_MS, false);
}
