import { pick } from '../common/pick.js';
import {
  EDITABLE_FIELDS,
  type Event,
  EXTRA_ANSWERS,
  type ExtraAnswer,
  type FleetShip,
} from '../features/events/rules/event.js';
import type { EventChanges } from '../features/events/rules/input.js';
import type { Template } from '../features/templates/rules/template.js';
import type { NewTemplate } from '../features/templates/templates.service.js';
import type { FleetShipDto, NewRoleDto } from './event-parts.dto.js';
import type { EditEventDto, EventView } from './events.dto.js';
import type { CreateTemplateDto, TemplateEventDto, UpdateTemplateDto } from './templates.dto.js';

/** From the wire to the use case: what may be left out of a ship becomes `null`. */
export function toEventInput<Body extends Pick<EditEventDto, 'fleet_ships'>>(
  body: Body,
): Omit<Body, 'fleet_ships'> & Pick<EventChanges, 'fleet_ships'> {
  const { fleet_ships, ...fields } = body;
  return { ...fields, fleet_ships: toShips(fleet_ships) };
}

/** As `toEventInput`, for a template. */
export function toTemplateFields<Body extends CreateTemplateDto | UpdateTemplateDto | TemplateEventDto>(
  body: Body,
): Omit<Body, 'fleet_ships' | 'roles'> & Pick<NewTemplate, 'fleet_ships' | 'roles'> {
  const { fleet_ships, roles, ...fields } = body;
  return { ...fields, fleet_ships: toShips(fleet_ships), roles: roles?.map(toTemplateRole) };
}

function toTemplateRole({ name, capacity, description, emoji }: NewRoleDto): Template['roles'][number] {
  return { name, capacity, description: description ?? null, emoji: emoji ?? null };
}

function toShips<Body extends FleetShipDto>(
  ships: readonly Body[] | undefined,
): (Omit<Body, 'notes'> & Pick<FleetShip, 'notes'>)[] | undefined {
  return ships?.map(({ notes, ...ship }) => ({ ...ship, notes: notes ?? null }));
}

/** What REST shows of an event as it is. */
const VIEWED = [
  ...EDITABLE_FIELDS,
  ...([
    'id',
    'org_id',
    'slug',
    'state',
    'cancel_reason',
    'series_id',
    'occurrence_on',
    'created_by',
    'created_at',
    'updated_at',
  ] as const),
] as const;

/** An event with its counters flattened, and nothing of what VerseLink keeps for itself. */
export function toEventView(event: Event): EventView {
  const { seats, edition } = event;
  return {
    ...pick(event, VIEWED),
    roles: event.roles.map((role) => ({
      ...role,
      confirmed_count: seats.by_role[role.id]?.confirmed ?? 0,
      waitlist_count: seats.by_role[role.id]?.waitlist ?? 0,
      offered_count: seats.by_role[role.id]?.offered ?? 0,
    })),
    revision: edition,
    confirmed_count: seats.confirmed,
    waitlist_count: seats.waitlist,
    offered_count: seats.offered,
    pending_count: seats.pending,
    ...answerCounts(event),
    checkin_count: seats.checked_in,
  };
}

function answerCounts({ seats }: Pick<Event, 'seats'>): Record<`${ExtraAnswer}_count`, number> {
  const counts = EXTRA_ANSWERS.map((answer) => [`${answer}_count`, seats[answer]]);
  return Object.fromEntries(counts) as Record<`${ExtraAnswer}_count`, number>;
}
