import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { invalid } from '../../common/errors.js';
import type { RoleMapping } from './rules/role-mapping.js';
import { RoleMappingsRepository } from './role-mappings.repository.js';
import { ServerChecks } from '../guilds/server-checks.js';
import { MappingAccess } from './mapping-access.js';

/** A mapping as an admin asks for it. */
export type RoleMappingInput = Omit<RoleMapping, 'id' | 'created_at' | 'updated_at'>;

/** Says what a Discord role stands for. */
@Injectable()
export class CreateRoleMapping {
  constructor(
    private readonly access: MappingAccess,
    private readonly checks: ServerChecks,
    private readonly mappings: RoleMappingsRepository,
  ) {}

  /**
   * @throws not_found · forbidden · conflict `role_mapping_exists`
   * @throws invalid for a plan without a name, and a role that is not of the server or cannot stand for the thing
   * @throws DiscordFailure when Discord cannot be asked
   */
  async execute(actor: Actor, input: RoleMappingInput): Promise<RoleMapping> {
    await this.access.requireAdmin(actor, input.guild_id);
    if (input.verselink_role_type === 'plan' && input.verselink_entity_id === null) {
      throw invalid([{ field: 'verselink_entity_id', message: "must be the plan's name" }]);
    }
    // Membership is only read from a role; for everything else the bot gives the role itself.
    const given = input.verselink_role_type !== 'org_member';
    await this.checks.requireRole(input.guild_id, input.discord_role_id, given);
    const now = new Date();
    const mapping: RoleMapping = { ...input, id: uuidv7(), created_at: now, updated_at: now };
    await this.mappings.create(mapping);
    return mapping;
  }
}
