/**
 * A filter for texts that name one of these ids. Ids of Discord differ in length, so one that only begins or ends another is
 * not meant.
 */
export function mentions(ids: readonly string[]): { readonly $regex: string } {
  return { $regex: `(?<![0-9A-Za-z])(${ids.join('|')})(?![0-9A-Za-z])` };
}

/** A filter for texts that have this one somewhere, in small or capital letters. */
export function containing(text: string): { readonly $regex: string; readonly $options: 'i' } {
  return { $regex: text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), $options: 'i' };
}
