import { GatewayCloseCodes as Close } from 'discord-api-types/v10';
import { sameText } from '../validation/same-text.js';
import { isObject } from '../validation/reader.js';
import { ALL_INTENTS } from '../rules/application-flags.js';

/** A handshake that is read, or the code to close with. */
export type Handshake<T> = T | { close: number; reason: string };

export interface Identify {
  intents: number;
  shard: readonly [id: number, count: number];
  /** Whether each payload may come compressed by itself. */
  compress: boolean;
}

/** Reads IDENTIFY. */
export function readIdentify(
  d: unknown,
  settings: { token(): string; allowedIntents(): number },
): Handshake<Identify> {
  if (!isObject(d)) return { close: Close.DecodeError, reason: 'Error while decoding payload.' };
  if (!isToken(d['token'], settings.token())) return authenticationFailed();
  const intents = d['intents'];
  if (
    typeof intents !== 'number' ||
    !Number.isInteger(intents) ||
    intents < 0 ||
    // Bits are those of 32 only: of a larger number nothing may be left.
    intents > ALL_INTENTS ||
    (intents & ~ALL_INTENTS) !== 0
  ) {
    return { close: Close.InvalidIntents, reason: 'Invalid intent(s).' };
  }
  if ((intents & ~settings.allowedIntents()) !== 0) {
    return { close: Close.DisallowedIntents, reason: 'Disallowed intent(s).' };
  }
  const shard = readShard(d['shard']);
  return shard
    ? { intents, shard, compress: d['compress'] === true }
    : { close: Close.InvalidShard, reason: 'Invalid shard.' };
}

/** Reads RESUME. */
export function readResume(d: unknown, token: string): Handshake<{ session_id: string; seq: number }> {
  if (!isObject(d) || typeof d['session_id'] !== 'string') {
    return { close: Close.DecodeError, reason: 'Error while decoding payload.' };
  }
  if (!isToken(d['token'], token)) return authenticationFailed();
  const seq = d['seq'] ?? 0;
  if (typeof seq !== 'number') return { close: Close.InvalidSeq, reason: 'Invalid seq.' };
  return { session_id: d['session_id'], seq };
}

function authenticationFailed(): { close: number; reason: string } {
  return { close: Close.AuthenticationFailed, reason: 'Authentication failed.' };
}

function isToken(given: unknown, token: string): boolean {
  return typeof given === 'string' && sameText(given.replace(/^Bot /, ''), token);
}

function readShard(value: unknown): readonly [number, number] | null {
  if (value === undefined || value === null) return [0, 1];
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [id, count] = value as unknown[];
  if (typeof id !== 'number' || typeof count !== 'number') return null;
  return Number.isInteger(id) && Number.isInteger(count) && id >= 0 && id < count ? [id, count] : null;
}
