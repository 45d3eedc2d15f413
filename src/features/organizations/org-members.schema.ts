import { Schema } from 'mongoose';
import { MEMBER_ROLES, type OrgMember } from './rules/organization.js';

/** A membership as MongoDB keeps it. */
export interface OrgMemberDocument extends Omit<OrgMember, 'id'> {
  readonly _id: string;
}

export const ORG_MEMBER_MODEL = 'OrgMember';

export const orgMemberSchema = new Schema<OrgMemberDocument>(
  {
    _id: { type: String, required: true },
    org_id: { type: String, required: true },
    user_id: { type: String, required: true },
    role: { type: String, enum: MEMBER_ROLES, required: true },
    joined_at: { type: Date, required: true },
    granted_by: { type: [String], default: undefined },
  },
  { collection: 'org_members', versionKey: false },
);

// findRole(), put(): a user is a member once.
orgMemberSchema.index({ org_id: 1, user_id: 1 }, { unique: true });
// listOrgIds(): where a user is a member, and in which role.
orgMemberSchema.index({ user_id: 1, role: 1 });
// listByOrg(): members in order of joining.
orgMemberSchema.index({ org_id: 1, _id: 1 });
// listGranted(): the memberships of an organization that came from Discord roles.
orgMemberSchema.index({ org_id: 1 }, { partialFilterExpression: { 'granted_by.0': { $exists: true } } });
