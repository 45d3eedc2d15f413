import { ApiProperty } from '@nestjs/swagger';
import type {
  Event,
  EventRole,
  EventState,
  EventType,
  FleetShip,
} from '../../features/events/rules/event.js';
import type { Visibility } from '../../features/organizations/rules/organization.js';
import { DiscordIds, Integer, Uuid } from '../openapi/formats.js';

/** A role of an event, with its seats. */
export class EventRoleView implements EventRole {
  @Uuid() readonly id: string;
  readonly name: string;
  @Integer() readonly capacity: number;
  readonly description: string | null;
  readonly emoji: string | null;
  @Integer() readonly confirmed_count: number;
  @Integer() readonly waitlist_count: number;
}

/** A ship of an event's fleet. */
export class FleetShipView implements FleetShip {
  readonly ship_model: string;
  @Integer() readonly required_crew: number;
  readonly notes: string | null;
}

/** An event, as REST shows it. */
export class EventView implements Omit<Event, 'seats' | 'edition' | 'shown'> {
  @Uuid() readonly id: string;
  @Uuid() readonly org_id: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly type: EventType;
  readonly state: EventState;
  readonly visibility: Visibility;
  readonly start_at_utc: Date;
  @Integer() readonly duration_minutes: number;
  readonly location: string | null;
  @Integer() readonly max_participants: number | null;
  @ApiProperty({ type: [EventRoleView] }) readonly roles: readonly EventRoleView[];
  @ApiProperty({ type: [FleetShipView] }) readonly fleet_ships: readonly FleetShipView[];
  readonly banner_url: string | null;
  /** Discord roles whose holders may sign up beside the organization's members. */
  @DiscordIds() readonly signup_role_ids: readonly string[];
  /** Why the event was cancelled, in the organizer's words. */
  readonly cancel_reason: string | null;
  /** Raised by each change of fields or state, not by signups. */
  @Integer() readonly revision: number;
  @Integer() readonly confirmed_count: number;
  @Integer() readonly waitlist_count: number;
  /** Those of the confirmed who are there. */
  @Integer() readonly checkin_count: number;
  @Uuid() readonly created_by: string;
  readonly created_at: Date;
  readonly updated_at: Date;
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
