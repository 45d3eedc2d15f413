import { z } from 'zod';

/** RFC 3339, with or without seconds. zod knows the calendar; `Date` takes 30 February for 2 March. */
const DATE_TIME = z.union([
  z.iso.datetime({ offset: true }),
  z.iso.datetime({ offset: true, precision: -1 }),
]);

/** Whether a text is a date and time that exists, with its offset from UTC: without one it could be any of 24 hours. */
export function isMoment(text: string): boolean {
  return DATE_TIME.safeParse(text).success;
}
