import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { conflict, notFound } from '../../common/errors.js';
import { type Page, pageOf } from '../../common/page.js';
import { AuditService } from '../audit/audit.service.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { JobQueue } from '../../queue/job-queue.js';
import type { User } from '../users/rules/user.js';
import { UsersService } from '../users/users.service.js';
import { OrgMembersRepository } from './org-members.repository.js';
import { OrganizationsService } from './organizations.service.js';
import { ORGANIZATION_LIMITS, requireRoom } from './rules/limits.js';
import type { MemberRole, OrgMember, RoleGrants } from './rules/organization.js';

/** A member as the organization's lists show them. */
export interface MemberRow extends Pick<OrgMember, 'user_id' | 'role' | 'joined_at'> {
  readonly discord_id: string;
  readonly handle: string;
}

/** The order to free seats is written before the membership ends, so that it is not lost with the process, and carried out after. */
const SEATS_DELAY_MS = 1_000;
/** Who loses the role on Discord that made them a member may be back soon, as who leaves a server may. */
const BY_ROLES_DELAY_MS = 3_600_000;

/** Who belongs to which organization. */
@Injectable()
export class OrgMembersService implements KeepsPersonalData {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly members: OrgMembersRepository,
    private readonly users: UsersService,
    private readonly audit: AuditService,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * The members of an organization, in order of joining.
   * @throws not_found when there is no organization that the actor may see
   * @throws invalid for a cursor that is none
   */
  async list(
    actor: Actor,
    orgId: string,
    query: { limit: number; cursor?: string },
  ): Promise<Page<MemberRow>> {
    const after = query.cursor === undefined ? null : String(decodeCursor(query.cursor, ['string'])[0]);
    await this.organizations.see(actor, orgId);
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

  /**
   * Makes a user a member of an organization, or gives a member another role. For its admins. The owner stays an admin,
   * so an organization always has one.
   * @throws not_found when there is no such organization for the actor, or no such user
   * @throws forbidden when the actor is not its admin
   * @throws conflict `owner_stays_admin`, `limit_reached`
   */
  async put(
    actor: Actor,
    orgId: string,
    userId: string,
    role: MemberRole,
  ): Promise<{ member: MemberRow; created: boolean }> {
    const organization = await this.organizations.require(actor, orgId, 'organization.change_members');
    const user = await this.users.require(userId);
    if (userId === organization.owner_id && role !== 'admin') {
      throw conflict('owner_stays_admin', 'The owner of an organization stays its admin.');
    }
    if ((await this.members.findRole(orgId, userId)) === null) await this.requireRoomForOne(orgId);
    const { member, created } = await this.members.put(orgId, userId, role);
    await this.audit.record(actor, {
      action: 'member.put',
      org_id: orgId,
      target_id: userId,
      change: { role },
    });
    return { member: memberRow(member, user), created };
  }

  /**
   * Makes a user a plain member, by their wish and with the organization's consent; one who is a member already stays what
   * they are.
   * @throws not_found without such a user; conflict `limit_reached`
   */
  async admit(actor: Actor, orgId: string, userId: string): Promise<{ member: MemberRow; created: boolean }> {
    const user = await this.users.require(userId);
    if ((await this.members.findRole(orgId, userId)) === null) await this.requireRoomForOne(orgId);
    const { member, created } = await this.members.admit(orgId, userId);
    if (created)
      await this.audit.record(actor, { action: 'member.joined', org_id: orgId, target_id: userId });
    return { member: memberRow(member, user), created };
  }

  /**
   * Takes a member out of an organization, and out of its events to come that are for members. For its admins, and for members
   * who leave by themselves.
   * @throws not_found when there is no such organization for the actor, or no such member
   * @throws forbidden when the actor is neither its admin nor the member
   * @throws conflict `owner_stays_admin`
   */
  async remove(actor: Actor, orgId: string, userId: string): Promise<void> {
    const needed = userId === actor.user_id ? 'organization.leave' : 'organization.change_members';
    const organization = await this.organizations.require(actor, orgId, needed);
    if (userId === organization.owner_id) {
      throw conflict('owner_stays_admin', 'The owner of an organization cannot leave it.');
    }
    if ((await this.members.findRole(orgId, userId)) === null) throw notFound('member');
    await this.freeSeats(orgId, userId, SEATS_DELAY_MS);
    if (!(await this.members.remove(orgId, userId))) throw notFound('member');
    const action = userId === actor.user_id ? 'member.left' : 'member.removed';
    await this.audit.record(actor, { action, org_id: orgId, target_id: userId });
    // They may have become the owner since: an owner is an admin.
    const { owner_id } = (await this.organizations.find(orgId)) ?? {};
    if (owner_id === userId) await this.members.put(orgId, userId, 'admin');
  }

  async exportOf({ user_id }: Person): Promise<unknown> {
    return this.members.listByUser(user_id);
  }

  async erase({ user_id }: Person): Promise<void> {
    await this.members.removeUser(user_id);
  }

  /** The user's role in the organization, `null` when not a member. */
  async roleOf(orgId: string, userId: string): Promise<MemberRole | null> {
    return this.members.findRole(orgId, userId);
  }

  /** Those of these users who are members. */
  async among(orgId: string, userIds: readonly string[]): Promise<ReadonlySet<string>> {
    return userIds.length === 0 ? new Set() : new Set(await this.members.listAmong(orgId, userIds));
  }

  /** The organizations in which the user has one of `roles` (any role when left out). */
  async orgIdsOf(userId: string, roles?: readonly MemberRole[]): Promise<string[]> {
    return this.members.listOrgIds(userId, roles);
  }

  /** At most `limit` admins of an organization, in no particular order. */
  async adminsOf(orgId: string, limit: number): Promise<User[]> {
    const admins = await this.users.findAll(await this.members.listIdsWith(orgId, ['admin'], limit));
    return [...admins.values()];
  }

  /** The ids of an organization's admins and staff. */
  async staffIdsOf(orgId: string, limit: number): Promise<string[]> {
    return this.members.listStaffIds(orgId, limit);
  }

  /** At most `limit` admins and staff of an organization, those of longest standing first. */
  async staffOf(orgId: string, limit: number): Promise<User[]> {
    const ids = await this.members.listIdsWith(orgId, ['admin', 'staff'], limit);
    return [...(await this.users.findAll(ids)).values()];
  }

  /** A membership as it stands, for comparing it with the Discord roles that grant it; `null` when there is none. */
  async find(orgId: string, userId: string): Promise<OrgMember | null> {
    return this.members.find(orgId, userId);
  }

  /** The organizations where Discord roles have made members or staff. */
  async grantingOrgIds(): Promise<string[]> {
    return this.members.listGrantingOrgIds();
  }

  /** The members that Discord roles have made, or have made staff. */
  async granted(orgId: string): Promise<OrgMember[]> {
    return this.members.listGranted(orgId);
  }

  /**
   * Makes somebody what Discord roles make of them: a member, staff, or neither. Changes nothing when the membership is not
   * any more as it was read.
   * @param was the membership as it was read; `null` for none · @throws conflict `limit_reached`
   */
  async follow(orgId: string, userId: string, was: OrgMember | null, now: RoleGrants): Promise<void> {
    const isByRoles = (was?.granted_by ?? []).length > 0;
    const isEnd = isByRoles && now.granted_by.length === 0;
    if (was === null) {
      await this.requireRoomForOne(orgId);
      await this.members.admitByRoles(orgId, userId, now);
    } else if (isEnd) {
      await this.freeSeats(orgId, userId, BY_ROLES_DELAY_MS);
      await this.members.removeByRoles(was);
    } else await this.members.follow(was, now);
    const action = isEnd ? 'member.removed' : 'member.granted';
    const role = now.staff_by.length > 0 ? 'staff' : 'member';
    const change = action === 'member.granted' ? { role } : {};
    await this.audit.record(null, { action, org_id: orgId, target_id: userId, change });
  }

  private async freeSeats(orgId: string, userId: string, delayMs: number): Promise<void> {
    const payload = { org_id: orgId, user_id: userId };
    await this.jobs.enqueue({ type: 'free_seats', payload, delayMs });
  }

  private async requireRoomForOne(orgId: string): Promise<void> {
    requireRoom('members', await this.members.count(orgId, ORGANIZATION_LIMITS.members.max));
  }
}

/** Joins a membership and its user. */
function memberRow({ user_id, role, joined_at }: OrgMember, { discord_id, handle }: User): MemberRow {
  return { user_id, discord_id, handle, role, joined_at };
}
