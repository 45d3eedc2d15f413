import { graphemesOf } from '../../../common/text.js';

/** RFC 5545, 3.1: octets of a line without its end. */
const LONGEST_LINE = 75;
const FOLD = '\r\n ';

const utf8 = new TextEncoder();

/** Where an event's calendar file is, on our own address; it also marks what mirrors the event. */
export function calendarPath(eventId: string): string {
  return `/api/v1/events/${eventId}/ics`;
}

/** All that may end a line somewhere, and what a calendar's text may not hold (RFC 5545, 3.1: no controls but a tab). */
const LINE_BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;
const CONTROL = /(?![\n\t])\p{Cc}/gu;

/** A text as a calendar file may hold it: every line break is one and the same, and no other control is left. */
export function calendarText(text: string): string {
  return text.replaceAll(LINE_BREAK, '\n').replaceAll(CONTROL, '');
}

/** A text as the value of a property (RFC 5545, 3.3.11). */
export function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/gu, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
}

/**
 * Folds the lines of a calendar anew and ends each by CRLF, the last one too. The RFC lets a fold fall anywhere, and some
 * programs do not undo one within an escape or a character of several code points; here none does.
 */
export function foldCalendar(content: string): string {
  const lines = content.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => `${fold(line)}\r\n`)
    .join('');
}

function fold(line: string): string {
  let folded = '';
  let room = LONGEST_LINE;
  for (const unit of unitsOf(line)) {
    const size = utf8.encode(unit).length;
    if (size > room) {
      folded += FOLD;
      // The space that begins the next line counts.
      room = LONGEST_LINE - 1;
    }
    folded += unit;
    room -= size;
  }
  return folded;
}

/** Escapes and characters; one that fills a line by itself comes by its code points. */
function* unitsOf(line: string): Generator<string> {
  let escape = '';
  for (const { segment } of graphemesOf(line)) {
    const unit = escape + segment;
    escape = unit === '\\' ? unit : '';
    if (escape !== '') continue;
    if (utf8.encode(unit).length < LONGEST_LINE) yield unit;
    else yield* unit;
  }
  if (escape !== '') yield escape;
}
