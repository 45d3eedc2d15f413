import { Injectable, Logger } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { MembersApi } from '../../discord-api/members.api.js';
import type { TriggerPayload } from '../../queue/catalogue.js';
import { HandlesTrigger } from '../../queue/handles.js';
import { GuildsService } from '../guilds/guilds.service.js';
import { OrgMembersService } from '../organizations/org-members.service.js';
import type { User } from '../users/rules/user.js';
import { UsersService } from '../users/users.service.js';
import { RoleGrantsService } from './role-grants.service.js';
import { RoleMappingsService } from './role-mappings.service.js';
import { grantsNow, sameGrants, type HeldRoles } from './rules/granted-roles.js';
import { READ_TYPES, type RoleMapping } from './rules/role-mapping.js';

/** A change is compared again, because roles may change while it is written. Who changes roles faster waits for the next report. */
const MAX_ROUNDS = 5;
/** How many users are looked up at once. */
const BATCH = 500;

/**
 * Makes membership of organizations follow the Discord roles that stand for it: who holds one becomes a member, or staff; who
 * holds none any more is a member no more, unless a person made them one. Running it twice is harmless.
 */
@Injectable()
export class MembershipsService {
  private readonly logger = new Logger('RoleMappings');

  constructor(
    private readonly mappings: RoleMappingsService,
    private readonly grants: RoleGrantsService,
    private readonly guilds: GuildsService,
    private readonly members: OrgMembersService,
    private readonly users: UsersService,
    private readonly discord: MembersApi,
  ) {}

  /**
   * Somebody on a server may hold other roles than before. Reports come late, twice and in any order, so what they hold
   * now is asked of Discord. Roles that we give them are looked at as well.
   * @throws DiscordFailure when Discord does not say
   */
  async memberChanged(guildId: string, discordId: string): Promise<void> {
    await this.grants.memberChanged({ guild_id: guildId, discord_id: discordId });
    const guild = await this.guilds.find(guildId);
    const user = await this.users.findByDiscordId(discordId);
    if (guild === null || user === null) return;
    await this.compare(guild.org_id, user);
  }

  /**
   * Compares everybody whom a role concerns: members that a role has made, and people who hold a role that makes members.
   * Repairs what was missed while no report came through. One that fails does not keep the others.
   * @throws AggregateError of those that failed, to be tried again
   */
  @HandlesTrigger('compare_memberships')
  async compareAll(): Promise<void> {
    const failures: unknown[] = [];
    // Also where a role has made members and is not mapped any more.
    const orgIds = new Set([...(await this.mappedOrgIds()), ...(await this.members.grantingOrgIds())]);
    for (const orgId of orgIds) failures.push(...(await this.compareEach(orgId)));
    if (failures.length > 0) throw new AggregateError(failures, 'Some memberships could not be compared.');
  }

  /** The same for one organization, after its mappings have changed. */
  @HandlesTrigger('compare_organization')
  async compareOrganization({ org_id }: TriggerPayload<'compare_organization'>): Promise<void> {
    const failures = await this.compareEach(org_id);
    if (failures.length > 0) throw new AggregateError(failures, 'Some memberships could not be compared.');
  }

  /** @returns what went wrong */
  private async compareEach(orgId: string): Promise<unknown[]> {
    const failures: unknown[] = [];
    try {
      for await (const user of this.concerned(orgId)) {
        await this.compare(orgId, user).catch((error: unknown) => failures.push(error));
      }
    } catch (error) {
      failures.push(error);
    }
    return failures;
  }

  private async compare(orgId: string, { id, discord_id }: User): Promise<void> {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const was = await this.members.find(orgId, id);
      const mappings = await this.mappingsOf(orgId);
      const now = grantsNow(was, mappings, await this.heldBy(discord_id, mappings));
      if (sameGrants(now, was)) return;
      await this.members.follow(orgId, id, was, now);
      this.logger.log({ discord_id, org_id: orgId }, `Membership follows the roles of ${discord_id}`);
    }
  }

  /** What stands for being a member or staff of an organization, on the servers that it has registered. */
  private async mappingsOf(orgId: string): Promise<RoleMapping[]> {
    const guilds = await this.guilds.ofOrganization(orgId);
    const mappings = await Promise.all(
      guilds.flatMap(({ guild_id }) => READ_TYPES.map((type) => this.mappings.ofType(guild_id, type))),
    );
    return mappings.flat().filter(({ verselink_entity_id: named }) => named === null || named === orgId);
  }

  private async mappedOrgIds(): Promise<string[]> {
    const guildIds = await Promise.all(READ_TYPES.map((type) => this.mappings.guildIdsOfType(type)));
    const guilds = await Promise.all(
      [...new Set(guildIds.flat())].map((guildId) => this.guilds.find(guildId)),
    );
    return guilds.flatMap((guild) => (guild === null ? [] : [guild.org_id]));
  }

  private async heldBy(discordId: string, mappings: readonly RoleMapping[]): Promise<HeldRoles> {
    const guildIds = [...new Set(mappings.map(({ guild_id }) => guild_id))];
    const held = await Promise.all(guildIds.map((guildId) => this.rolesIn(guildId, discordId)));
    return new Map(guildIds.map((guildId, index) => [guildId, held[index] ?? null]));
  }

  /** `null` where the bot may not look: it is no sign that somebody lost a role. */
  private async rolesIn(guildId: string, discordId: string): Promise<string[] | null> {
    try {
      return (await this.discord.findRoles(guildId, discordId, 'now')) ?? [];
    } catch (error) {
      if (error instanceof DiscordFailure && error.treatment !== 'wait') return null;
      throw error;
    }
  }

  /** Members that roles have made, then those who hold a role and may have become none yet. */
  private async *concerned(orgId: string): AsyncGenerator<User> {
    const granted = (await this.members.granted(orgId)).map(({ user_id }) => user_id);
    for (const ids of inBatches(granted)) yield* (await this.users.findAll(ids)).values();
    const mappings = await this.mappingsOf(orgId);
    for (const guildId of new Set(mappings.map(({ guild_id }) => guild_id))) {
      const roles = mappings.filter(({ guild_id }) => guild_id === guildId).map((m) => m.discord_role_id);
      for (const ids of inBatches(await this.holders(guildId, roles))) {
        const users = await this.users.findByDiscordIds(ids);
        yield* users.filter(({ id }) => !granted.includes(id));
      }
    }
  }

  /** Who holds one of the roles; no one where Discord does not let the bot list the members. */
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
