import { expect, it } from 'vitest';
import { anEntry } from '../../../../test/factories/roster.js';
import { listedAfter, listPosition, type ListPosition } from './listing.js';
import type { RosterEntry, SignupStatus } from './roster.js';

const entry = (id: string, order: number, status: SignupStatus): RosterEntry =>
  anEntry({ id, order, status });
const roster = [
  entry('waits second', 6, 'waitlist'),
  entry('left', 1, 'withdrawn'),
  entry('seated second', 3, 'confirmed'),
  entry('waits first', 2, 'waitlist'),
  entry('seated last, there already', 7, 'checked_in'),
  entry('seated third, did not come', 5, 'no_show'),
];
const listed = (after: ListPosition | null, limit = 10): string[] =>
  listedAfter(roster, after, limit).map(({ id }) => id);

it('lists those who have or had a seat, then those who wait, each in their order; withdrawn ones not', () => {
  expect(listed(null)).toEqual([
    'seated second',
    'seated third, did not come',
    'seated last, there already',
    'waits first',
    'waits second',
  ]);
});

it('goes on after the last entry of the page before, also when that one has left since', () => {
  const pages: string[][] = [];
  for (let after: ListPosition | null = null; ;) {
    const page = listedAfter(roster, after, 2);
    const last = page.at(-1);
    if (last === undefined) break;
    pages.push(page.map(({ id }) => id));
    after = listPosition(last);
  }
  expect(pages.flat()).toEqual(listed(null));
  expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
  expect(listed([0, 4])).toEqual(listed(null).slice(1));
});
