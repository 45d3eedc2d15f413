import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Download } from 'playwright-core';

/** The rows of a table that a page has saved in English; it begins as spreadsheets know UTF-8 by. @throws Error for what is no table */
export async function tableOf(download: Download): Promise<string[][]> {
  const text = await readFile(await download.path(), 'utf8');
  if (!text.startsWith('\uFEFF')) throw new Error('Spreadsheets would not know its encoding.');
  return parse(text, { bom: true });
}
