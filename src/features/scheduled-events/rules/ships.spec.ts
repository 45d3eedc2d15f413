import { expect, it } from 'vitest';
import { anEvent } from '../../../../test/factories/event.js';
import { textsIn } from '../../../languages/languages.js';
import { fleetPage, parseShipChoice, shipMenu } from './ships.js';

const texts = textsIn('fr').signupMessage;

it('every ship of the largest fleet is offered once, in the menu of the message or in its pages', () => {
  const fleet = Array.from({ length: 100 }, (_, n) => ({
    ...{ id: `ship-${n}`, ship_model: `Ship ${n}`, notes: null },
    required_crew: n % 7 === 0 ? 1 : 4,
  }));
  const event = anEvent({ fleet_ships: fleet });
  const menu = shipMenu(event, [], false, texts);
  const more = menu?.options.find(({ value }) => parseShipChoice(value) === 'more');
  expect(more?.description).toBe('89 autres vaisseaux');

  const { pages } = fleetPage(event, [], 0, texts);
  const parts = Array.from({ length: pages }, (_, page) => fleetPage(event, [], page, texts).menus);
  expect(Math.max(...parts.map((menus) => menus.length))).toBe(4);
  const menus = [menu, ...parts.flat()].map((one) => one?.options ?? []);
  expect(Math.max(...menus.map((options) => options.length))).toBeLessThanOrEqual(25);
  const posts = menus.flat().filter(({ value }) => value.includes('/'));
  expect(posts.map(({ value }) => value)).toEqual(
    fleet.flatMap(({ id, required_crew: crew }) => [`${id}/captain`, ...(crew > 1 ? [`${id}/crew`] : [])]),
  );
  expect(fleetPage(event, [], 99, texts).page).toBe(pages - 1);
});

it('a fleet that the menu holds has no pages', () => {
  const fleet = Array.from({ length: 11 }, (_, n) => ({
    ...{ id: `ship-${n}`, ship_model: `Ship ${n}`, notes: null },
    required_crew: 2,
  }));
  const values = shipMenu(anEvent({ fleet_ships: fleet }), [], false, texts)?.options.map(
    ({ value }) => value,
  );
  expect(values).toHaveLength(24);
  expect(values).not.toContain('more');
});
