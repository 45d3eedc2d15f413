import { describe, expect, it } from 'vitest';
import { readDuration, readRoles } from './words.js';

describe('readDuration', () => {
  it.each([
    ['90', 90],
    ['90 min', 90],
    ['2h', 120],
    ['2 h', 120],
    ['1h30', 90],
    ['1 h 30', 90],
    ['1:30', 90],
    ['1h30min', 90],
    ['2 hours', 120],
    ['2 heures', 120],
    ['10', null],
    ['25h', null],
    ['long', null],
    ['', null],
  ])('reads "%s" as %s', (text, minutes) => {
    expect(readDuration(text)).toBe(minutes);
  });
});

describe('readRoles', () => {
  it.each([
    [
      '🛡️ Escorte 4, ⛏️ Mineur 6',
      [
        ['🛡️', 'Escorte', 4],
        ['⛏️', 'Mineur', 6],
      ],
    ],
    [
      'Pilot x2; Gunner: 3',
      [
        [null, 'Pilot', 2],
        [null, 'Gunner', 3],
      ],
    ],
    [
      'Pilot (2)\nHull C, aft 1',
      [
        [null, 'Pilot', 2],
        [null, 'Hull C, aft', 1],
      ],
    ],
    ['<:tank:112233445566778899> Tank 3', [['<:tank:112233445566778899>', 'Tank', 3]]],
    ['Section 2 5', [[null, 'Section 2', 5]]],
    [
      'Vortex 4, Max x2',
      [
        [null, 'Vortex', 4],
        [null, 'Max', 2],
      ],
    ],
    ['❤ Medic 2', [['❤', 'Medic', 2]]],
    ['🧑‍🚀 פיילוט 3', [['🧑‍🚀', 'פיילוט', 3]]],
  ])('reads "%s"', (text, roles) => {
    expect(readRoles(text)).toEqual(roles.map(([emoji, name, capacity]) => ({ emoji, name, capacity })));
  });

  it.each(['Escorte', '4', 'Escorte 0', 'Escorte 101', 'Escorte 4, Mineur'])('refuses "%s"', (text) => {
    expect(readRoles(text)).toBeNull();
  });
});
