import { Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/actor.js';
import { notFound } from '../../domain/errors.js';
import { requireRole } from '../../domain/organizations/access.js';
import type { MemberRole, Organization } from '../../domain/organizations/organization.js';
import { canSee } from '../../domain/organizations/visibility.js';
import { OrgMembersRepository } from '../../repositories/org-members/org-members.repository.js';
import { OrganizationsRepository } from '../../repositories/organizations/organizations.repository.js';

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
