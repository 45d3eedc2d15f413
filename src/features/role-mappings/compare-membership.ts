import { Injectable, Logger } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { MembersApi } from '../../discord-api/members.api.js';
import { OrgMembersRepository } from '../organizations/org-members.repository.js';
import type { User } from '../users/rules/user.js';
import { grantedRoles, sameRoles, type HeldRoles, type MemberMapping } from './rules/granted-roles.js';
import { MembershipMappings } from './membership-mappings.js';

/** A change is compared again, because roles may change while it is written. Who changes roles faster waits for the next report. */
const MAX_ROUNDS = 5;

/**
 * Compares one person's membership of an organization with the Discord roles that stand for it. Who holds one becomes a
 * member; who holds none any more is a member no more, unless somebody made them one by hand.
 */
@Injectable()
export class CompareMembership {
  private readonly logger = new Logger('RoleMappings');

  constructor(
    private readonly mappings: MembershipMappings,
    private readonly members: OrgMembersRepository,
    private readonly discord: MembersApi,
  ) {}

  /** @throws DiscordFailure `wait`: Discord is away, nothing changed */
  async execute(orgId: string, { id, discord_id }: Pick<User, 'id' | 'discord_id'>): Promise<void> {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const membership = await this.members.find(orgId, id);
      const granted = membership?.granted_by ?? [];
      const mappings = await this.mappings.of(orgId);
      // Somebody made them a member by hand: roles neither give nor take anything.
      if (membership !== null && granted.length === 0) return;
      const now = grantedRoles(granted, mappings, await this.heldBy(discord_id, mappings));
      if (sameRoles(now, granted)) return;
      await this.members.grant(orgId, id, granted, now);
      this.logger.log({ discord_id, org_id: orgId }, `Membership follows the roles of ${discord_id}`);
    }
  }

  private async heldBy(discordId: string, mappings: readonly MemberMapping[]): Promise<HeldRoles> {
    const guildIds = [...new Set(mappings.map(({ guild_id }) => guild_id))];
    const held = await Promise.all(guildIds.map((guildId) => this.rolesIn(guildId, discordId)));
    return new Map(guildIds.map((guildId, index) => [guildId, held[index] ?? null]));
  }

  /** `null` where the bot may not look: it is no sign that somebody lost a role. */
  private async rolesIn(guildId: string, discordId: string): Promise<string[] | null> {
    try {
      return (await this.discord.findRoles(guildId, discordId)) ?? [];
    } catch (error) {
      if (error instanceof DiscordFailure && error.treatment !== 'wait') return null;
      throw error;
    }
  }
}
