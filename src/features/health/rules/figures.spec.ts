import { expect, it } from 'vitest';
import { figuresOf } from './figures.js';

const at = new Date('2042-01-01T20:00:00Z');

it('adds up what was counted, and tells the worst of what was measured', () => {
  const figures = figuresOf(at, [
    { discord_requests: 3, discord_429s: 1, mirror_lag_seconds: 4, jobs_waiting: 0 },
    { discord_requests: 2, mirror_lag_seconds: 1 },
  ]);
  expect(figures).toMatchObject({
    at,
    discord_requests: 5,
    discord_429s: 1,
    mirror_lag_seconds: 4,
    jobs_waiting: 0,
    mirrors_behind: null,
    requests: 0,
    request_p50_ms: null,
  });
});

it('tells how long things took of the buckets of all processes', () => {
  const figures = figuresOf(at, [
    { 'request:0.1': 50, 'request:0.5': 90, 'request:Infinity': 90 },
    { 'request:0.1': 0, 'request:0.5': 9, 'request:Infinity': 10 },
  ]);
  expect(figures).toMatchObject({ requests: 100, request_p50_ms: 100, request_p99_ms: 500 });
});

it('what took longer than the last bound took at least as long', () => {
  expect(figuresOf(at, [{ 'click:3': 0, 'click:Infinity': 4 }])).toMatchObject({
    clicks: 4,
    click_p50_ms: 3_000,
  });
});
