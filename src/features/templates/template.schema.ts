import { Schema } from 'mongoose';
import { EVENT_TYPES, type FleetShip } from '../events/rules/event.js';
import { VISIBILITIES } from '../organizations/rules/organization.js';
import type { Template } from './rules/template.js';

/** A template as MongoDB keeps it. */
export interface TemplateDocument extends Omit<Template, 'id' | 'revision'> {
  readonly _id: string;
  /** Missing in templates that are older than it and were never changed since. */
  readonly revision?: number;
  /** What names that look the same share. */
  readonly name_skeleton: string;
}

export const TEMPLATE_MODEL = 'EventTemplate';

const roleSchema = new Schema<Template['roles'][number]>(
  {
    name: { type: String, required: true },
    capacity: { type: Number, required: true },
    description: { type: String, default: null },
    emoji: { type: String, default: null },
  },
  { _id: false },
);

const shipSchema = new Schema<FleetShip>(
  {
    ship_model: { type: String, required: true },
    required_crew: { type: Number, required: true },
    notes: { type: String, default: null },
  },
  { _id: false },
);

export const templateSchema = new Schema<TemplateDocument>(
  {
    _id: { type: String, required: true },
    org_id: { type: String, required: true },
    name: { type: String, required: true },
    name_skeleton: { type: String, required: true },
    title: { type: String, required: true },
    description: { type: String, required: true },
    type: { type: String, enum: EVENT_TYPES, required: true },
    duration_minutes: { type: Number, required: true },
    location: { type: String, default: null },
    visibility: { type: String, enum: VISIBILITIES, required: true },
    max_participants: { type: Number, default: null },
    roles: { type: [roleSchema], required: true },
    fleet_ships: { type: [shipSchema], required: true },
    banner_url: { type: String, default: null },
    signup_role_ids: { type: [String], required: true },
    members_only: { type: Boolean, default: false },
    role_required: { type: Boolean, default: false },
    approval_required: { type: Boolean, default: false },
    offer_minutes: { type: Number, default: null },
    answers: { type: [String], required: true },
    reminder_offsets_minutes: { type: [Number], default: null },
    locked: { type: Boolean, default: false },
    signup_closes_before_minutes: { type: Number, default: null },
    revision: { type: Number, default: 0 },
    created_by: { type: String, required: true },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
  },
  { collection: 'event_templates', versionKey: false },
);

// create(), update(): no two of an organization's look the same. list(), count(): those of an organization, by name.
templateSchema.index({ org_id: 1, name_skeleton: 1 }, { unique: true });
// listMadeBy(), replaceMaker(): what somebody made.
templateSchema.index({ created_by: 1 });
