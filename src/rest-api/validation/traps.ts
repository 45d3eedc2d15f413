import type { FieldError } from '../../common/errors.js';

/** Deeper than any body of ours; far from where recursion in validators would end. */
const MAX_DEPTH = 20;

/**
 * Finds what the validator would not see: nesting that would exhaust it, and fields named like members of every object
 * (`constructor`, `toString`), which it drops without a word.
 */
export function findTraps(value: unknown, path: readonly string[] = []): FieldError[] {
  if (typeof value !== 'object' || value === null) return [];
  if (path.length > MAX_DEPTH) {
    return [
      { field: path[0] ?? '', message: `${path[0] ?? ''} must not nest deeper than ${MAX_DEPTH} levels` },
    ];
  }
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = [...path, key];
    if (key in Object.prototype)
      return [{ field: field.join('.'), message: `property ${key} should not exist` }];
    return findTraps(inner, field);
  });
}
