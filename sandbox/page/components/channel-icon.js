/** Which sign stands before a channel's name. */

/** @type {Record<number, string>} */
const ICONS = {
  2: 'voice',
  5: 'megaphone',
  13: 'voice',
  10: 'thread',
  11: 'thread',
  12: 'lock',
  15: 'forum',
  16: 'forum',
};

/** @param {{type: number}} channel */
export const iconOf = ({ type }) => ICONS[type] ?? 'hash';
