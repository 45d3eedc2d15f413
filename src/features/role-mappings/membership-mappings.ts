import { Injectable } from '@nestjs/common';
import { GuildsRepository } from '../guilds/guilds.repository.js';
import type { MemberMapping } from './rules/granted-roles.js';
import { RoleMappingsRepository } from './role-mappings.repository.js';

/** Which Discord roles stand for membership in which organization. */
@Injectable()
export class MembershipMappings {
  constructor(
    private readonly guilds: GuildsRepository,
    private readonly mappings: RoleMappingsRepository,
  ) {}

  /** What stands for membership in an organization, on the servers that it has registered. */
  async of(orgId: string): Promise<MemberMapping[]> {
    const guilds = await this.guilds.listByOrg(orgId);
    const mappings = await Promise.all(
      guilds.map(({ guild_id }) => this.mappings.listOfType(guild_id, 'org_member')),
    );
    return mappings.flat().filter(({ verselink_entity_id: named }) => named === null || named === orgId);
  }

  /** The organizations in which some role stands for membership. */
  async orgIds(): Promise<string[]> {
    const guildIds = await this.mappings.guildIdsOfType('org_member');
    const guilds = await Promise.all(guildIds.map((guildId) => this.guilds.findByGuildId(guildId)));
    return guilds.flatMap((guild) => (guild === null ? [] : [guild.org_id]));
  }
}
