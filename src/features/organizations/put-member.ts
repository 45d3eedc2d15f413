import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { conflict } from '../../common/errors.js';
import type { MemberRole } from './rules/organization.js';
import { OrgMembersRepository } from './org-members.repository.js';
import { UsersService } from '../users/users.service.js';
import { memberRow, type MemberRow } from './member-row.js';
import { OrganizationAccess } from './organization-access.js';

/** Makes a user a member of an organization, or gives a member another role. For its admins. */
@Injectable()
export class PutMember {
  constructor(
    private readonly access: OrganizationAccess,
    private readonly members: OrgMembersRepository,
    private readonly users: UsersService,
  ) {}

  /**
   * The owner stays an admin, so an organization always has one.
   * @throws not_found when there is no such organization for the actor, or no such user
   * @throws forbidden when the actor is not its admin
   * @throws conflict `owner_stays_admin`
   */
  async execute(
    actor: Actor,
    orgId: string,
    userId: string,
    role: MemberRole,
  ): Promise<{ member: MemberRow; created: boolean }> {
    const organization = await this.access.require(actor, orgId, 'admin');
    const user = await this.users.require(userId);
    if (userId === organization.owner_id && role !== 'admin') {
      throw conflict('owner_stays_admin', 'The owner of an organization stays its admin.');
    }
    const { member, created } = await this.members.put(orgId, userId, role);
    return { member: memberRow(member, user), created };
  }
}
