import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { DATES } from '../../test/factories/dates.js';
import { readDate } from './date-words.js';

describe('readDate', () => {
  it.each(DATES)(
    '$language, $zone: "$text" is $expected',
    async ({ language, text, expected, zone, now }) => {
      const here = zone ?? 'Europe/Paris';
      const read = await readDate(text, language, here, new Date(now ?? '2026-11-26T16:00:00Z'));
      const shown =
        'fault' in read
          ? read.fault
          : DateTime.fromJSDate(read.at, { zone: here }).toFormat('yyyy-MM-dd HH:mm');
      expect(shown).toBe(expected);
    },
  );

  it('knows at least 150 ways', () => {
    expect(DATES.length).toBeGreaterThanOrEqual(150);
  });

  it('takes the first of two equal times', async () => {
    const read = await readDate('demain 2h30', 'fr', 'Europe/Paris', new Date('2026-10-24T12:00:00Z'));
    expect(read).toEqual({ at: new Date('2026-10-25T00:30:00Z') });
  });
});
