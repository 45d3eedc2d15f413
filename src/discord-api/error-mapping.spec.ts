import { DiscordAPIError, HTTPError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { toDiscordFailure } from './error-mapping.js';

const refusal = (
  status: number,
  code: number,
  url = 'https://discord.com/api/v10/guilds/1/scheduled-events',
) =>
  new DiscordAPIError({ code, message: 'Some words' }, code, status, 'POST', url, {
    body: undefined,
    files: undefined,
  });

describe('toDiscordFailure', () => {
  it.each([
    [403, 50013, 'forbidden'],
    [403, 50001, 'forbidden'],
    [403, 50007, 'closed'],
    [404, 10070, 'gone'],
    [404, 10008, 'gone'],
    [400, 30038, 'capacity'],
    [400, 180000, 'finished'],
    [400, 50035, 'fault'],
    [401, 0, 'credentials'],
    [400, 30046, 'wait'],
  ] as const)('sorts %i with code %i as %s', (status, code, treatment) => {
    const failure = toDiscordFailure(refusal(status, code));
    expect(failure.treatment).toBe(treatment);
    expect(failure.outcomeUnknown).toBe(false);
    expect(failure.message).toContain(String(code));
    expect(failure.message).toContain('/guilds/1/scheduled-events');
  });

  it('does not know the outcome after a 5xx or a cut connection', () => {
    const server = new HTTPError(502, 'Bad Gateway', 'POST', 'https://discord.com/api/v10/x', {
      body: undefined,
      files: undefined,
    });
    expect(toDiscordFailure(server)).toMatchObject({ treatment: 'wait', outcomeUnknown: true });
    expect(toDiscordFailure(new Error('socket hang up'))).toMatchObject({
      treatment: 'wait',
      outcomeUnknown: true,
    });
  });

  it('never repeats the token of an interaction or a webhook', () => {
    const url = 'https://discord.com/api/v10/webhooks/123/a-secret-token/messages/@original';
    const failure = toDiscordFailure(refusal(404, 10015, url));
    expect(failure.message).not.toContain('a-secret-token');
    expect(failure.message).toContain('/webhooks/123/…');
  });
});
