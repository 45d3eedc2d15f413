import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import type { Organization, Visibility } from './rules/organization.js';
import { OrgMembersRepository } from './org-members.repository.js';
import { OrganizationsRepository } from './organizations.repository.js';

export interface NewOrganization {
  readonly name: string;
  /** In any case; kept in upper case. */
  readonly tag: string;
  readonly description?: string | null;
  readonly website_url?: string | null;
  /** `public` when left out. */
  readonly visibility?: Visibility;
}

/** Founds an organization; whoever does is its owner and its first admin. */
@Injectable()
export class CreateOrganization {
  constructor(
    private readonly organizations: OrganizationsRepository,
    private readonly members: OrgMembersRepository,
  ) {}

  /** @throws conflict `tag_taken` */
  async execute(actor: Actor, input: NewOrganization): Promise<Organization> {
    const now = new Date();
    const organization: Organization = {
      id: uuidv7(),
      name: input.name,
      tag: input.tag.toUpperCase(),
      description: input.description ?? null,
      website_url: input.website_url ?? null,
      visibility: input.visibility ?? 'public',
      owner_id: actor.user_id,
      created_at: now,
      updated_at: now,
    };
    // The member first: should we die in between, a membership without an organization harms nobody, an organization
    // without an admin would be lost.
    await this.members.put(organization.id, actor.user_id, 'admin');
    try {
      await this.organizations.create(organization);
    } catch (error) {
      await this.members.remove(organization.id, actor.user_id);
      throw error;
    }
    return organization;
  }
}
