import { expect, it } from 'vitest';
import { nonceOf } from './nonce.js';

it('makes one nonce of 25 characters for one message', () => {
  expect(nonceOf('welcome', '019b2f6e')).toHaveLength(25);
  expect(nonceOf('welcome', '019b2f6e')).toBe(nonceOf('welcome', '019b2f6e'));
  expect(nonceOf('welcome', '019b2f6e')).not.toBe(nonceOf('welcome0', '19b2f6e'));
});
