import { describe, expect, it } from 'vitest';
import { CallFailure } from './call-failure.js';
import { findingOf, healthText, type WatchedService } from './health-change.js';

const change = (fields: Partial<Parameters<typeof healthText>[0]>) =>
  healthText({ service: 'discord-bot', state: 'healthy', reason: null, down_ms: null, ...fields });
const failed = (error: unknown) => change(findingOf(error));

describe('healthText', () => {
  it.each<[string, string, WatchedService]>([['✅ Bot is healthy', '✅ Backend is healthy', 'discord-bot']])(
    'says %s',
    (bot, backend) => {
      expect(change({})).toBe(bot);
      expect(change({ service: 'website-backend' })).toBe(backend);
    },
  );

  it.each([
    [400, '0 s'],
    [12_000, '12 s'],
    [200_000, '3 min 20 s'],
    [7_500_000, '2 h 5 min'],
  ])('says after how long it came back: %i ms', (downMs, said) => {
    expect(change({ down_ms: downMs })).toBe(`✅ Bot is healthy again, after ${said}`);
  });

  it('tells the ways of being away apart', () => {
    const unreachable = new CallFailure('unreachable', 'The bot is unreachable: Connection refused');
    expect(failed(unreachable)).toBe('❌ Bot is unreachable: Connection refused');
    expect(failed(new CallFailure('timed_out', 'late'))).toBe('⚠️ Bot health check timeout');
    expect(failed(new CallFailure('refused', 'The bot answered with 403', 403))).toBe(
      '❌ Bot is unhealthy: The bot answered with 403',
    );
  });
});
