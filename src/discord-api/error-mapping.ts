import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { DiscordFailure, type Treatment } from '../common/discord-failure.js';

/** Discord's codes by treatment (docs/discord.md, "Error codes"). */
const TREATMENTS: Readonly<Record<number, Treatment>> = {
  40003: 'wait',
  130000: 'wait',
  20028: 'wait',
  20029: 'wait',
  30046: 'wait',
  50001: 'forbidden',
  50013: 'forbidden',
  50007: 'closed',
  50278: 'closed',
  10003: 'gone',
  10004: 'gone',
  10007: 'gone',
  10008: 'gone',
  10011: 'gone',
  10013: 'gone',
  10070: 'gone',
  180000: 'finished',
  30005: 'capacity',
  30013: 'capacity',
  30038: 'capacity',
  160006: 'capacity',
  50014: 'credentials',
};

/** Sorts whatever a call to Discord threw. Anything unknown is a lost connection: its outcome is not known. */
export function toDiscordFailure(error: unknown): DiscordFailure {
  if (error instanceof DiscordFailure) return error;
  if (error instanceof DiscordAPIError) return fromApiError(error);
  if (error instanceof RateLimitError) {
    const message = `Discord limits the rate of ${error.method} ${error.route} (429, scope ${error.scope}).`;
    return new DiscordFailure('wait', message, 429, error.retryAfter);
  }
  if (error instanceof HTTPError) {
    const message = `Discord failed with ${error.status} on ${error.method} ${pathOf(error.url)}.`;
    return new DiscordFailure('wait', message, error.status, null, true);
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new DiscordFailure('wait', `Discord did not answer: ${reason}.`, 0, null, true);
}

function fromApiError(error: DiscordAPIError): DiscordFailure {
  const code = Number(error.code);
  const treatment = TREATMENTS[code] ?? (error.status === 401 ? 'credentials' : 'fault');
  const message = `Discord refused ${error.method} ${pathOf(error.url)} (${error.status}, code ${code}): ${error.message}`;
  return new DiscordFailure(treatment, message, code);
}

/** The path alone: interaction and webhook addresses carry tokens. */
function pathOf(url: string): string {
  const path = new URL(url).pathname;
  return path.replace(/\/(webhooks|interactions)\/(\d+)\/[^/]+/, '/$1/$2/…');
}
