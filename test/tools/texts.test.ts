import path from 'node:path';
import { expect, it } from 'vitest';
import { unusedTexts } from '../support/unused-texts.js';

const root = path.resolve(import.meta.dirname, '../..');

it('reads every text of the catalogues somewhere', { timeout: 120_000 }, () => {
  expect(unusedTexts(root)).toEqual([]);
});
