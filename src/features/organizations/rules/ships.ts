import { foldText } from '../../../common/text.js';
import { KNOWN_SHIPS, type Ship } from './known-ships.js';

/** What an organization may add of ships of its own. */
export const OWN_SHIPS = { max: 100, name: { min: 1, max: 100 }, crew: { min: 1, max: 50 } } as const;

/**
 * Ships whose maker and name contain what is typed, whatever its case, accents and spaces: those whose name begins with it
 * first, an organization's own before the others.
 */
export function findShips(typed: string, own: readonly Ship[], limit: number): Ship[] {
  const wanted = foldText(typed);
  const known = KNOWN_SHIPS.filter(({ name }) => !own.some((ship) => foldText(ship.name) === foldText(name)));
  const found = [...own, ...known].filter(({ maker, name }) =>
    foldText(`${maker ?? ''} ${name}`).includes(wanted),
  );
  const begins = ({ name }: Ship): boolean => foldText(name).startsWith(wanted);
  return [...found.filter(begins), ...found.filter((ship) => !begins(ship))].slice(0, limit);
}

/** How many it takes to crew the ship of this name; `null` where no one knows. */
export function crewOf(named: string, own: readonly Ship[]): number | null {
  const name = foldText(named);
  return [...own, ...KNOWN_SHIPS].find((ship) => foldText(ship.name) === name)?.crew ?? null;
}
