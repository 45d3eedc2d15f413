import { expect, it } from 'vitest';
import { fitContent } from './event-lines.js';

const more = (count: number): string => `… and ${count} more`;

it.each([0, 1, 19, 20, 21, 200])(
  'shows %i lines of a hundred characters, or says how many it leaves out',
  (count) => {
    const lines = Array.from({ length: count }, (_, n) => `${n} `.padEnd(99, 'x'));
    const content = fitContent(['Heading', ...lines], more);
    const [heading, ...rest] = content.split('\n');
    const left = Number(/… and (\d+) more$/.exec(content)?.[1] ?? 0);
    const shown = rest.filter((line) => !line.startsWith('…'));
    expect(content.length).toBeLessThanOrEqual(2_000);
    expect([heading, ...shown]).toEqual(['Heading', ...lines.slice(0, count - left)]);
    expect(left > 0).toBe(count > 19);
  },
);
