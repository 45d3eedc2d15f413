import { conflict, invalid, type FieldError } from '../../../common/errors.js';
import type { BoardCommand, Outcome } from './commands.js';
import type { EventDraft, PlacedEntry } from './draft.js';
import { chosen, requireAnswered } from './entries.js';
import type { FleetShip } from './event.js';
import type { ShipInput } from './input.js';
import { notConfirmed, requireOpen, requireUnlocked } from './refusals.js';
import { holdsSeat, type RosterEntry, type ShipPost } from './roster.js';

/** Somebody aboard a ship, as far as it matters there. */
type Aboard = Pick<RosterEntry, 'ship_id' | 'ship_post'>;

/** How many seats of a post a ship has: one for the captain, the others for the crew. */
export function seatsFor({ required_crew }: Pick<FleetShip, 'required_crew'>, post: ShipPost): number {
  return post === 'captain' ? 1 : required_crew - 1;
}

/** Who holds a post on a ship. */
export function holdersOf<Person extends Aboard>(
  people: readonly Person[],
  ship: Pick<FleetShip, 'id'>,
  post: ShipPost,
): Person[] {
  return people.filter(({ ship_id, ship_post }) => ship_id === ship.id && ship_post === post);
}

/**
 * Somebody who has a seat in the event boards a ship, moves to another one or another post, or leaves it. Staff may do it for them.
 * @throws conflict `not_confirmed`, `ship_full`, `signups_locked`; invalid for a ship that is not the event's
 */
export function board(draft: EventDraft, command: BoardCommand, found: PlacedEntry | null): Outcome {
  requireOpen(draft.event);
  const { place, entry } = requireAnswered(found);
  if (!holdsSeat(entry.status)) throw notConfirmed();
  if (command.by_staff !== true) requireUnlocked(draft.event, draft.now, { seeksSeat: false });
  const wanted = postOf(draft, command, entry);
  const { ship_id: shipId = null, ship_post: shipPost = null } = entry;
  if (wanted.ship_id === shipId && wanted.ship_post === shipPost) return { done: 'already', place };
  draft.change(place, { ...wanted, ...chosen(entry) }, 'boarded', command.id);
  return { done: 'boarded', place };
}

/** The post that somebody gets; without a wish one of the crew's, or else the captain's. */
function postOf(
  draft: EventDraft,
  { ship_id: shipId, post }: BoardCommand,
  entry: RosterEntry,
): Required<Aboard> {
  if (shipId === null) return { ship_id: null, ship_post: null };
  const ship = draft.event.fleet_ships.find(({ id }) => id === shipId);
  if (ship === undefined) throw invalid([{ field: 'ship_id', message: 'is not a ship of this event' }]);
  const stays = entry.ship_id === shipId && (post === undefined || post === entry.ship_post);
  if (stays) return { ship_id: shipId, ship_post: entry.ship_post ?? null };
  const others = draft.entries.filter(({ id }) => id !== entry.id);
  const isFree = (wanted: ShipPost): boolean =>
    holdersOf(others, ship, wanted).length < seatsFor(ship, wanted);
  const free = (post === undefined ? (['crew', 'captain'] as const) : [post]).find(isFree);
  if (free === undefined) throw shipFull();
  return { ship_id: shipId, ship_post: free };
}

function shipFull(): Error {
  return conflict('ship_full', 'This post on the ship is taken.');
}

/**
 * The fleet after an edit. A ship keeps its id, and with it those aboard, when it is named by id, or by its model in the order of the fleet.
 * @throws invalid for an id that is not one of the event's, or stands twice
 */
export function shipsOf(
  wanted: readonly ShipInput[],
  existing: readonly FleetShip[],
  newShipId: () => string,
): FleetShip[] {
  const errors = wanted.flatMap(({ id }, index): FieldError[] => {
    if (id === undefined) return [];
    const field = `fleet_ships.${String(index)}.id`;
    if (!existing.some((ship) => ship.id === id)) return [{ field, message: 'is not a ship of this event' }];
    const isFirst = wanted.findIndex((ship) => ship.id === id) === index;
    return isFirst ? [] : [{ field, message: 'must be unique within the event' }];
  });
  if (errors.length > 0) throw invalid(errors);
  const claimed = new Set(wanted.flatMap(({ id }) => id ?? []));
  return wanted.map(({ id, ship_model, required_crew, notes = null }) => {
    const same = existing.find((ship) => ship.ship_model === ship_model && !claimed.has(ship.id));
    const shipId = id ?? same?.id ?? newShipId();
    claimed.add(shipId);
    return { id: shipId, ship_model, required_crew, notes };
  });
}

/** No one is put ashore by an edit. @throws conflict `ship_in_use` */
export function requireCrews(
  before: readonly FleetShip[],
  after: readonly FleetShip[],
  roster: readonly RosterEntry[],
): void {
  for (const { id, ship_model } of before) {
    const kept = after.find((ship) => ship.id === id);
    const isLess = (['captain', 'crew'] as const).some(
      (post) => holdersOf(roster, { id }, post).length > (kept === undefined ? 0 : seatsFor(kept, post)),
    );
    if (isLess) throw conflict('ship_in_use', `More people are aboard the ship "${ship_model}" than that.`);
  }
}
