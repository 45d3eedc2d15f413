import { type Locale, useLocale } from '../texts/language.js';

/** What a spreadsheet would take for a formula, the wide signs of East Asian keyboards included. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** What spreadsheets expect between columns, in a language: the same as in the API's tables. */
const SEPARATORS: Record<Locale, string> = { fr: ';', en: ',' };

type Cell = string | number | null;
type Rows = readonly (readonly Cell[])[];

/** Gives rows to be saved as a table for spreadsheets, by the browser alone. */
export function useSaveTable(): (name: string, rows: Rows) => void {
  const separator = SEPARATORS[useLocale()];
  return (name, rows) => {
    const cells = rows.map((row) => row.map((cell) => textOf(cell, separator)).join(separator));
    // Spreadsheets read the marks of UTF-8 by its signature alone.
    const text = `\uFEFF${cells.join('\r\n')}\r\n`;
    const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${name}.csv`;
    link.click();
    URL.revokeObjectURL(address);
  };
}

function textOf(cell: Cell, separator: string): string {
  const text = String(cell ?? '');
  const safe = typeof cell === 'string' && FORMULA.test(text) ? `'${text}` : text;
  const isPlain = !/["\r\n]/.test(safe) && !safe.includes(separator);
  return isPlain ? safe : `"${safe.replaceAll('"', '""')}"`;
}
