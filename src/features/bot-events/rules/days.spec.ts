import { describe, expect, it } from 'vitest';
import { rolledDays } from './days.js';

const at = (text: string) => new Date(`2026-01-${text}Z`);

describe('rolledDays', () => {
  it.each([
    ['whole days alone', '01T00:00', '04T00:00', '10T00:00', ['01T00:00', '04T00:00']],
    ['not the part of a day at either end', '01T00:01', '04T23:59', '10T00:00', ['02T00:00', '04T00:00']],
    ['only days that are added up', '01T00:00', '04T00:00', '03T00:00', ['01T00:00', '03T00:00']],
  ])('gives %s', (_what, from, to, until, [first = '', end = '']) => {
    expect(rolledDays({ from: at(from), to: at(to) }, at(until))).toEqual({ from: at(first), to: at(end) });
  });

  it.each([
    ['within one day', '01T01:00', '01T23:00', '10T00:00'],
    ['before any is added up', '05T00:00', '07T00:00', '05T00:00'],
  ])('gives none %s', (_what, from, to, until) => {
    expect(rolledDays({ from: at(from), to: at(to) }, at(until))).toBeNull();
    expect(rolledDays({ from: at(from), to: at(to) }, null)).toBeNull();
  });
});
