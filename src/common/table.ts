import { lazily } from './lazily.js';

const csv = lazily(() => import('csv-stringify/sync'));

/** What a cell holds. */
export type Cell = string | number | null;

/**
 * A table (CSV) that spreadsheets open as it is: with a mark of its encoding, with the separator that the reader's language is used
 * to, and with nothing in it that they would take for a formula.
 */
export async function toTable(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  separator: string,
): Promise<string> {
  const { stringify } = await csv();
  return stringify(
    rows.map((row) => [...row]),
    {
      bom: true,
      header: true,
      columns: [...columns],
      delimiter: separator,
      record_delimiter: 'windows',
      escape_formulas: true,
    },
  );
}
