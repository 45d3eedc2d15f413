import { codePoints, graphemesOf, truncate } from './text.js';

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

/** What is shown whole or not at all: fences and other marks, escapes, mentions, custom emoji, moments, links. */
const ATOM =
  /```|\|\||\*\*|__|~~|[`*]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])|\\[^\w\s]|<[^\s<>]{1,100}>|\[[^\]\n]*\]\([^)\s]*\)|https?:\/\/[^\s<>]+/gu;
const MARKS = new Set(['```', '||', '**', '__', '~~', '`', '*', '_']);

/**
 * Cuts a formatted text to at most `max` code points, ending it with `…` when something was cut. What is open is closed, so
 * that code stays code and what was hidden stays hidden; links, mentions and emoji are never cut.
 */
export function truncateMarkdown(text: string, max: number): string {
  if (codePoints(text) <= max) return text;
  const open: string[] = [];
  let [length, end, closing] = [0, 0, ''];
  for (const { part, at, isAtom } of partsOf(text)) {
    length += codePoints(part);
    if (isAtom && MARKS.has(part)) toggle(open, part, text.slice(at + part.length));
    const closers = closersOf(open);
    if (length + 1 + codePoints(closers) > max) break;
    [end, closing] = [at + part.length, closers];
  }
  return `${text.slice(0, end).trimEnd()}…${closing}`;
}

interface Part {
  readonly part: string;
  readonly at: number;
  readonly isAtom: boolean;
}

/** Atoms, and between them graphemes. */
function* partsOf(text: string): Generator<Part> {
  let done = 0;
  for (const { 0: atom, index } of [...text.matchAll(ATOM), { 0: '', index: text.length }]) {
    for (const { segment, index: offset } of graphemesOf(text.slice(done, index)))
      yield { part: segment, at: done + offset, isAtom: false };
    if (atom !== '') yield { part: atom, at: index, isAtom: true };
    done = index + atom.length;
  }
}

/** Opens a mark that is closed later, or closes one. Within code nothing else is a mark. */
function toggle(open: string[], mark: string, rest: string): void {
  const last = open.at(-1);
  const inCode = last === '```' || last === '`';
  if (inCode && mark !== last) return;
  const opened = open.lastIndexOf(mark);
  if (opened >= 0) open.length = opened;
  else if (rest.includes(mark)) open.push(mark);
}

const closersOf = (open: readonly string[]): string =>
  open
    .toReversed()
    .map((mark) => (mark === '```' ? '\n```' : mark))
    .join('');

/** As `escapeMarkup`, cut so that the result has at most `max` code points. Never cuts inside an escape. */
export function escapeWithin(name: string, max: number): string {
  let kept = truncate(name, max);
  while (codePoints(escapeMarkup(kept)) > max) kept = truncate(name, codePoints(kept) - 1);
  return escapeMarkup(kept);
}
