import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import type { Organization } from './rules/organization.js';
import { type OrganizationChanges, OrganizationsRepository } from './organizations.repository.js';
import { OrganizationAccess } from './organization-access.js';

/** Changes an organization. For its admins. */
@Injectable()
export class UpdateOrganization {
  constructor(
    private readonly access: OrganizationAccess,
    private readonly organizations: OrganizationsRepository,
  ) {}

  /**
   * @throws not_found when there is none that the actor may see
   * @throws forbidden when the actor is not its admin
   * @throws conflict `tag_taken`
   */
  async execute(actor: Actor, orgId: string, changes: OrganizationChanges): Promise<Organization> {
    await this.access.require(actor, orgId, 'admin');
    const { tag, ...rest } = changes;
    const changed = await this.organizations.update(
      orgId,
      tag === undefined ? rest : { ...rest, tag: tag.toUpperCase() },
    );
    if (changed === null) throw notFound('organization');
    return changed;
  }
}
