/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

type Cell = string | number | null;

/** Gives rows to be saved as a table for spreadsheets, by the browser alone. */
export function saveTable(name: string, rows: readonly (readonly Cell[])[]): void {
  const text = rows.map((row) => row.map(cellOf).join(';')).join('\r\n');
  // Spreadsheets read the marks of UTF-8 by its signature alone.
  const address = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}

function cellOf(cell: Cell): string {
  const text = String(cell ?? '');
  const safe = typeof cell === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
