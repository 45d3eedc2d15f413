import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import type { Organization } from './rules/organization.js';
import { OrganizationAccess } from './organization-access.js';

/** One organization. */
@Injectable()
export class GetOrganization {
  constructor(private readonly access: OrganizationAccess) {}

  /** @throws not_found when there is none that the actor may see */
  async execute(actor: Actor, orgId: string): Promise<Organization> {
    return this.access.see(actor, orgId);
  }
}
