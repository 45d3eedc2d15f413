import { expect, it } from 'vitest';
import { KNOWN_SHIPS } from './known-ships.js';
import { crewOf, findShips } from './ships.js';

const own = [
  { maker: null, name: 'Hull C', crew: 6 },
  { maker: 'Us', name: 'Cutter of Dreams', crew: 2 },
];

it('knows a hundred ships and more, each once, with a crew', () => {
  expect(KNOWN_SHIPS.length).toBeGreaterThan(100);
  expect(new Set(KNOWN_SHIPS.map(({ name }) => name)).size).toBe(KNOWN_SHIPS.length);
  expect(KNOWN_SHIPS.filter(({ crew }) => crew < 1 || crew > 50)).toEqual([]);
});

it('finds ships by maker and name, those that begin so first, an organization’s own before the others', () => {
  expect(findShips('CUT', own, 3).map(({ name }) => name)).toEqual([
    'Cutter of Dreams',
    'Cutlass Black',
    'Cutlass Blue',
  ]);
  expect(findShips('drake cut', [], 25).map(({ name }) => name)).toContain('Cutter');
  expect(findShips('hull c', own, 5)).toEqual([own[0]]);
  expect(findShips('no such ship', own, 5)).toEqual([]);
});

it('says the crew, as the organization says it first', () => {
  expect([crewOf('hull c', own), crewOf('Hull C', []), crewOf('Rocinante', own)]).toEqual([6, 4, null]);
});
