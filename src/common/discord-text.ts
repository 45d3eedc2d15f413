import { codePoints, truncate } from './text.js';

/** What Discord reads as markup anywhere in a line. An underscore inside a word (`moddy_max`) is none. */
const MARKUP = [
  String.raw`[\\*~\x60|[\]<]`,
  String.raw`(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])`,
  // Addresses and emoji by name.
  String.raw`:(?=//|[\w+~-]+:)`,
  '@(?=everyone|here)',
].join('|');
const INLINE = new RegExp(MARKUP, 'g');
/** Headings, lists and quotes begin a line. */
const LINE_START = /^(\s*)(?=[#>+-])|^(\s*\d+)(?=[.)])/;

/**
 * Writes a name so that Discord shows it letter for letter, wherever Discord reads markup: contents, and an embed's
 * title, fields and description. Labels, choices, footers and scheduled events are shown as they stand.
 *
 * discord.js has `escapeMarkdown`, but rules know no library, and it leaves links, mentions and lists alone.
 */
export function escapeMarkup(name: string): string {
  return name.replaceAll(INLINE, String.raw`\$&`).replace(LINE_START, (start: string) => `${start}\\`);
}

/**
 * A text in Discord's markup, as a template: what is filled in is a name or a number, and is shown letter for letter.
 * @example markdown`Your role: **${role}**.`
 */
export function markdown(text: TemplateStringsArray, ...names: readonly (string | number)[]): string {
  return String.raw({ raw: text }, ...names.map((name) => escapeMarkup(String(name))));
}

/** As `escapeMarkup`, cut so that the result has at most `max` code points. Never cuts inside an escape. */
export function escapeWithin(name: string, max: number): string {
  let kept = truncate(name, max);
  while (codePoints(escapeMarkup(kept)) > max) kept = truncate(name, codePoints(kept) - 1);
  return escapeMarkup(kept);
}
