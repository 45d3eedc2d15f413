import { Schema } from 'mongoose';
import { v5 as uuidv5 } from 'uuid';
import { withId } from '../../infra/with-id.js';
import { VISIBILITIES } from '../organizations/rules/organization.js';
import {
  EVENT_STATES,
  EVENT_TYPES,
  type EventRole,
  EXTRA_ANSWERS,
  type FleetShip,
  INITIAL_FIELDS,
  OPTIONAL_FIELDS,
} from './rules/event.js';
import type { EventChange, EventWithRoster } from './rules/event-record.js';
import {
  NO_ANSWERS,
  NO_SEATS,
  SHIP_POSTS,
  SIGNUP_SOURCES,
  SIGNUP_STATUSES,
  type RosterEntry,
} from './rules/roster.js';

/** An event as MongoDB keeps it: fields, counters and roster in one document (docs/architecture.md, "The roster"). */
export interface EventDocument extends Omit<EventWithRoster, 'id'> {
  readonly _id: string;
  /** It is so long over that its roster says no more who was there. */
  readonly nameless?: boolean;
}

export const EVENT_MODEL = 'Event';

/** A document as the event that it is; one that was written before a field was there says what it is without. */
export function toEvent<T extends Pick<EventDocument, '_id' | 'seats' | 'fleet_ships'>>(
  document: T,
): Omit<T, '_id'> & { readonly id: string } {
  const { by_role: roles } = document.seats;
  const byRole = Object.fromEntries(
    Object.entries(roles).map(([id, count]) => [id, { ...NO_SEATS, ...count }]),
  );
  const seats: EventDocument['seats'] = { ...NO_SEATS, ...NO_ANSWERS, ...document.seats, by_role: byRole };
  const noted = { check_in_shown: false, signups_closed: false };
  const whole = { ...OPTIONAL_FIELDS, ...INITIAL_FIELDS, ...noted, ...document, seats };
  return withId({ ...whole, fleet_ships: withIds(whole) });
}

/** Ships from before they had an id of their own: always the same one for the same place in the fleet. */
function withIds({ _id, fleet_ships }: Pick<EventDocument, '_id' | 'fleet_ships'>): readonly FleetShip[] {
  if (fleet_ships.every((ship) => 'id' in ship)) return fleet_ships;
  return fleet_ships.map((ship, index) =>
    Object.assign({ id: uuidv5(`${_id}/${String(index)}`, uuidv5.URL) }, ship),
  );
}

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
    id: { type: String, required: true },
    ship_model: { type: String, required: true },
    required_crew: { type: Number, required: true },
    notes: { type: String, default: null },
  },
  { _id: false, id: false },
);

const changeSchema = new Schema<EventChange>(
  {
    id: { type: String, required: true },
    kind: { type: String, required: true },
    fields: { type: [String], default: undefined },
    rev: { type: Number, required: true },
    at: { type: Date, required: true },
  },
  { _id: false, id: false },
);

const entrySchema = new Schema<RosterEntry>(
  {
    id: { type: String, required: true },
    user_id: { type: String, required: true },
    status: { type: String, enum: SIGNUP_STATUSES, required: true },
    role_id: { type: String, default: null },
    order: { type: Number, required: true },
    notes: { type: String, default: null },
    ship_model: { type: String, default: null },
    ship_id: { type: String },
    ship_post: { type: String, enum: SHIP_POSTS },
    source: { type: String, enum: SIGNUP_SOURCES, required: true },
    role_ids: { type: [String], default: undefined },
    offer_expires_at: { type: Date },
    wants: { type: String, default: undefined },
    interested_on: { type: String },
    created_at: { type: Date, required: true },
    checked_in_at: { type: Date, default: null },
    rev: { type: Number, required: true },
    change: { type: String, required: true },
    change_rev: { type: Number, required: true },
    changed_at: { type: Date, required: true },
    commands: { type: [{ _id: false, id: String, result: String, by_staff: Boolean }], required: true },
  },
  { _id: false, id: false },
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
    signup_role_ids: { type: [String], required: true },
    members_only: { type: Boolean, required: true },
    co_organizer_ids: { type: [String], required: true },
    answers: { type: [String], enum: EXTRA_ANSWERS, required: true },
    signup_closes_at: { type: Date, default: null },
    locked: { type: Boolean, required: true },
    approval_required: { type: Boolean, required: true },
    offer_minutes: { type: Number, default: null },
    reminder_offsets_minutes: { type: [Number], default: null },
    role_required: { type: Boolean, required: true },
    check_in_shown: { type: Boolean, required: true },
    signups_closed: { type: Boolean, required: true },
    cancel_reason: { type: String, default: null },
    series_id: { type: String },
    occurrence_on: { type: String },
    calendar_key_version: { type: Number, required: true },
    revision: { type: Number, required: true },
    edition: { type: Number, required: true },
    shown: { type: Number, required: true },
    seats: { type: Schema.Types.Mixed, required: true },
    created_by: { type: String, required: true },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
    stamp: { type: String, required: true },
    due_at: { type: Date, default: null },
    next_order: { type: Number, required: true },
    changes: { type: [changeSchema], required: true },
    effects_revision: { type: Number, required: true },
    effects_due: { type: Boolean, required: true },
    roster: { type: [entrySchema], required: true },
    nameless: { type: Boolean },
  },
  { collection: 'events', versionKey: false, minimize: false },
);

// EventsRepository.create: no two events have the same slug.
eventSchema.index({ slug: 1 }, { unique: true });
// EventsRepository.create: no occurrence of a series has two events. listOccurrences, findOccurrence.
eventSchema.index(
  { series_id: 1, occurrence_on: 1 },
  { unique: true, partialFilterExpression: { series_id: { $gt: '' } } },
);
// EventsRepository.list: everything that is to come, in order.
eventSchema.index({ start_at_utc: 1, _id: 1 });
// EventsRepository.list with org_id, and the branches for the organizations that someone belongs to.
eventSchema.index({ org_id: 1, start_at_utc: 1, _id: 1 });
// EventsRepository.countMadeSince: how many an organization has made lately.
eventSchema.index({ org_id: 1, _id: 1 });
// EventsRepository.list with type.
eventSchema.index({ type: 1, start_at_utc: 1, _id: 1 });
// RosterRepository.listOwn: a member's events. The one multikey index: a second would cost a third of the writes.
eventSchema.index({ 'roster.user_id': 1, start_at_utc: 1 });
// RosterRepository.listOrganizedBy and what erases somebody. No answer of a member touches these.
eventSchema.index({ created_by: 1 });
eventSchema.index({ co_organizer_ids: 1 });
// RosterRepository.listDue: events that time changes; those that it never does are not in it.
eventSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $type: 'date' } } });
// EventsRepository.listEffectsDue: events whose effects lag behind; few at any time.
eventSchema.index({ effects_due: 1 }, { partialFilterExpression: { effects_due: true } });
