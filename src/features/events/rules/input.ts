import type { Visibility } from '../../organizations/rules/organization.js';
import type { EventType, FleetShip } from './event.js';

/** A role as an organizer writes it. */
export interface RoleInput {
  /** An existing role of the event, in an edit. Without it, the role of the same name is meant. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly capacity: number;
  readonly description?: string | null | undefined;
  readonly emoji?: string | null | undefined;
}

/** What an organizer can change of an event. `undefined` leaves a field as it is, `null` empties it. */
export interface EventChanges {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly type?: EventType | undefined;
  readonly start_at_utc?: Date | undefined;
  readonly duration_minutes?: number | undefined;
  readonly location?: string | null | undefined;
  readonly visibility?: Visibility | undefined;
  readonly max_participants?: number | null | undefined;
  /** All the roles: one that is missing is removed. */
  readonly roles?: readonly RoleInput[] | undefined;
  readonly fleet_ships?: readonly FleetShip[] | undefined;
  readonly banner_url?: string | null | undefined;
  /** Discord roles whose holders may sign up beside members; none: members alone where the event is private, else everybody. */
  readonly signup_role_ids?: readonly string[] | undefined;
  /** Whether only the choice of a role takes a seat. */
  readonly role_required?: boolean | undefined;
  /** Members of the organization who may change the event too. */
  readonly co_organizer_ids?: readonly string[] | undefined;
}

/** A new event, as an organizer writes it. */
export interface NewEvent extends EventChanges {
  readonly org_id: string;
  readonly title: string;
  readonly description: string;
  readonly type: EventType;
  readonly start_at_utc: Date;
  readonly duration_minutes: number;
  readonly state?: 'draft' | 'published' | undefined;
}
