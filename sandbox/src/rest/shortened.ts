import { isObject } from '../validation/reader.js';

const LONGEST_TEXT = 1_000;

/**
 * What was sent, long texts, such as pictures, cut and files left out: to be looked at, not to be used. Most of what is sent
 * needs neither, and is not copied.
 */
export function shortened(value: unknown): unknown {
  return isShort(value) ? value : shortCopy(value);
}

function isShort(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= LONGEST_TEXT;
  if (Array.isArray(value)) return value.every(isShort);
  if (!isObject(value)) return true;
  for (const name in value) if (!isShort(value[name])) return false;
  return Object.getOwnPropertySymbols(value).length === 0;
}

function shortCopy(value: unknown): unknown {
  if (typeof value === 'string')
    return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
  if (Array.isArray(value)) return value.map(shortCopy);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shortCopy(inner)]));
}
