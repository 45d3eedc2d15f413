import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import type { MemberRole, OrgMember, RoleGrants } from './rules/organization.js';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { ANY_TEXT } from '../../infra/partial-indexes.js';
import { withId } from '../../infra/with-id.js';
import { ORG_MEMBER_MODEL, type OrgMemberDocument } from './organizations.schema.js';

/** Who belongs to which organization. */
@Injectable()
export class OrgMembersRepository {
  constructor(@InjectModel(ORG_MEMBER_MODEL) private readonly members: Model<OrgMemberDocument>) {}

  /** The user's role in the organization, `null` when not a member. */
  async findRole(orgId: string, userId: string): Promise<MemberRole | null> {
    const document = await this.members.findOne({ org_id: orgId, user_id: userId }, { role: 1 }).lean();
    return document?.role ?? null;
  }

  async find(orgId: string, userId: string): Promise<OrgMember | null> {
    const document = await this.members.findOne({ org_id: orgId, user_id: userId }).lean();
    return document && withId(document);
  }

  /** The organizations in which the user has one of `roles` (any role when left out). */
  async listOrgIds(userId: string, roles?: readonly MemberRole[]): Promise<string[]> {
    const filter = roles === undefined ? {} : { role: { $in: roles } };
    const documents = await this.members.find({ user_id: userId, ...filter }, { org_id: 1 }).lean();
    return documents.map((document) => document.org_id);
  }

  /** Those of these users who are members. */
  async listAmong(orgId: string, userIds: readonly string[]): Promise<string[]> {
    const documents = await this.members
      .find({ org_id: orgId, user_id: { $in: userIds } }, { user_id: 1 })
      .lean();
    return documents.map(({ user_id }) => user_id);
  }

  /** Ids of at most `limit` members with one of these roles, those of longest standing first. */
  async listIdsWith(orgId: string, roles: readonly MemberRole[], limit: number): Promise<string[]> {
    const documents = await this.members
      .find({ org_id: orgId, role: { $in: roles } }, { user_id: 1 })
      .sort({ _id: 1 })
      .limit(limit)
      .lean();
    return documents.map((document) => document.user_id);
  }

  /** Ids of at most `limit` admins and staff, those of longest standing first. */
  async listStaffIds(orgId: string, limit: number): Promise<string[]> {
    const documents = await this.members
      .find({ org_id: orgId, role: { $in: ['admin', 'staff'] } }, { user_id: 1 })
      .sort({ _id: 1 })
      .limit(limit)
      .lean();
    return documents.map((document) => document.user_id);
  }

  /**
   * Members in order of joining.
   * @param after the last id of the page before; `null` for the first page
   */
  async listByOrg(orgId: string, after: string | null, limit: number): Promise<OrgMember[]> {
    const documents = await this.members
      .find({ org_id: orgId, ...(after === null ? {} : { _id: { $gt: after } }) })
      .sort({ _id: 1 })
      .limit(limit)
      .lean();
    return documents.map(withId);
  }

  /** The organizations where Discord roles have made members or staff. */
  async listGrantingOrgIds(): Promise<string[]> {
    // With the organization, or the partial indexes are not used.
    return this.members.distinct('org_id', { org_id: ANY_TEXT, ...MADE_BY_ROLES });
  }

  /** The members that Discord roles have made, or have made staff. */
  async listGranted(orgId: string): Promise<OrgMember[]> {
    return (await this.members.find({ org_id: orgId, ...MADE_BY_ROLES }).lean()).map(withId);
  }

  /**
   * Makes the user a member, or changes the role of one; by hand, so that no Discord role takes it away again. Safe when
   * called twice at once.
   */
  async put(
    orgId: string,
    userId: string,
    role: MemberRole,
  ): Promise<{ member: OrgMember; created: boolean }> {
    const id = uuidv7();
    const upsert = () =>
      this.members
        .findOneAndUpdate(
          { org_id: orgId, user_id: userId },
          {
            $set: { role },
            $unset: { granted_by: 1, staff_by: 1 },
            $setOnInsert: { _id: id, joined_at: new Date() },
          },
          { upsert: true, returnDocument: 'after' },
        )
        .orFail()
        .lean();
    const document = await upsert().catch((error: unknown) => {
      // Two upserts of a new member raced and the other one inserted: this one is an update now.
      if (isDuplicateKey(error)) return upsert();
      throw error;
    });
    return { member: withId(document), created: document._id === id };
  }

  /** Makes the user a plain member; one who is a member already stays what they are. Safe when called twice at once. */
  async admit(orgId: string, userId: string): Promise<{ member: OrgMember; created: boolean }> {
    const id = uuidv7();
    const upsert = () =>
      this.members
        .findOneAndUpdate(
          { org_id: orgId, user_id: userId },
          { $setOnInsert: { _id: id, role: 'member', joined_at: new Date() } },
          { upsert: true, returnDocument: 'after' },
        )
        .orFail()
        .lean();
    const document = await upsert().catch((error: unknown) => {
      if (isDuplicateKey(error)) return upsert();
      throw error;
    });
    return { member: withId(document), created: document._id === id };
  }

  /** Where somebody belongs. */
  async listByUser(userId: string): Promise<OrgMember[]> {
    const documents = await this.members.find({ user_id: userId }).lean();
    return documents.map(withId);
  }

  /** Ends every membership of somebody. */
  async removeUser(userId: string): Promise<void> {
    await this.members.deleteMany({ user_id: userId });
  }

  /** How many members there are, counted up to `limit`. */
  async count(orgId: string, limit: number): Promise<number> {
    return this.members.countDocuments({ org_id: orgId }, { limit });
  }

  /**
   * Makes somebody a member by Discord roles. Who became one meanwhile stays what they are.
   */
  async admitByRoles(orgId: string, userId: string, now: RoleGrants): Promise<void> {
    const member = { _id: uuidv7(), joined_at: new Date(), role: roleBy(now), ...given(now) };
    await this.members
      .updateOne({ org_id: orgId, user_id: userId }, { $setOnInsert: member }, { upsert: true })
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
      });
  }

  /** Makes a membership what Discord roles make of it, unless it is not any more as it was read. */
  async follow(was: OrgMember, now: RoleGrants): Promise<void> {
    await this.members.updateOne(asRead(was), {
      $set: { role: roleBy(now), ...given(now) },
      $unset: {
        ...(now.granted_by.length === 0 && { granted_by: 1 }),
        ...(now.staff_by.length === 0 && { staff_by: 1 }),
      },
    });
  }

  /** Ends a membership that Discord roles gave, unless it is not any more as it was read. */
  async removeByRoles(was: OrgMember): Promise<void> {
    await this.members.deleteOne(asRead(was));
  }

  /** @returns whether the user was a member */
  async remove(orgId: string, userId: string): Promise<boolean> {
    const result = await this.members.deleteOne({ org_id: orgId, user_id: userId });
    return result.deletedCount > 0;
  }
}

const MADE_BY_ROLES = { $or: [{ 'granted_by.0': { $exists: true } }, { 'staff_by.0': { $exists: true } }] };

function roleBy({ staff_by }: RoleGrants): MemberRole {
  return staff_by.length === 0 ? 'member' : 'staff';
}

/** The roles that are to be kept; a list that is empty is not there. */
function given({ granted_by, staff_by }: RoleGrants): Partial<RoleGrants> {
  return {
    ...(granted_by.length > 0 && { granted_by: [...granted_by] }),
    ...(staff_by.length > 0 && { staff_by: [...staff_by] }),
  };
}

/** A condition that fails when a person, or other roles, have changed the membership since. */
function asRead({ id, role, granted_by, staff_by }: OrgMember): QueryFilter<OrgMemberDocument> {
  const same = (roles: readonly string[] | undefined) =>
    roles === undefined ? { $exists: false } : { $eq: [...roles] };
  return { _id: id, role, granted_by: same(granted_by), staff_by: same(staff_by) };
}
