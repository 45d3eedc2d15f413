/** What was typed into a field of a form; empty for a field that it has not. */
export function said(data: FormData, field: string): string {
  const value = data.get(field);
  return typeof value === 'string' ? value.trim() : '';
}
