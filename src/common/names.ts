import { codePoints, truncate } from './text.js';

// What people write and others see. A name (title, role, place, handle, organization, server) is one line; a text
// (description, notes) may have several. UAX #9 says what the bidirectional controls do, UTS #39 why likeness matters.

/** How many code points a name or text may have. */
export interface LengthRange {
  readonly min: number;
  readonly max: number;
}

/** Turn neighbouring text around, or stand for no character at all. */
const NEVER_IN_TEXT = '\\p{Bidi_Control}\\p{Cs}\\p{Noncharacter_Code_Point}\\u2028\\u2029\\uFFF9-\\uFFFB';
const FORBIDDEN_IN_TEXT = new RegExp(`[${NEVER_IN_TEXT}[\\p{Cc}--[\\t\\n\\r]]]`, 'v');
const FORBIDDEN_IN_NAME = new RegExp(`[${NEVER_IN_TEXT}\\p{Cc}\\p{Default_Ignorable_Code_Point}]`, 'gv');
const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/;

/**
 * Invisible characters at their legal places: in emoji sequences and flags (UTS #51), after ideographs, and the joiners
 * of Arabic and Indic scripts, which change how a word looks.
 */
const LEGAL_INVISIBLE = new RegExp(
  [
    '(?<=\\p{Emoji}|\\p{Ideographic})\\p{Variation_Selector}',
    '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}]\\uFE0F?)\\u200D(?=\\p{Extended_Pictographic})',
    '(?<=\\u{1F3F4}[\\u{E0020}-\\u{E007E}]*)[\\u{E0020}-\\u{E007F}]',
    '(?<=\\p{Script=Arabic}|[\\p{Mn}--\\p{Default_Ignorable_Code_Point}])[\\u200C\\u200D](?=\\p{L})',
  ].join('|'),
  'gv',
);

/** A character that leaves ink: U+2800 is the braille pattern without a dot. */
const VISIBLE = new RegExp(
  '[^\\p{White_Space}\\p{Default_Ignorable_Code_Point}\\p{Cc}\\p{Cs}\\p{M}\\u2800]',
  'v',
);

/** As a name or text is kept: composed (NFC), without the blanks around it. */
export function tidy(text: string): string {
  return text.normalize('NFC').trim();
}

/** What keeps a tidied text from being a name, as the end of a sentence that begins with the field; `null` if nothing. */
export function nameFault(name: string, range: LengthRange): string | null {
  if (LINE_BREAK.test(name)) return 'must be one line';
  if (withoutLegalInvisible(name).search(FORBIDDEN_IN_NAME) >= 0) {
    return 'must not contain control, bidirectional or invisible characters';
  }
  return lengthFault(name, range);
}

/** As `nameFault`, for a text of several lines. */
export function textFault(text: string, range: LengthRange): string | null {
  if (FORBIDDEN_IN_TEXT.test(text)) return 'must not contain control or bidirectional characters';
  return lengthFault(text, range);
}

function lengthFault(text: string, { min, max }: LengthRange): string | null {
  const length = codePoints(text);
  if (length < min || length > max) return `must have ${String(min)} to ${String(max)} characters`;
  return min > 0 && !VISIBLE.test(text) ? 'must have a visible character' : null;
}

/**
 * The nearest name to what somebody wrote elsewhere, for example a display name on Discord.
 * @returns `null` when nothing visible is left
 */
export function nearestName(text: string, max: number): string | null {
  const oneLine = text.replace(/\s/gu, ' ');
  const legal = new Set(Array.from(oneLine.matchAll(LEGAL_INVISIBLE), ({ index }) => index));
  const name = tidy(
    oneLine
      .replace(FORBIDDEN_IN_NAME, (found, index: number) => (legal.has(index) ? found : ''))
      .replace(/ +/g, ' '),
  );
  return VISIBLE.test(name) ? truncate(name, max) : null;
}

function withoutLegalInvisible(text: string): string {
  return text.replace(LEGAL_INVISIBLE, '');
}

/** Cyrillic and Greek capitals that are drawn like Latin ones (UTS #39), in the order of `LATIN_CAPITALS`. */
const LIKE_LATIN = 'АВЕЅІЈКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';
const LATIN_CAPITALS = 'ABESIJKMHOPCTYXABEZHIKMNOPTYX';
const LATIN_TWIN = new Map(Array.from(LIKE_LATIN, (letter, index) => [letter, LATIN_CAPITALS.charAt(index)]));

/**
 * What two names share when a reader cannot tell them apart: case, width, font, blanks and invisible characters do not
 * count, accents do. UTS #39 has a larger table; no maintained package carries it, and what it adds (such as `1` and
 * `l`) would refuse honest names.
 */
export function skeleton(name: string): string {
  const folded = name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toUpperCase()
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim();
  return Array.from(folded, (letter) => LATIN_TWIN.get(letter) ?? letter).join('');
}
