import fc from 'fast-check';
import { expect, it } from 'vitest';
import { graphemesOf } from '../../../common/text.js';
import { escapeText, foldCalendar } from './calendar-text.js';

const octets = (line: string): number => new TextEncoder().encode(line).length;
const texts = fc
  .array(fc.constantFrom('a', 'é', '👩‍🚀', '\\', ',', ';', '\n', '日', ' '), { maxLength: 200 })
  .map((parts) => parts.join(''));

it('folds at 75 octets, within no escape and no character, and says the same when it is unfolded', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const line = `DESCRIPTION:${escapeText(text)}`;
      const folded = foldCalendar(line);
      expect(folded.endsWith('\r\n')).toBe(true);
      expect(folded.replaceAll('\r\n ', '')).toBe(`${line}\r\n`);
      const parts = folded.slice(0, -2).split('\r\n ');
      for (const [at, part] of parts.entries()) {
        expect(octets(part) + (at === 0 ? 0 : 1)).toBeLessThanOrEqual(75);
        expect(part).toMatch(/(?:^|[^\\])(?:\\\\)*$/);
      }
      const whole = [...graphemesOf(line)].map(({ segment }) => segment);
      expect(parts.flatMap((part) => [...graphemesOf(part)].map(({ segment }) => segment))).toEqual(whole);
    }),
  );
});

it('undoes other folds, and ends what has no end', () => {
  expect(foldCalendar('BEGIN:VCALENDAR\r\nSUMMARY:a\r\n bc\r\nEND:VCALENDAR')).toBe(
    'BEGIN:VCALENDAR\r\nSUMMARY:abc\r\nEND:VCALENDAR\r\n',
  );
});
