import { expect, it } from 'vitest';
import { isNewEnough } from './node-for-engine.js';

it.each([
  ['2.36', false],
  ['2.37', false],
  ['2.38', true],
  ['2.41', true],
  ['2.4', false],
  ['3.0', true],
  ['1.99', false],
])('the engine with glibc %s: %s', (version, runs) => {
  expect(isNewEnough(version)).toBe(runs);
});

it('asks nothing of a system without glibc', () => {
  expect(isNewEnough(undefined)).toBe(true);
});
