import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { conflict, notFound } from '../../common/errors.js';
import { type Page, pageOf } from '../../common/page.js';
import { AuditService, type FilteredAuditQuery } from '../audit/audit.service.js';
import type { AuditEntry } from '../audit/rules/audit-entry.js';
import {
  may,
  type Permission,
  permissionsOf,
  type Rank,
  rankOf,
  requirePermission,
  type Standing,
} from '../access/rules/permissions.js';
import { InvitesRepository } from './invites.repository.js';
import { JoinRequestsRepository } from './join-requests.repository.js';
import { OrgMembersRepository } from './org-members.repository.js';
import { type OrganizationChanges, OrganizationsRepository } from './organizations.repository.js';
import type { Organization, Visibility } from './rules/organization.js';
import type { Ship } from './rules/known-ships.js';
import { ORGANIZATION_LIMITS } from './rules/limits.js';
import { findShips } from './rules/ships.js';

export interface NewOrganization {
  readonly name: string;
  /** In any case; kept in upper case. */
  readonly tag: string;
  readonly description?: string | null;
  readonly website_url?: string | null;
  /** `public` when left out. */
  readonly visibility?: Visibility;
}

export interface OrganizationListing {
  readonly limit: number;
  readonly cursor?: string;
  /** Only the actor's own organizations, whatever their visibility. */
  readonly mine?: boolean;
  /** Only those whose name or tag has this, or whose id it is. */
  readonly q?: string;
}

/** What somebody is to an organization. */
export interface OwnStanding {
  readonly my_rank: Rank;
  readonly my_permissions: readonly Permission[];
}

/** How much there is of what has a limit. */
export type OrganizationUsage = Readonly<Record<'members' | 'invites' | 'join_requests', number>>;

/** Organizations. */
@Injectable()
export class OrganizationsService {
  constructor(
    private readonly organizations: OrganizationsRepository,
    private readonly members: OrgMembersRepository,
    private readonly audit: AuditService,
    private readonly invites: InvitesRepository,
    private readonly requests: JoinRequestsRepository,
  ) {}

  /**
   * Founds an organization; who does is its owner and its first admin.
   * @throws conflict `tag_taken`, `name_taken`
   */
  async create(actor: Actor, input: NewOrganization): Promise<Organization> {
    const now = new Date();
    const organization: Organization = {
      id: uuidv7(),
      name: input.name,
      tag: input.tag.toUpperCase(),
      description: input.description ?? null,
      website_url: input.website_url ?? null,
      visibility: input.visibility ?? 'public',
      free_seats_of_leavers: true,
      owner_id: actor.user_id,
      ships: [],
      created_at: now,
      updated_at: now,
    };
    // The member first: should we die in between, a membership without an organization harms no one, an organization
    // without an admin would be lost.
    await this.members.put(organization.id, actor.user_id, 'admin');
    try {
      await this.organizations.create(organization);
    } catch (error) {
      await this.members.remove(organization.id, actor.user_id);
      throw error;
    }
    await this.audit.record(actor, {
      action: 'organization.created',
      org_id: organization.id,
      change: input,
    });
    return organization;
  }

  /** @throws not_found when there is none that the actor may see */
  async see(actor: Actor, orgId: string): Promise<Organization> {
    return (await this.load(actor, orgId)).organization;
  }

  /**
   * The organization, for an actor who wants to do something there.
   * @throws not_found when there is none that the actor may see
   * @throws forbidden when the actor may not
   */
  async require(actor: Actor, orgId: string, permission: Permission): Promise<Organization> {
    const { organization, standing } = await this.load(actor, orgId);
    requirePermission(standing, permission);
    return organization;
  }

  /**
   * Organizations in order of foundation: the public ones and the actor's private ones, or all of the actor's own; every one for a
   * site admin.
   * @throws invalid for a cursor that is none
   */
  async list(actor: Actor, { limit, cursor, mine, q }: OrganizationListing): Promise<Page<Organization>> {
    const after = cursor === undefined ? null : String(decodeCursor(cursor, ['string'])[0]);
    const page = { after, limit: limit + 1, q };
    const own = actor.site_admin && !mine ? null : await this.members.listOrgIds(actor.user_id);
    const listed = () => {
      if (own === null) return this.organizations.listAll(page);
      return mine ? this.organizations.listByIds(own, page) : this.organizations.listVisible(own, page);
    };
    const rows = await listed();
    return pageOf(rows, limit, (row) => encodeCursor([row.id]));
  }

  /**
   * Changes an organization. For its admins.
   * @throws not_found when there is none that the actor may see
   * @throws forbidden when the actor is not its admin
   * @throws conflict `tag_taken`, `name_taken`
   */
  async update(actor: Actor, orgId: string, changes: OrganizationChanges): Promise<Organization> {
    await this.require(actor, orgId, 'organization.change');
    const { tag, ...rest } = changes;
    const changed = await this.organizations.update(
      orgId,
      tag === undefined ? rest : { ...rest, tag: tag.toUpperCase() },
    );
    if (changed === null) throw notFound('organization');
    await this.audit.record(actor, { action: 'organization.changed', org_id: orgId, change: changes });
    return changed;
  }

  /**
   * Gives an organization to another of its members, who becomes its owner and admin; who gave it stays an admin.
   * @throws not_found when there is none that the actor may see; forbidden when the actor is not its owner
   * @throws conflict `not_a_member`, `owner_changed`
   */
  async transfer(actor: Actor, orgId: string, userId: string): Promise<Organization> {
    const { owner_id } = await this.require(actor, orgId, 'organization.transfer');
    if ((await this.members.findRole(orgId, userId)) === null) {
      throw conflict('not_a_member', 'The new owner must be a member of the organization.');
    }
    // The right before the title: an owner is an admin at any moment.
    await this.members.put(orgId, userId, 'admin');
    const transferred = await this.organizations.transfer(orgId, owner_id, userId);
    if (transferred === null) throw conflict('owner_changed', 'The organization has another owner by now.');
    const act = { action: 'organization.transferred', org_id: orgId, target_id: userId } as const;
    await this.audit.record(actor, act);
    return transferred;
  }

  /**
   * Gives what somebody owns to the admin of longest standing. For who is being erased: it was given to them at that very moment, by an
   * owner who is an admin still.
   */
  async handOver(userId: string): Promise<void> {
    for (const { id } of await this.organizations.listOwned(userId)) {
      const admins = await this.members.listIdsWith(id, ['admin'], 2);
      const heir = admins.find((admin) => admin !== userId);
      if (heir === undefined || (await this.organizations.transfer(id, userId, heir)) === null) continue;
      await this.audit.record(null, { action: 'organization.transferred', org_id: id, target_id: heir });
    }
  }

  /** Who did what there, newest first. @throws not_found, forbidden as `require`; invalid for a cursor of another list */
  async auditOf(actor: Actor, orgId: string, query: FilteredAuditQuery): Promise<Page<AuditEntry>> {
    await this.require(actor, orgId, 'organization.audit');
    return this.audit.ofOrganization(orgId, query);
  }

  /** At most `limit` organizations that somebody is an admin of, in order of foundation. */
  async administeredBy({ user_id }: Actor, limit: number): Promise<Organization[]> {
    const ids = await this.members.listOrgIds(user_id, ['admin']);
    return this.organizations.listByIds(ids, { after: null, limit });
  }

  /** The organizations that somebody owns. */
  async ownedBy(userId: string): Promise<Organization[]> {
    return this.organizations.listOwned(userId);
  }

  /** Tells what the actor is to organizations that they see, and may do there. */
  async standingsOf(actor: Actor): Promise<(organization: Organization) => OwnStanding> {
    const memberships = await this.members.listByUser(actor.user_id);
    return ({ id, owner_id }) => {
      const role = memberships.find(({ org_id }) => org_id === id)?.role ?? null;
      const rank = rankOf(actor, role, owner_id === actor.user_id);
      return { my_rank: rank, my_permissions: permissionsOf(rank) };
    };
  }

  /** How many members, open invites and pending requests there are. For admins. @throws not_found, forbidden as `require` */
  async usage(actor: Actor, orgId: string): Promise<OrganizationUsage> {
    await this.require(actor, orgId, 'organization.change');
    const [members, invites, requests] = await Promise.all([
      this.members.count(orgId, ORGANIZATION_LIMITS.members.max),
      this.invites.countOpen(orgId, new Date()),
      this.requests.countPending(orgId),
    ]);
    return { members, invites, join_requests: requests };
  }

  /** Ships whose names contain what is typed, the organization's own first. @throws not_found as `see` */
  async ships(actor: Actor, orgId: string, typed: string, limit: number): Promise<Ship[]> {
    const { ships } = await this.see(actor, orgId);
    return findShips(typed, ships, limit);
  }

  /** The ships that an organization has added; none without one. */
  async ownShips(orgId: string | null): Promise<readonly Ship[]> {
    const organization = orgId === null ? null : await this.organizations.findById(orgId);
    return organization?.ships ?? [];
  }

  /** An organization for another room, which has checked who asks. */
  async find(orgId: string): Promise<Organization | null> {
    return this.organizations.findById(orgId);
  }

  private async load(
    actor: Actor,
    orgId: string,
  ): Promise<{ organization: Organization; standing: Standing }> {
    const [organization, held] = await Promise.all([
      this.organizations.findById(orgId),
      this.members.findRole(orgId, actor.user_id),
    ]);
    if (organization === null) throw notFound('organization');
    const owns = organization.owner_id === actor.user_id;
    const standing: Standing = { rank: rankOf(actor, held, owns), ties: [] };
    if (!may(standing, seeing(organization))) throw notFound('organization');
    return { organization, standing };
  }
}

function seeing({ visibility }: Organization): Permission {
  return visibility === 'private' ? 'organization.see_private' : 'organization.see';
}
