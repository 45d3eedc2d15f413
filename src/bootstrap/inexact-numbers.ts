import { parse } from 'lossless-json';

/** Shorter numbers are exact; a text without such a run of digits, or an exponent, is not read twice. */
const SUSPICIOUS = /\d{16}|\de\+?\d\d/i;
const MOST_NAMED = 20;
const LONGEST_NAME = 100;

/** Stands where a number would be altered. */
const INEXACT = Symbol('inexact');

/**
 * Finds the numbers of a JSON text that JavaScript would alter: integers beyond 2^53, such as Discord's ids, and what is
 * beyond every number.
 * @param text valid JSON
 * @returns dotted paths such as `metadata.guild_id`
 */
export function inexactNumbers(text: string): string[] {
  if (!SUSPICIOUS.test(text)) return [];
  const found: string[] = [];
  const left: [path: string, value: unknown][] = [['', parse(text, undefined, exactly)]];
  for (let next = left.pop(); next !== undefined && found.length < MOST_NAMED; next = left.pop()) {
    const [path, value] = next;
    if (value === INEXACT) found.push(path === '' ? 'body' : path);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value).reverse())
        left.push([
          path === '' ? key.slice(0, LONGEST_NAME) : `${path}.${key.slice(0, LONGEST_NAME)}`,
          inner,
        ]);
    }
  }
  return found;
}

function exactly(digits: string): number | typeof INEXACT {
  const value = Number(digits);
  const isAltered = !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
  return isAltered ? INEXACT : value;
}
