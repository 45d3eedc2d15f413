/** What browsers call themselves, the more particular first: most claim to be others as well. */
const BROWSERS = [
  ['Firefox', 'Firefox/'],
  ['Edge', 'Edg/'],
  ['Opera', 'OPR/'],
  ['Chrome', 'Chrome/'],
  ['Safari', 'Safari/'],
] as const;

const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['macOS', 'Macintosh'],
  ['Linux', 'Linux'],
] as const;

/** The name of a browser and its system by which people know it; the text itself when it names neither. */
export function browserOf(userAgent: string): string {
  const named = [BROWSERS, SYSTEMS].map((names) => names.find(([, word]) => userAgent.includes(word))?.[0]);
  return named.filter((name) => name !== undefined).join(' · ') || userAgent.slice(0, 80);
}
