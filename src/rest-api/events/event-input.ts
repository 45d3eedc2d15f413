import type { EventChanges, NewEvent } from '../../features/events/rules/input.js';
import type { CreateEventDto } from './create-event.dto.js';
import type { EditEventDto } from './edit-event.dto.js';
import type { FleetShipDto } from './event-parts.dto.js';

/** From the wire to the use case: texts become moments, and what may be left out of a ship becomes `null`. */
export function toNewEvent(body: CreateEventDto): NewEvent {
  const { start_at_utc, fleet_ships, ...fields } = body;
  return { ...fields, start_at_utc: new Date(start_at_utc), fleet_ships: toShips(fleet_ships) };
}

/** As `toNewEvent`, for an edit. */
export function toEventChanges(body: EditEventDto): EventChanges {
  const { start_at_utc, fleet_ships, ...fields } = body;
  const start = start_at_utc === undefined ? undefined : new Date(start_at_utc);
  return { ...fields, start_at_utc: start, fleet_ships: toShips(fleet_ships) };
}

function toShips(ships: readonly FleetShipDto[] | undefined): EventChanges['fleet_ships'] {
  return ships?.map(({ ship_model, required_crew, notes }) => ({
    ship_model,
    required_crew,
    notes: notes ?? null,
  }));
}
