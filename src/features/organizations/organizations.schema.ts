import { Schema } from 'mongoose';
import { type Organization, VISIBILITIES } from './rules/organization.js';

/** An organization as MongoDB keeps it. */
export interface OrganizationDocument extends Omit<Organization, 'id'> {
  readonly _id: string;
}

export const ORGANIZATION_MODEL = 'Organization';

export const organizationSchema = new Schema<OrganizationDocument>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    tag: { type: String, required: true },
    description: { type: String, default: null },
    website_url: { type: String, default: null },
    visibility: { type: String, enum: VISIBILITIES, required: true },
    owner_id: { type: String, required: true },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
  },
  { collection: 'organizations', versionKey: false },
);

// create(), update(): no two organizations share a tag. Tags are stored in upper case, so case makes no difference.
organizationSchema.index({ tag: 1 }, { unique: true });
// listVisible(): the public ones, oldest first.
organizationSchema.index({ visibility: 1, _id: 1 });
