import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { type Page, pageOf } from '../../common/page.js';
import type { Actor } from '../../common/actor.js';
import { OrgMembersRepository } from './org-members.repository.js';
import { UsersService } from '../users/users.service.js';
import { memberRow, type MemberRow } from './member-row.js';
import { OrganizationAccess } from './organization-access.js';

/** The members of an organization, in order of joining. */
@Injectable()
export class ListMembers {
  constructor(
    private readonly access: OrganizationAccess,
    private readonly members: OrgMembersRepository,
    private readonly users: UsersService,
  ) {}

  /**
   * @throws not_found when there is no organization that the actor may see
   * @throws invalid for a cursor that is none
   */
  async execute(
    actor: Actor,
    orgId: string,
    query: { limit: number; cursor?: string },
  ): Promise<Page<MemberRow>> {
    const after = query.cursor === undefined ? null : String(decodeCursor(query.cursor, ['string'])[0]);
    await this.access.see(actor, orgId);
    const members = await this.members.listByOrg(orgId, after, query.limit + 1);
    const users = await this.users.findAll(members.map((member) => member.user_id));
    const page = pageOf(members, query.limit, (member) => encodeCursor([member.id]));
    return {
      items: page.items.flatMap((member) => {
        const user = users.get(member.user_id);
        return user === undefined ? [] : [memberRow(member, user)];
      }),
      next_cursor: page.next_cursor,
    };
  }
}
