import { Injectable, Logger } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { MembersApi } from '../../discord-api/members.api.js';
import { OrgMembersRepository } from '../organizations/org-members.repository.js';
import type { User } from '../users/rules/user.js';
import { UsersService } from '../users/users.service.js';
import { CompareMembership } from './compare-membership.js';
import { MembershipMappings } from './membership-mappings.js';

/** How many users are looked up at once. */
const BATCH = 500;

/**
 * Compares everybody whom a Discord role concerns: members that a role has made, and people who hold a role that makes
 * members. Repairs what was missed while no report came through.
 */
@Injectable()
export class CompareMemberships {
  private readonly logger = new Logger('RoleMappings');

  constructor(
    private readonly mappings: MembershipMappings,
    private readonly members: OrgMembersRepository,
    private readonly users: UsersService,
    private readonly discord: MembersApi,
    private readonly compare: CompareMembership,
  ) {}

  /** One that fails does not keep the others. @throws AggregateError of those that failed, to be tried again */
  async execute(): Promise<void> {
    const failures: unknown[] = [];
    // Also where a role has made members and is not mapped any more.
    const orgIds = new Set([...(await this.mappings.orgIds()), ...(await this.members.listGrantingOrgIds())]);
    for (const orgId of orgIds) {
      try {
        for await (const user of this.concerned(orgId)) {
          await this.compare.execute(orgId, user).catch((error: unknown) => failures.push(error));
        }
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some memberships could not be compared.');
  }

  /** Members that roles have made, then those who hold a role and may have become none yet. */
  private async *concerned(orgId: string): AsyncGenerator<User> {
    const granted = (await this.members.listGranted(orgId)).map(({ user_id }) => user_id);
    for (const ids of inBatches(granted)) yield* (await this.users.findAll(ids)).values();
    const mappings = await this.mappings.of(orgId);
    for (const guildId of new Set(mappings.map(({ guild_id }) => guild_id))) {
      const roles = mappings.filter(({ guild_id }) => guild_id === guildId).map((m) => m.discord_role_id);
      for (const ids of inBatches(await this.holders(guildId, roles))) {
        const users = await this.users.findByDiscordIds(ids);
        yield* users.filter(({ id }) => !granted.includes(id));
      }
    }
  }

  /** Who holds one of the roles; nobody where Discord does not let the bot list the members. */
  private async holders(guildId: string, roles: readonly string[]): Promise<string[]> {
    const holders: string[] = [];
    try {
      for await (const page of this.discord.listMembers(guildId)) {
        const held = page.filter((member) => member.roles.some((role) => roles.includes(role)));
        holders.push(...held.map(({ discord_id }) => discord_id));
      }
    } catch (error) {
      if (!(error instanceof DiscordFailure) || error.treatment === 'wait') throw error;
      this.logger.warn({ guild_id: guildId }, `Its members cannot be listed: ${error.message}`);
    }
    return holders;
  }
}

function* inBatches(ids: readonly string[]): Generator<string[]> {
  for (let start = 0; start < ids.length; start += BATCH) yield ids.slice(start, start + BATCH);
}
