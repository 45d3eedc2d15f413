/** Order of what the page shows. Pure. */

/** Order of two snowflakes as numbers (they may differ in length). @param {string} a @param {string} b */
export const compareIds = (a, b) => (a === b ? 0 : a.length - b.length || (a < b ? -1 : 1));
