/** Names as a language lists them: "a, b and c". */
export function listIn(locale: string, names: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
