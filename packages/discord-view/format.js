/** Words, colours and times as a person reads them. Pure functions. */

/** Up to two letters that stand for a name. @param {string} name */
export function initials(name) {
  const words = name.split(/[\s_\-.]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = words.slice(0, 2).map((word) => Array.from(word)[0]);
  return (letters.join('') || '?').toUpperCase();
}

/** A steady hue (0..359) for an id; ids made one after the other lie far apart. @param {string} id */
export function hueOf(id) {
  let hash = 2_166_136_261;
  for (const char of id) hash = Math.imul(hash ^ char.charCodeAt(0), 16_777_619);
  return Math.floor((Math.abs(Math.imul(hash, 2_654_435_769)) / 2 ** 31) * 360) % 360;
}

/** Discord's integer colour as CSS; 0 and nothing mean "no colour". @param {number | null | undefined} color */
export const cssColor = (color) => (color ? `#${color.toString(16).padStart(6, '0')}` : undefined);

/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const STYLES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/**
 * A moment in one of Discord's time-tag styles, in the viewer's time zone and the member's language.
 * @param {Date} date @param {string} style @param {string} [locale] @param {number} [now] milliseconds
 * @param {string} [timeZone] the browser's, unless given
 */
export function formatTime(date, style, locale, now = Date.now(), timeZone = undefined) {
  if (Number.isNaN(date.getTime())) return 'Invalid date';
  if (style === 'R') return relativeTime(date, now, locale);
  const options = { ...(STYLES[style] ?? STYLES['f']), timeZone };
  return new Intl.DateTimeFormat(safeLocale(locale), options).format(date);
}

/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** "in 3 hours", "5 minutes ago". @param {Date} date @param {number} now @param {string} [locale] */
function relativeTime(date, now, locale) {
  const seconds = Math.round((date.getTime() - now) / 1000);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  const words = new Intl.RelativeTimeFormat(safeLocale(locale), { numeric: 'auto' });
  return words.format(Math.trunc(seconds / size), unit);
}

/** A locale the browser knows, or its own. @param {string | undefined} locale */
function safeLocale(locale) {
  try {
    return locale ? Intl.getCanonicalLocales(locale)[0] : undefined;
  } catch {
    return undefined;
  }
}

/** "1 member", "3 members". @param {number} count @param {string} noun */
export const plural = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** "812 bytes", "1.2 MB". @param {number} bytes @param {string} [locale] */
export function fileSize(bytes, locale) {
  const [unit, size] = SIZES.find(([, least]) => bytes >= least) ?? ['byte', 1];
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  const words = new Intl.NumberFormat(safeLocale(locale), {
    style: 'unit',
    unit,
    unitDisplay,
    maximumFractionDigits: 1,
  });
  return words.format(bytes / size);
}

/** @type {[string, number][]} */
const SIZES = [
  ['megabyte', 1_000_000],
  ['kilobyte', 1_000],
];
