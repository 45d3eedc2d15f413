export type Language = 'fr' | 'en';

/** A table of Markdown. Cells may hold code and links; a bar in one is written `\|`. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
