/** Keyboard moves inside a list of choices. Pure. */

/**
 * Where a key leads, or null when it leads nowhere.
 * @param {string} key @param {number} at @param {string[]} labels
 */
export function moveBy(key, at, labels) {
  const last = labels.length - 1;
  if (key === 'ArrowDown') return Math.min(at + 1, last);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key.length !== 1 || key === ' ') return null;
  const order = labels.map((_, step) => (at + 1 + step) % labels.length);
  return order.find((index) => labels[index]?.toLowerCase().startsWith(key.toLowerCase())) ?? null;
}
