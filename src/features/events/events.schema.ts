import { Schema } from 'mongoose';
import { EVENT_STATES, EVENT_TYPES, type EventRole, type FleetShip } from './rules/event.js';
import type { EventRecord } from './rules/event-record.js';
import { VISIBILITIES } from '../organizations/rules/organization.js';
import type { Decision } from './rules/move.js';

/** An event as MongoDB keeps it. */
export interface EventDocument extends Omit<EventRecord, 'id'> {
  readonly _id: string;
}

export const EVENT_MODEL = 'Event';

const roleSchema = new Schema<EventRole>(
  {
    id: { type: String, required: true },
    name: { type: String, required: true },
    capacity: { type: Number, required: true },
    description: { type: String, default: null },
    emoji: { type: String, default: null },
  },
  { _id: false, id: false },
);

const shipSchema = new Schema<FleetShip>(
  {
    ship_model: { type: String, required: true },
    required_crew: { type: Number, required: true },
    notes: { type: String, default: null },
  },
  { _id: false },
);

const decisionSchema = new Schema<Decision>(
  {
    signup_id: { type: String, required: true },
    move_id: { type: String, required: true },
    status: { type: String, required: true },
    role_id: { type: String, default: null },
    waitlist_number: { type: Number, default: null },
    at: { type: Date, required: true },
  },
  { _id: false },
);

export const eventSchema = new Schema<EventDocument>(
  {
    _id: { type: String, required: true },
    org_id: { type: String, required: true },
    slug: { type: String, required: true },
    title: { type: String, required: true },
    description: { type: String, required: true },
    type: { type: String, enum: EVENT_TYPES, required: true },
    state: { type: String, enum: EVENT_STATES, required: true },
    visibility: { type: String, enum: VISIBILITIES, required: true },
    start_at_utc: { type: Date, required: true },
    duration_minutes: { type: Number, required: true },
    location: { type: String, default: null },
    max_participants: { type: Number, default: null },
    roles: { type: [roleSchema], required: true },
    fleet_ships: { type: [shipSchema], required: true },
    banner_url: { type: String, default: null },
    signup_role_ids: { type: [String], default: undefined },
    revision: { type: Number, required: true },
    seats: { type: Schema.Types.Mixed, required: true },
    created_by: { type: String, required: true },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
    mirror_dirty: { type: Boolean, required: true },
    decisions: { type: [decisionSchema], required: true },
    seat_epoch: { type: Number, required: true },
  },
  { collection: 'events', versionKey: false, minimize: false },
);

// EventsRepository.create: no two events have the same slug.
eventSchema.index({ slug: 1 }, { unique: true });
// EventsRepository.list: everything that is to come, in order.
eventSchema.index({ start_at_utc: 1, _id: 1 });
// EventsRepository.list with org_id, and the branches for the organizations that someone belongs to.
eventSchema.index({ org_id: 1, start_at_utc: 1, _id: 1 });
// EventsRepository.list with type.
eventSchema.index({ type: 1, start_at_utc: 1, _id: 1 });
// EventsRepository.listDirty: events whose mirrors may lag behind; few at any time.
eventSchema.index({ mirror_dirty: 1 }, { partialFilterExpression: { mirror_dirty: true } });
// EventSeatsRepository.listUnsettled: the few events with decisions under way, by the oldest of them.
eventSchema.index({ 'decisions.0.at': 1 }, { sparse: true });
// EventSeatsRepository.listWaiting: open events with people waiting. Not on their number: a crowd would rewrite it each time.
eventSchema.index({ state: 1 }, { partialFilterExpression: { 'seats.waitlist': { $gt: 0 } } });
