import { describe, expect, it } from 'vitest';
import { codePoints, foldText, truncate } from './text.js';

describe('truncate', () => {
  it('leaves a text that fits alone', () => {
    expect(truncate('abc', 3)).toBe('abc');
  });

  it('ends a cut text with an ellipsis and keeps within the limit', () => {
    expect(truncate('abcdef', 4)).toBe('abc…');
  });

  it('counts code points, not UTF-16 units', () => {
    expect(truncate('🚀🚀🚀', 3)).toBe('🚀🚀🚀');
  });

  it('never cuts inside an emoji of several code points', () => {
    const family = '👨‍👩‍👧';
    expect(codePoints(family)).toBe(5);
    expect(truncate(`ab${family}cd`, 6)).toBe('ab…');
    expect(truncate(`ab${family}cd`, 8)).toBe(`ab${family}…`);
  });
});

describe('foldText', () => {
  it.each([
    ['Opération Éclair', 'operation eclair'],
    ['  RAID   du mardi ', 'raid du mardi'],
    ['Ｆｌｏｔｔｅ', 'flotte'],
  ])('folds %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});
