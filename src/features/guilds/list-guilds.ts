import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { type Page, pageOf } from '../../common/page.js';
import type { Actor } from '../../common/actor.js';
import type { Guild } from './rules/guild.js';
import { GuildsRepository } from './guilds.repository.js';
import { OrgMembersService } from '../organizations/org-members.service.js';

/** Registered servers: those of the organizations that the actor administers; all of them for a site admin. */
@Injectable()
export class ListGuilds {
  constructor(
    private readonly guilds: GuildsRepository,
    private readonly members: OrgMembersService,
  ) {}

  /** @throws invalid for a cursor that is none */
  async execute(actor: Actor, { limit, cursor }: { limit: number; cursor?: string }): Promise<Page<Guild>> {
    const after = cursor === undefined ? null : String(decodeCursor(cursor, ['string'])[0]);
    const orgIds = actor.site_admin ? null : await this.members.orgIdsOf(actor.user_id, ['admin']);
    const rows = await this.guilds.list(orgIds, after, limit + 1);
    return pageOf(rows, limit, (row) => encodeCursor([row.id]));
  }
}
