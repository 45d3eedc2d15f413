import { escapeMarkup } from '../../../common/discord-text.js';
import { truncate } from '../../../common/text.js';
import type { Texts } from '../../../languages/texts.js';
import type { Event, FleetShip } from '../../events/rules/event.js';
import { holdsSeat, SHIP_POSTS, type ShipPost } from '../../events/rules/roster.js';
import { holdersOf, seatsFor } from '../../events/rules/ships.js';
import { isClosed } from '../../events/rules/transitions.js';
import type { SignupRow } from '../../events/rules/signup-row.js';
import { nameOn } from './people.js';
import type { RoleMenu } from './role-menus.js';

/** What a member chooses in the menu of ships: a post aboard one, to leave theirs, or to bring their own. */
export type ShipChoice =
  { readonly ship_id: string; readonly post: ShipPost } | { readonly ship_id: null } | 'own';

const ASHORE = 'ashore';
const OWN = 'own';
/** A menu has 25 options; two are no ship's, and each ship has two. */
const SHIPS_IN_MENU = 11;
const OPTION_TEXT = 100;
/** So many of a crew are named; a ship's line stays a line. */
const NAMED = 6;

/** The lines that say who flies what and, until the event is over, which crew is missing; then what members bring themselves. */
export function shipLines(
  event: Pick<Event, 'fleet_ships' | 'state'>,
  signups: readonly SignupRow[],
  guildId: string | null,
  texts: Texts['signupMessage'],
): string[] {
  const seated = signups.filter(({ status }) => holdsSeat(status));
  const isOver = isClosed(event.state);
  const brought = seated.flatMap(({ ship_model: model, ...person }) =>
    model === null ? [] : [texts.ownShipOf(escapeMarkup(model), nameOn(guildId, person))],
  );
  const lines = event.fleet_ships.map((ship) =>
    [...aboard(ship, seated, guildId), ...(isOver ? [] : missing(ship, seated, texts))].join(' · '),
  );
  return [...lines, ...brought];
}

/** A ship, and who is aboard it. */
function aboard(ship: FleetShip, seated: readonly SignupRow[], guildId: string | null): string[] {
  const captains = holdersOf(seated, ship, 'captain');
  const crew = holdersOf(seated, ship, 'crew');
  return [
    `**${escapeMarkup(ship.ship_model)}** (${captains.length + crew.length}/${ship.required_crew})`,
    ...captains.map((captain) => `🧑‍✈️ ${nameOn(guildId, captain)}`),
    ...crew.slice(0, NAMED).map((person) => nameOn(guildId, person)),
    ...(crew.length > NAMED ? [`+${crew.length - NAMED}`] : []),
  ];
}

/** Whom a ship still needs. */
function missing(ship: FleetShip, seated: readonly SignupRow[], texts: Texts['signupMessage']): string[] {
  const captains = holdersOf(seated, ship, 'captain').length;
  const crew = seatsFor(ship, 'crew') - holdersOf(seated, ship, 'crew').length;
  return [...(captains === 0 ? [texts.captainMissing] : []), ...(crew > 0 ? [texts.crewMissing(crew)] : [])];
}

/** The menu in which members board a ship; none for an event without ships. The first of a large fleet are in it. */
export function shipMenu(
  event: Pick<Event, 'fleet_ships'>,
  signups: readonly SignupRow[],
  disabled: boolean,
  texts: Texts['signupMessage'],
): RoleMenu | null {
  const ships = event.fleet_ships.slice(0, SHIPS_IN_MENU);
  if (ships.length === 0) return null;
  const seated = signups.filter(({ status }) => holdsSeat(status));
  const options = ships.flatMap((ship) =>
    SHIP_POSTS.filter((post) => seatsFor(ship, post) > 0).map((post) => ({
      value: `${ship.id}/${post}`,
      label: truncate(`${ship.ship_model} · ${texts.posts[post]}`, OPTION_TEXT),
      description: texts.seats(holdersOf(seated, ship, post).length, seatsFor(ship, post)),
      emoji: post === 'captain' ? '🧑‍✈️' : null,
    })),
  );
  const others = [
    { value: OWN, label: texts.bringOwn, description: texts.bringOwnHint, emoji: '🚀' },
    { value: ASHORE, label: texts.leaveShip, description: texts.leaveShipHint, emoji: null },
  ];
  return { placeholder: texts.chooseShip, disabled, max: 1, options: [...options, ...others] };
}

/** What a value of the menu means; `null` for one that is none. */
export function parseShipChoice(value: string): ShipChoice | null {
  if (value === OWN) return OWN;
  if (value === ASHORE) return { ship_id: null };
  const [shipId, chosen, ...rest] = value.split('/');
  const post = SHIP_POSTS.find((known) => known === chosen);
  return shipId === undefined || post === undefined || rest.length > 0 ? null : { ship_id: shipId, post };
}
