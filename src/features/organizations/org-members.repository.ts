import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import type { MemberRole, OrgMember } from './rules/organization.js';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
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

  /** Ids of at most `limit` admins, those of longest standing first. */
  async listAdminIds(orgId: string, limit: number): Promise<string[]> {
    const documents = await this.members
      .find({ org_id: orgId, role: 'admin' }, { user_id: 1 })
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

  /** The organizations where Discord roles have made members. */
  async listGrantingOrgIds(): Promise<string[]> {
    return this.members.distinct('org_id', { 'granted_by.0': { $exists: true } });
  }

  /** The members that Discord roles have made. */
  async listGranted(orgId: string): Promise<OrgMember[]> {
    const documents = await this.members.find({ org_id: orgId, 'granted_by.0': { $exists: true } }).lean();
    return documents.map(withId);
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
          { $set: { role }, $unset: { granted_by: 1 }, $setOnInsert: { _id: id, joined_at: new Date() } },
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
   * Makes membership follow Discord roles: none before makes a member, none now is one no more. Changes nothing when the
   * membership is not as it was read: given by hand since, taken, or granted by other roles.
   * @param before the roles that granted it when it was read · @param now the roles that do
   */
  async grant(
    orgId: string,
    userId: string,
    before: readonly string[],
    now: readonly string[],
  ): Promise<void> {
    const key = { org_id: orgId, user_id: userId };
    if (before.length === 0) {
      const member = { _id: uuidv7(), role: 'member', joined_at: new Date(), granted_by: now } as const;
      await this.members
        .updateOne(key, { $setOnInsert: member }, { upsert: true })
        .catch((error: unknown) => {
          if (!isDuplicateKey(error)) throw error;
        });
    } else if (now.length === 0) {
      await this.members.deleteOne({ ...key, granted_by: [...before] });
    } else {
      await this.members.updateOne({ ...key, granted_by: [...before] }, { $set: { granted_by: now } });
    }
  }

  /** @returns whether the user was a member */
  async remove(orgId: string, userId: string): Promise<boolean> {
    const result = await this.members.deleteOne({ org_id: orgId, user_id: userId });
    return result.deletedCount > 0;
  }
}
