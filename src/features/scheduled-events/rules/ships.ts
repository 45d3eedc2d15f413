import { escapeMarkup } from '../../../common/discord-text.js';
import { truncate } from '../../../common/text.js';
import type { Texts } from '../../../languages/texts.js';
import type { Event, FleetShip } from '../../events/rules/event.js';
import { holdsSeat, type RosterEntry, SHIP_POSTS, type ShipPost } from '../../events/rules/roster.js';
import { holdersOf, seatsFor } from '../../events/rules/ships.js';
import { isClosed } from '../../events/rules/transitions.js';
import type { SignupRow } from '../../events/rules/signup-row.js';
import { nameOn } from './people.js';
import type { RoleMenu } from './role-menus.js';

/** What a member chooses in a menu of ships: a post aboard one, to leave theirs, to bring their own, or to see the rest of the fleet. */
export type ShipChoice =
  { readonly ship_id: string; readonly post: ShipPost } | { readonly ship_id: null } | 'own' | 'more';

/** Somebody aboard, or not, as far as menus show it. */
type Aboard = Pick<RosterEntry, 'status' | 'ship_id' | 'ship_post'>;

const ASHORE = 'ashore';
const OWN = 'own';
const MORE = 'more';
/** A menu has 25 options; each ship has two, and three are no ship's in the message. */
const SHIPS_IN_MENU = 11;
/** The rest of a large fleet comes in pages, of as many menus as leave room for the buttons that turn them. */
const SHIPS_IN_PART = 12;
const PARTS_OF_PAGE = 4;
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

/** The menu in which members board a ship; none for an event without ships. The first of a large fleet are in it, and the way to the others. */
export function shipMenu(
  { fleet_ships: fleet }: Pick<Event, 'fleet_ships'>,
  people: readonly Aboard[],
  disabled: boolean,
  texts: Texts['signupMessage'],
): RoleMenu | null {
  if (fleet.length === 0) return null;
  const left = fleet.length - SHIPS_IN_MENU;
  const others = [
    ...(left > 0
      ? [{ value: MORE, label: texts.moreShips, description: texts.moreShipsHint(left), emoji: null }]
      : []),
    { value: OWN, label: texts.bringOwn, description: texts.bringOwnHint, emoji: '🚀' },
    { value: ASHORE, label: texts.leaveShip, description: texts.leaveShipHint, emoji: null },
  ];
  const options = [...optionsOf(fleet.slice(0, SHIPS_IN_MENU), people, texts), ...others];
  return { placeholder: texts.chooseShip, disabled, max: 1, options };
}

/** A page of the ships that the menu of the message leaves out. */
export interface FleetPage {
  readonly menus: readonly RoleMenu[];
  /** Counted from 0. */
  readonly page: number;
  readonly pages: number;
}

/** @param page from 0; the last one when there are not so many */
export function fleetPage(
  { fleet_ships: fleet }: Pick<Event, 'fleet_ships'>,
  people: readonly Aboard[],
  page: number,
  texts: Texts['signupMessage'],
): FleetPage {
  const parts = Math.ceil(Math.max(0, fleet.length - SHIPS_IN_MENU) / SHIPS_IN_PART);
  const starts = Array.from({ length: parts }, (_, part) => SHIPS_IN_MENU + part * SHIPS_IN_PART);
  const pages = Math.max(1, Math.ceil(parts / PARTS_OF_PAGE));
  const shown = Math.min(page, pages - 1);
  const menus = starts.slice(shown * PARTS_OF_PAGE, (shown + 1) * PARTS_OF_PAGE).map((from) => {
    const ships = fleet.slice(from, from + SHIPS_IN_PART);
    const placeholder = texts.chooseShipOf(from + 1, from + ships.length);
    return { placeholder, disabled: false, max: 1, options: optionsOf(ships, people, texts) };
  });
  return { menus, page: shown, pages };
}

function optionsOf(
  ships: readonly FleetShip[],
  people: readonly Aboard[],
  texts: Texts['signupMessage'],
): RoleMenu['options'] {
  const seated = people.filter(({ status }) => holdsSeat(status));
  return ships.flatMap((ship) =>
    SHIP_POSTS.filter((post) => seatsFor(ship, post) > 0).map((post) => ({
      value: `${ship.id}/${post}`,
      label: truncate(`${ship.ship_model} · ${texts.posts[post]}`, OPTION_TEXT),
      description: texts.seats(holdersOf(seated, ship, post).length, seatsFor(ship, post)),
      emoji: post === 'captain' ? '🧑‍✈️' : null,
    })),
  );
}

/** What a value of the menu means; `null` for one that is none. */
export function parseShipChoice(value: string): ShipChoice | null {
  if (value === OWN || value === MORE) return value;
  if (value === ASHORE) return { ship_id: null };
  const [shipId, chosen, ...rest] = value.split('/');
  const post = SHIP_POSTS.find((known) => known === chosen);
  return shipId === undefined || post === undefined || rest.length > 0 ? null : { ship_id: shipId, post };
}
