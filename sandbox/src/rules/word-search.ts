const WORD = /[^\s\p{P}]+/gu;

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/**
 * Whether the words of a search stand in a text, as parts of its words too, and near one another: to stand there as they
 * were typed, they need to be moved by at most `slop` words, all together. A search without words finds everything.
 */
export function hasWords(text: string, search: string, slop: number): boolean {
  const words = wordsOf(text);
  const shifts = wordsOf(search).map((wanted, at) =>
    words.flatMap((word, place) => (word.includes(wanted) ? [place - at] : [])),
  );
  if (shifts.length === 0) return true;
  return shifts.flat().some((least) => shifts.every((own) => own.some((one) => isIn(one, least, slop))));
}

function isIn(shift: number, least: number, slop: number): boolean {
  return shift >= least && shift <= least + slop;
}

/** How much of a text is what was searched for, from 0 to 1. */
export function relevance(text: string, search: string): number {
  const words = wordsOf(text);
  const wanted = wordsOf(search);
  const found = words.filter((word) => wanted.some((one) => word.includes(one)));
  return words.length === 0 ? 0 : found.length / words.length;
}
