import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { conflict, notFound } from '../../common/errors.js';
import { OrgMembersRepository } from './org-members.repository.js';
import { OrganizationAccess } from './organization-access.js';

/** Takes a member out of an organization. For its admins, and for members who leave by themselves. */
@Injectable()
export class RemoveMember {
  constructor(
    private readonly access: OrganizationAccess,
    private readonly members: OrgMembersRepository,
  ) {}

  /**
   * @throws not_found when there is no such organization for the actor, or no such member
   * @throws forbidden when the actor is neither its admin nor the member
   * @throws conflict `owner_stays_admin`
   */
  async execute(actor: Actor, orgId: string, userId: string): Promise<void> {
    const needed = userId === actor.user_id ? 'member' : 'admin';
    const organization = await this.access.require(actor, orgId, needed);
    if (userId === organization.owner_id) {
      throw conflict('owner_stays_admin', 'The owner of an organization cannot leave it.');
    }
    if (!(await this.members.remove(orgId, userId))) throw notFound('member');
  }
}
