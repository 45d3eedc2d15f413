import { expect, it } from 'vitest';
import { foldTitle } from './title-search.js';

it.each([
  ['Opération Éclair', 'operation eclair'],
  ['  RAID   du mardi ', 'raid du mardi'],
  ['Ｆｌｏｔｔｅ', 'flotte'],
])('folds %j', (title, folded) => {
  expect(foldTitle(title)).toBe(folded);
});
