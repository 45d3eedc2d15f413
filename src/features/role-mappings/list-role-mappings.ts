import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { pageOf, type Page } from '../../common/page.js';
import type { Actor } from '../../common/actor.js';
import type { RoleMapping } from './rules/role-mapping.js';
import { RoleMappingsRepository } from './role-mappings.repository.js';
import { MappingAccess } from './mapping-access.js';

/** Which page, and of which server. */
export interface RoleMappingsQuery {
  /** All servers that the actor administers when left out. */
  readonly guild_id?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The role mappings of the servers that an admin looks after. */
@Injectable()
export class ListRoleMappings {
  constructor(
    private readonly access: MappingAccess,
    private readonly mappings: RoleMappingsRepository,
  ) {}

  /** @throws not_found · forbidden · invalid for a cursor of another list */
  async execute(actor: Actor, { guild_id, limit, cursor }: RoleMappingsQuery): Promise<Page<RoleMapping>> {
    if (guild_id !== undefined) await this.access.requireAdmin(actor, guild_id);
    const guildIds = guild_id === undefined ? await this.access.administeredGuilds(actor) : [guild_id];
    const after = cursor === undefined ? null : String(decodeCursor(cursor, ['string'])[0]);
    const rows = await this.mappings.list(guildIds, after, limit + 1);
    return pageOf(rows, limit, ({ id }) => encodeCursor([id]));
  }
}
