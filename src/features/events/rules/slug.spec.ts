import { expect, it } from 'vitest';
import { slugOf } from './slug.js';

it.each([
  ['Raid on Jumptown', 'raid-on-jumptown'],
  ['  Opération « Éclair » !  ', 'operation-eclair'],
  ['C++ & friends -- 2', 'c-friends-2'],
  ['日本語', 'event'],
  ['🚀🚀🚀🚀🚀', 'event'],
  [`${'a'.repeat(79)} b`, 'a'.repeat(79)],
])('%s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});
