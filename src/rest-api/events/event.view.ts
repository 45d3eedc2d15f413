import { Type } from 'class-transformer';
import { IsArray, IsDate, IsIn, IsInt, IsString, IsUUID, ValidateNested } from 'class-validator';
import {
  EVENT_STATES,
  EVENT_TYPES,
  type Event,
  type EventRole,
  type EventState,
  type EventType,
  type FleetShip,
} from '../../features/events/rules/event.js';
import { VISIBILITIES, type Visibility } from '../../features/organizations/rules/organization.js';
import { EVENT_LIMITS as LIMITS } from '../../features/events/rules/limits.js';
import { Nullable, Snowflakes } from '../validation/decorators.js';

/** A role of an event, with its seats. */
export class EventRoleView implements EventRole {
  @IsUUID() readonly id: string;
  @IsString() readonly name: string;
  @IsInt() readonly capacity: number;
  @Nullable() @IsString() readonly description: string | null;
  @Nullable() @IsString() readonly emoji: string | null;
  @IsInt() readonly confirmed_count: number;
  @IsInt() readonly waitlist_count: number;
}

/** A ship of an event's fleet. */
export class FleetShipView implements FleetShip {
  @IsString() readonly ship_model: string;
  @IsInt() readonly required_crew: number;
  @Nullable() @IsString() readonly notes: string | null;
}

/** An event, as REST shows it. */
export class EventView implements Omit<Event, 'seats' | 'edition' | 'shown'> {
  @IsUUID() readonly id: string;
  @IsUUID() readonly org_id: string;
  @IsString() readonly slug: string;
  @IsString() readonly title: string;
  @IsString() readonly description: string;
  @IsIn(EVENT_TYPES) readonly type: EventType;
  @IsIn(EVENT_STATES) readonly state: EventState;
  @IsIn(VISIBILITIES) readonly visibility: Visibility;
  @IsDate() readonly start_at_utc: Date;
  @IsInt() readonly duration_minutes: number;
  @Nullable() @IsString() readonly location: string | null;
  @Nullable() @IsInt() readonly max_participants: number | null;
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => EventRoleView)
  readonly roles: readonly EventRoleView[];
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FleetShipView)
  readonly fleet_ships: readonly FleetShipView[];
  @Nullable() @IsString() readonly banner_url: string | null;
  /** Discord roles whose holders may sign up beside the organization's members. */
  @Snowflakes(LIMITS.signup_roles.max) readonly signup_role_ids: readonly string[];
  /** Why the event was cancelled, in the organizer's words. */
  @Nullable() @IsString() readonly cancel_reason: string | null;
  /** Raised by each change of fields or state, not by signups. */
  @IsInt() readonly revision: number;
  @IsInt() readonly confirmed_count: number;
  @IsInt() readonly waitlist_count: number;
  /** Those of the confirmed who are there. */
  @IsInt() readonly checkin_count: number;
  @IsUUID() readonly created_by: string;
  @IsDate() readonly created_at: Date;
  @IsDate() readonly updated_at: Date;
}

/** An event with its counters flattened, and nothing of what VerseLink keeps for itself. */
export function toEventView(event: Event): EventView {
  const { seats } = event;
  return {
    id: event.id,
    org_id: event.org_id,
    slug: event.slug,
    title: event.title,
    description: event.description,
    type: event.type,
    state: event.state,
    visibility: event.visibility,
    start_at_utc: event.start_at_utc,
    duration_minutes: event.duration_minutes,
    location: event.location,
    max_participants: event.max_participants,
    roles: event.roles.map(({ id, name, capacity, description, emoji }) => ({
      id,
      name,
      capacity,
      description,
      emoji,
      confirmed_count: seats.by_role[id]?.confirmed ?? 0,
      waitlist_count: seats.by_role[id]?.waitlist ?? 0,
    })),
    fleet_ships: event.fleet_ships.map(({ ship_model, required_crew, notes }) => ({
      ship_model,
      required_crew,
      notes,
    })),
    banner_url: event.banner_url,
    signup_role_ids: event.signup_role_ids,
    cancel_reason: event.cancel_reason,
    revision: event.edition,
    confirmed_count: seats.confirmed,
    waitlist_count: seats.waitlist,
    checkin_count: seats.checked_in,
    created_by: event.created_by,
    created_at: event.created_at,
    updated_at: event.updated_at,
  };
}
