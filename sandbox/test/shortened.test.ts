import { expect, it } from 'vitest';
import { FILES } from '../src/validation/uploads.js';
import { shortened } from '../src/rest/shortened.js';

it('gives what is short as it is, uncopied', () => {
  const body = { content: 'Hello', embeds: [{ title: 'Raid' }], flags: 4, poll: null };
  expect(shortened(body)).toBe(body);
});

it('cuts long texts and long lists, wherever they stand', () => {
  const body = { icon: 'x'.repeat(2_000), list: [Array.from({ length: 500 }, (_, i) => i)] };
  expect(shortened(body)).toEqual({
    icon: `${'x'.repeat(1_000)}…`,
    list: [Array.from({ length: 100 }, (_, i) => i)],
  });
});

it('leaves out files', () => {
  const kept = shortened({ content: 'Hello', [FILES]: [{ bytes: Buffer.alloc(10) }] });
  expect(Object.getOwnPropertySymbols(kept)).toEqual([]);
  expect(kept).toEqual({ content: 'Hello' });
});

it('cuts what is nested deeper than the stack goes', () => {
  const deep = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000)) as unknown;
  expect(JSON.stringify(shortened(deep))).toBe(`${'['.repeat(30)}"…"${']'.repeat(30)}`);
});
