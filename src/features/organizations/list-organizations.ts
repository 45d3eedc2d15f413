import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { type Page, pageOf } from '../../common/page.js';
import type { Actor } from '../../common/actor.js';
import type { Organization } from './rules/organization.js';
import { OrgMembersRepository } from './org-members.repository.js';
import { OrganizationsRepository } from './organizations.repository.js';

export interface OrganizationListing {
  readonly limit: number;
  readonly cursor?: string;
  /** Only the actor's own organizations, whatever their visibility. */
  readonly mine?: boolean;
}

/** Organizations in order of foundation: the public ones and the actor's private ones, or all of the actor's own. */
@Injectable()
export class ListOrganizations {
  constructor(
    private readonly organizations: OrganizationsRepository,
    private readonly members: OrgMembersRepository,
  ) {}

  /** @throws invalid for a cursor that is none */
  async execute(actor: Actor, { limit, cursor, mine }: OrganizationListing): Promise<Page<Organization>> {
    const after = cursor === undefined ? null : String(decodeCursor(cursor, ['string'])[0]);
    const own = await this.members.listOrgIds(actor.user_id);
    const page = { after, limit: limit + 1 };
    const rows = mine
      ? await this.organizations.listByIds(own, page)
      : await this.organizations.listVisible(own, page);
    return pageOf(rows, limit, (row) => encodeCursor([row.id]));
  }
}
