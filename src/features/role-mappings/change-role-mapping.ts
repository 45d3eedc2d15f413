import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import type { RoleMapping } from './rules/role-mapping.js';
import { RoleMappingsRepository, type RoleMappingChanges } from './role-mappings.repository.js';
import { MappingAccess } from './mapping-access.js';

/** Reads, changes and deletes one role mapping. */
@Injectable()
export class ChangeRoleMapping {
  constructor(
    private readonly access: MappingAccess,
    private readonly mappings: RoleMappingsRepository,
  ) {}

  /** @throws not_found · forbidden */
  async get(actor: Actor, id: string): Promise<RoleMapping> {
    const mapping = await this.mappings.findById(id);
    if (mapping === null) throw notFound('role_mapping');
    await this.access.requireAdmin(actor, mapping.guild_id);
    return mapping;
  }

  /** @throws not_found · forbidden */
  async update(actor: Actor, id: string, changes: RoleMappingChanges): Promise<RoleMapping> {
    await this.get(actor, id);
    const updated = await this.mappings.update(id, changes);
    if (updated === null) throw notFound('role_mapping');
    return updated;
  }

  /** @throws not_found · forbidden */
  async delete(actor: Actor, id: string): Promise<void> {
    await this.get(actor, id);
    await this.mappings.delete(id);
  }
}
