/**
 * A filter for texts that name one of these ids. Ids of Discord differ in length, so one that only begins or ends another is
 * not meant.
 */
export function mentions(ids: readonly string[]): { readonly $regex: string } {
  return { $regex: `(?<![0-9A-Za-z])(${ids.join('|')})(?![0-9A-Za-z])` };
}
