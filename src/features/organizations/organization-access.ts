import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import { requireRole } from './rules/organization-access.js';
import type { MemberRole, Organization } from './rules/organization.js';
import { canSee } from './rules/organization-visibility.js';
import { OrgMembersRepository } from './org-members.repository.js';
import { OrganizationsRepository } from './organizations.repository.js';

/** Loads an organization for an actor, as far as the actor may see or change it. */
@Injectable()
export class OrganizationAccess {
  constructor(
    private readonly organizations: OrganizationsRepository,
    private readonly members: OrgMembersRepository,
  ) {}

  /** @throws not_found when there is none that the actor may see */
  async see(actor: Actor, orgId: string): Promise<Organization> {
    return (await this.load(actor, orgId)).organization;
  }

  /**
   * @throws not_found when there is none that the actor may see
   * @throws forbidden when the actor's role is weaker than `needed`
   */
  async require(actor: Actor, orgId: string, needed: MemberRole): Promise<Organization> {
    const { organization, held } = await this.load(actor, orgId);
    requireRole(actor, held, needed);
    return organization;
  }

  private async load(
    actor: Actor,
    orgId: string,
  ): Promise<{ organization: Organization; held: MemberRole | null }> {
    const [organization, held] = await Promise.all([
      this.organizations.findById(orgId),
      this.members.findRole(orgId, actor.user_id),
    ]);
    if (organization === null || !canSee(actor, organization, held)) throw notFound('organization');
    return { organization, held };
  }
}
