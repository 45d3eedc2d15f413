import { describe, expect, it } from 'vitest';
import { maskSecret, secretFault } from './secret.js';

const key = (bytes: number) => Buffer.alloc(bytes, 7).toString('base64');

describe('secretFault', () => {
  it.each(['sixteen-letters!', 'x'.repeat(128), `whsec_${key(24)}`, `whsec_${key(25)}`, `whsec_${key(64)}`])(
    'takes %s',
    (secret) => {
      expect(secretFault(secret)).toBeNull();
    },
  );

  it.each([
    'fifteen-letters',
    'x'.repeat(129),
    'with a space in it',
    'with-a-line-break\n',
    'not-of-ascii-été-été',
    `whsec_${key(23)}`,
    `whsec_${key(65)}`,
    `whsec_${key(32).slice(0, -1)}`,
    `whsec_${'-'.repeat(44)}`,
  ])('refuses %j', (secret) => {
    expect(secretFault(secret)).toMatch(/^secret/);
  });
});

describe('maskSecret', () => {
  it('leaves the last four characters', () => {
    expect(maskSecret('whsec_abcdefgh')).toBe('********efgh');
  });
});
