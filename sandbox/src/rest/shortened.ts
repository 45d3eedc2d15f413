const LONGEST_TEXT = 1_000;
const LONGEST_LIST = 100;
/** Nothing that Discord takes is nested as deep. */
const DEPTH = 30;

/**
 * What was sent, long texts, such as pictures, long lists and what is nested too deep cut, and files left out: to be looked at, not
 * to be used. Most of what is sent needs none of it, and is not copied.
 */
export function shortened(value: unknown): unknown {
  return isShort(value, DEPTH) ? value : shortCopy(value, DEPTH);
}

function isShort(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.length <= LONGEST_TEXT;
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value))
    return value.length <= LONGEST_LIST && value.every((one) => isShort(one, depth - 1));
  if (Object.getOwnPropertySymbols(value).length > 0) return false;
  const inner = Object.values(value);
  return inner.length <= LONGEST_LIST && inner.every((one) => isShort(one, depth - 1));
}

function shortCopy(value: unknown, depth: number): unknown {
  if (typeof value === 'string')
    return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '…';
  if (Array.isArray(value)) return value.slice(0, LONGEST_LIST).map((one) => shortCopy(one, depth - 1));
  const fields = Object.entries(value).slice(0, LONGEST_LIST);
  return Object.fromEntries(fields.map(([name, inner]) => [name, shortCopy(inner, depth - 1)]));
}
