import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { CLAIMED_NOW, GIVEN_BACK, UNCLAIMED } from '../../infra/claims.js';
import { ROLE_GRANTS_MODEL, type RoleGrantsDocument } from './role-grants.schema.js';
import { EVENT_REASON } from './rules/event-roles.js';
import type { RoleGrant } from './rules/role-grants.js';

/** Somebody on a server. */
export interface GuildMember {
  readonly guild_id: string;
  readonly discord_id: string;
}

/** A member whose roles one process alone may change. */
export interface ClaimedMember extends GuildMember {
  readonly token: string;
}

/** What is noted of somebody on a server. */
export interface NotedMember {
  readonly discord_id: string;
  readonly grants: readonly RoleGrant[];
  readonly unsettled: boolean;
}

const NEVER = new Date(0);

/** What roles members are to have, and which of them we gave (`discord_role_grants`). */
@Injectable()
export class RoleGrantsRepository {
  constructor(@InjectModel(ROLE_GRANTS_MODEL) private readonly members: Model<RoleGrantsDocument>) {}

  /** Takes a member's roles for this process alone. @returns `null` while another one has them */
  async claim({ guild_id, discord_id }: GuildMember, token: string): Promise<readonly RoleGrant[] | null> {
    await this.members.updateOne(
      { guild_id, discord_id },
      { $setOnInsert: { _id: uuidv7(), grants: [], absent: false, looked_at: NEVER } },
      { upsert: true },
    );
    const document = await this.members
      .findOneAndUpdate(
        { guild_id, discord_id, ...UNCLAIMED },
        { $set: { claimed_by: token }, ...CLAIMED_NOW },
        { returnDocument: 'after' },
      )
      .lean();
    return document && document.grants;
  }

  /** Keeps a claim. */
  async renew(member: ClaimedMember): Promise<void> {
    await this.members.updateOne(heldBy(member), CLAIMED_NOW);
  }

  /** Notes what is about to be done on Discord. @returns false when another process has the member by now */
  async save(member: ClaimedMember, grants: readonly RoleGrant[]): Promise<boolean> {
    const change = { $set: { grants, unsettled: true }, ...CLAIMED_NOW };
    return (await this.members.updateOne(heldBy(member), change)).matchedCount === 1;
  }

  /** Notes that Discord may not have what it should. */
  async doubt({ guild_id, discord_id }: GuildMember): Promise<void> {
    await this.members.updateOne({ guild_id, discord_id }, { $set: { unsettled: true } });
  }

  /** Notes that a role was not given by us. */
  async disown({ guild_id, discord_id }: GuildMember, roleId: string): Promise<void> {
    const which = { guild_id, discord_id, 'grants.role_id': roleId };
    await this.members.updateOne(which, { $set: { 'grants.$.ours': false } });
  }

  /** Gives a claim back, with what was found; nothing when another process has the member by now. */
  async release(
    member: ClaimedMember,
    found: Partial<Pick<RoleGrantsDocument, 'grants' | 'absent' | 'looked_at' | 'unsettled'>>,
  ): Promise<void> {
    if (found.grants?.length === 0) await this.members.deleteOne(heldBy(member));
    else await this.members.updateOne(heldBy(member), { $set: { ...found, ...GIVEN_BACK } });
  }

  async find({ guild_id, discord_id }: GuildMember): Promise<readonly RoleGrant[] | null> {
    const document = await this.members.findOne({ guild_id, discord_id }, { grants: 1 }).lean();
    return document && document.grants;
  }

  /** Everybody with a grant on a server. */
  async listOn(guildId: string): Promise<NotedMember[]> {
    const documents = await this.members
      .find({ guild_id: guildId }, { _id: 0, discord_id: 1, grants: 1, unsettled: 1 })
      .lean();
    return documents.map(({ discord_id, grants, unsettled = false }) => ({ discord_id, grants, unsettled }));
  }

  /** The servers on which somebody has a grant for an event. */
  async listEventGuildIds(): Promise<string[]> {
    return this.members.distinct('guild_id', { 'grants.reasons': new RegExp(`^${EVENT_REASON}`) });
  }

  /** The ids of everybody with a grant on a server. */
  async listMembers(guildId: string): Promise<string[]> {
    return this.members.distinct('discord_id', { guild_id: guildId });
  }

  /** Those whose roles wait for them to come, and for whom Discord was last asked before this time. */
  async listAbsent(guildId: string, before: Date, limit: number): Promise<GuildMember[]> {
    return this.members
      .find(
        { absent: true, guild_id: guildId, looked_at: { $lt: before } },
        { _id: 0, guild_id: 1, discord_id: 1 },
      )
      .sort({ looked_at: 1 })
      .limit(limit)
      .lean();
  }

  /** What somebody was given, on every server. */
  async listOf(discordId: string): Promise<Pick<RoleGrantsDocument, 'guild_id' | 'grants'>[]> {
    return this.members.find({ discord_id: discordId }, { _id: 0, guild_id: 1, grants: 1 }).lean();
  }

  /** Forgets a member on every server. */
  async removeMember(discordId: string): Promise<void> {
    await this.members.deleteMany({ discord_id: discordId });
  }
}

function heldBy({ guild_id, discord_id, token }: ClaimedMember) {
  return { guild_id, discord_id, claimed_by: token };
}
