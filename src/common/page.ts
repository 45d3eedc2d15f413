/** One page of a list, as REST shows it. */
export interface Page<T> {
  readonly items: T[];
  /** Give it back as `cursor` to get the next page; `null` on the last page. */
  readonly next_cursor: string | null;
}

/**
 * Makes a page of rows that were read with a limit of `limit + 1`.
 * @param cursorOf the position of a row in the list
 */
export function pageOf<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next_cursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
