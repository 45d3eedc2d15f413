/**
 * The condition of a partial index that holds those with a text alone. MongoDB uses such an index only if a query implies the
 * condition: one for a text, or for any of several, implies this one, and would not imply `$type: 'string'`.
 */
export const ANY_TEXT = { $gt: '' };

/** The same of times, for queries that say after when. One that says only until when has to say `$type: 'date'`, as its index does. */
export const ANY_TIME = { $gt: new Date(0) };
