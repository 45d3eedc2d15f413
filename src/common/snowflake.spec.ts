import { expect, it } from 'vitest';
import { SNOWFLAKE } from './snowflake.js';

it.each([
  ['10000000000000000', true],
  ['9223372036854775807', true],
  ['17999999999999999999', true],
  ['00000000000000000', false],
  ['01575778822488457216', false],
  ['99999999999999999999', false],
  ['1000000000000000', false],
  ['157577882248845721x', false],
])('takes %s for an id of Discord: %s', (text, isOne) => {
  expect(SNOWFLAKE.test(text)).toBe(isOne);
});
