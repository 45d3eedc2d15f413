import { escapeMarkup } from '../../../common/discord-text.js';
import { truncate } from '../../../common/text.js';
import type { Texts } from '../../../languages/texts.js';
import type { Event, FleetShip } from '../../events/rules/event.js';
import { holdsSeat, SHIP_POSTS, type ShipPost } from '../../events/rules/roster.js';
import { holdersOf, seatsFor } from '../../events/rules/ships.js';
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

/** The lines that say who flies what and which crew is missing, then what members bring themselves. */
export function shipLines(
  event: Pick<Event, 'fleet_ships'>,
  signups: readonly SignupRow[],
  guildId: string | null,
  texts: Texts['signupMessage'],
): string[] {
  const seated = signups.filter(({ status }) => holdsSeat(status));
  const brought = seated.flatMap(({ ship_model: model, ...person }) =>
    model === null ? [] : [texts.ownShipOf(escapeMarkup(model), nameOn(guildId, person))],
  );
  return [...event.fleet_ships.map((ship) => shipLine(ship, seated, guildId, texts)), ...brought];
}

function shipLine(
  ship: FleetShip,
  seated: readonly SignupRow[],
  guildId: string | null,
  texts: Texts['signupMessage'],
): string {
  const [captains, crew] = SHIP_POSTS.map((post) => holdersOf(seated, ship, post)) as [
    SignupRow[],
    SignupRow[],
  ];
  const missing = seatsFor(ship, 'crew') - crew.length;
  return [
    `**${escapeMarkup(ship.ship_model)}** (${captains.length + crew.length}/${ship.required_crew})`,
    ...captains.map((captain) => `🧑‍✈️ ${nameOn(guildId, captain)}`),
    ...crew.slice(0, NAMED).map((person) => nameOn(guildId, person)),
    ...(crew.length > NAMED ? [`+${crew.length - NAMED}`] : []),
    ...(captains.length === 0 ? [texts.captainMissing] : []),
    ...(missing > 0 ? [texts.crewMissing(missing)] : []),
  ].join(' · ');
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
