import type { EDITABLE_FIELDS, Event } from './event.js';

/** A role as an organizer writes it. */
export interface RoleInput {
  /** An existing role of the event, in an edit. Without it, the role of the same name is meant. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly capacity: number;
  readonly description?: string | null | undefined;
  readonly emoji?: string | null | undefined;
}

/** A ship as an organizer writes it. */
export interface ShipInput {
  /** An existing ship of the event, in an edit. Without it, the next one of the same model is meant. */
  readonly id?: string | undefined;
  readonly ship_model: string;
  readonly required_crew: number;
  readonly notes?: string | null | undefined;
}

type EditableField = (typeof EDITABLE_FIELDS)[number];

/** What an organizer can change of an event. `undefined` leaves a field as it is, `null` empties it. */
export type EventChanges = {
  readonly [Field in Exclude<EditableField, 'roles' | 'fleet_ships'>]?: Event[Field] | undefined;
} & {
  /** All the roles: one that is missing is removed. */
  readonly roles?: readonly RoleInput[] | undefined;
  /** All the ships: one that is missing is removed. */
  readonly fleet_ships?: readonly ShipInput[] | undefined;
};

/** A new event, as an organizer writes it. */
export type NewEvent = EventChanges &
  Pick<Event, 'org_id' | 'title' | 'description' | 'type' | 'start_at_utc' | 'duration_minutes'> & {
    readonly state?: 'draft' | 'published' | undefined;
  };
