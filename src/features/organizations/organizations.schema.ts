import { Schema } from 'mongoose';
import { ANY_TEXT } from '../../infra/partial-indexes.js';
import { MEMBER_ROLES, type Organization, type OrgMember, VISIBILITIES } from './rules/organization.js';

/** An organization as MongoDB keeps it. */
export interface OrganizationDocument extends Omit<Organization, 'id' | 'free_seats_of_leavers' | 'ships'> {
  readonly _id: string;
  /** These are missing in documents that are older than the fields. */
  readonly free_seats_of_leavers?: boolean;
  readonly ships?: Organization['ships'];
  /** What the name looks like; missing where a process of an older version has written the name. */
  readonly name_skeleton?: string;
}

export const ORGANIZATION_MODEL = 'Organization';

export const organizationSchema = new Schema<OrganizationDocument>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    name_skeleton: { type: String },
    tag: { type: String, required: true },
    description: { type: String, default: null },
    website_url: { type: String, default: null },
    visibility: { type: String, enum: VISIBILITIES, required: true },
    free_seats_of_leavers: { type: Boolean },
    owner_id: { type: String, required: true },
    ships: { type: [{ _id: false, maker: String, name: String, crew: Number }], default: undefined },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
  },
  { collection: 'organizations', versionKey: false },
);

// create(), update(): no two organizations share a tag. Tags are stored in upper case, so case makes no difference.
organizationSchema.index({ tag: 1 }, { unique: true });
// create(), update(): no organization passes for another one.
organizationSchema.index(
  { name_skeleton: 1 },
  { unique: true, partialFilterExpression: { name_skeleton: ANY_TEXT } },
);
// listOwned(): what keeps somebody from leaving.
organizationSchema.index({ owner_id: 1 });
// listVisible(): the public ones, oldest first.
organizationSchema.index({ visibility: 1, _id: 1 });

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
    staff_by: { type: [String], default: undefined },
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
// listGranted(): the staff whom Discord roles have made.
orgMemberSchema.index(
  { org_id: 1, staff_by: 1 },
  { partialFilterExpression: { 'staff_by.0': { $exists: true } } },
);
