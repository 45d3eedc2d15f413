import type { Event } from '../features/events/rules/event.js';
import type { EventChanges } from '../features/events/rules/input.js';
import type { Template, UnfinishedEvent } from '../features/templates/rules/template.js';
import type { NewTemplate } from '../features/templates/templates.service.js';
import type { CreateEventDto, EditEventDto, EventView, FleetShipDto, NewRoleDto } from './events.dto.js';
import type { CreateTemplateDto, UpdateTemplateDto } from './templates.dto.js';

/** From the wire to the use case: texts become moments, and what may be left out of a ship becomes `null`. */
export function toNewEvent(body: Omit<CreateEventDto, 'template_id'>): UnfinishedEvent {
  const { start_at_utc, fleet_ships, ...fields } = body;
  return { ...fields, start_at_utc: new Date(start_at_utc), fleet_ships: toShips(fleet_ships) };
}

/** As `toNewEvent`, for an edit. */
export function toEventChanges(body: EditEventDto): EventChanges {
  const { start_at_utc, fleet_ships, ...fields } = body;
  const start = start_at_utc === undefined ? undefined : new Date(start_at_utc);
  return { ...fields, start_at_utc: start, fleet_ships: toShips(fleet_ships) };
}

/** As `toNewEvent`, for a template. */
export function toTemplateFields<Body extends CreateTemplateDto | UpdateTemplateDto>(
  body: Body,
): Omit<Body, 'fleet_ships' | 'roles'> & Pick<NewTemplate, 'fleet_ships' | 'roles'> {
  const { fleet_ships, roles, ...fields } = body;
  return { ...fields, fleet_ships: toShips(fleet_ships), roles: roles?.map(toTemplateRole) };
}

function toTemplateRole({ name, capacity, description, emoji }: NewRoleDto): Template['roles'][number] {
  return { name, capacity, description: description ?? null, emoji: emoji ?? null };
}

function toShips(ships: readonly FleetShipDto[] | undefined): EventChanges['fleet_ships'] {
  return ships?.map(({ ship_model, required_crew, notes }) => ({
    ship_model,
    required_crew,
    notes: notes ?? null,
  }));
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
    co_organizer_ids: event.co_organizer_ids ?? [],
    role_required: event.role_required ?? false,
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
