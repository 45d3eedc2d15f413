import { parse, type ParseOptions } from 'lossless-json';

/** A number that a double may not hold, or a text that looks like one: only then is the slow parser needed. */
const LONG_NUMBER = /[^"\d]\d{16}/;

/** As `JSON.parse`: of a name that stands twice the last value counts. */
const LENIENT: ParseOptions = { parseNumber: readNumber, onDuplicateKey: ({ newValue }) => newValue };

/**
 * Parses JSON as Discord does, which takes ids as numbers, too: an integer that a double cannot hold becomes the text of its
 * digits. Throws a SyntaxError for what is no JSON.
 */
export function parseJson(text: string): unknown {
  return LONG_NUMBER.test(text) ? parse(text, null, LENIENT) : (JSON.parse(text) as unknown);
}

function readNumber(digits: string): number | string {
  const number = Number(digits);
  return Number.isSafeInteger(number) || !/^-?\d+$/.test(digits) ? number : digits;
}
