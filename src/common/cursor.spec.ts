import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.js';

describe('cursors', () => {
  const cursor = encodeCursor([1_767_787_200_000, '0199-id']);

  it('give back what was put in', () => {
    expect(decodeCursor(cursor, ['number', 'string'])).toEqual([1_767_787_200_000, '0199-id']);
  });

  it('are refused when any character was changed', () => {
    for (let at = 0; at < cursor.length; at++) {
      const other = cursor[at] === 'A' ? 'B' : 'A';
      const tampered = cursor.slice(0, at) + other + cursor.slice(at + 1);
      expect(() => decodeCursor(tampered, ['number', 'string'])).toThrow('invalid fields');
    }
  });

  it('are refused by a list of another shape, and when they are no cursor at all', () => {
    expect(() => decodeCursor(cursor, ['string'])).toThrow();
    for (const text of ['', 'x', '{}', 'bm90IGEgY3Vyc29y', '\u0000']) {
      expect(() => decodeCursor(text, ['string'])).toThrow();
    }
  });
});
