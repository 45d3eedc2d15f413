const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** What people take for characters, with where each begins. */
export const graphemesOf = (text: string): Iterable<Intl.SegmentData> => graphemes.segment(text);

/** A text as people look for it: without accents, case and superfluous spaces. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Length as Discord counts it: in Unicode code points. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/**
 * Cuts a text to at most `max` code points, ending it with `…` when something was cut.
 * Never cuts inside a grapheme, so an emoji of several code points stays whole.
 */
export function truncate(text: string, max: number): string {
  if (codePoints(text) <= max) return text;
  let kept = '';
  let length = 1; // the ellipsis
  for (const { segment } of graphemes.segment(text)) {
    length += codePoints(segment);
    if (length > max) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
