import { groupOf, type RosterEntry } from './roster.js';

/** Where an entry stands in the list of signups: those who have or had a seat, those who wait, then other answers, each in their order. */
export type ListPosition = readonly [group: number, order: number];

/** An entry's place in the list; `null` for one that is not listed because it was withdrawn. */
export function listPosition({ status, order }: RosterEntry): ListPosition | null {
  const group = groupOf(status);
  return group === null ? null : [group, order];
}

/**
 * The entries that people read, in order.
 * @param after the position of the last entry of the page before; `null` for the first page
 */
export function listedAfter(
  roster: readonly RosterEntry[],
  after: ListPosition | null,
  limit: number,
): RosterEntry[] {
  return roster
    .flatMap((entry) => {
      const position = listPosition(entry);
      return position === null || (after !== null && compare(position, after) <= 0)
        ? []
        : [{ entry, position }];
    })
    .sort((a, b) => compare(a.position, b.position))
    .slice(0, limit)
    .map(({ entry }) => entry);
}

function compare([group, order]: ListPosition, [otherGroup, otherOrder]: ListPosition): number {
  return group - otherGroup || order - otherOrder;
}
