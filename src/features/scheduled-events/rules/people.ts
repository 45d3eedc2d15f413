import { escapeMarkup } from '../../../common/discord-text.js';
import { codePoints } from '../../../common/text.js';
import type { Texts } from '../../../languages/texts.js';
import type { SignupStatus } from '../../events/rules/roster.js';
import type { SignupRow } from '../../events/rules/signup-row.js';

/** Whose name is shown, as far as showing it needs. */
export type Named = Pick<SignupRow, 'discord_id' | 'handle' | 'seen_on'> &
  Partial<Pick<SignupRow, 'source' | 'status'>>;

const MARKS: Partial<Record<SignupStatus, string>> = { late: '🕒', offered: '📨' };

/** So many stand below each other; more stand in a line, which takes less room. */
const IN_A_COLUMN = 6;

/**
 * Somebody's name for readers on a server: a mention where they are on it, which Discord shows as their name there. Discord
 * shows people who are not as `@unknown-user`, so they are named by their handle. Those who come late, and those who are offered a seat, are marked.
 * @param guildId `null` where the readers are on any server
 */
export function nameOn(guildId: string | null, person: Named): string {
  // Somebody who erased their account was there all the same.
  if (person.discord_id === '') return '👤';
  const name = isOn(guildId, person) ? `<@${person.discord_id}>` : escapeMarkup(person.handle);
  const mark = person.status === undefined ? undefined : MARKS[person.status];
  return mark === undefined ? name : `${name} ${mark}`;
}

/** Before it was noted where people are, those who clicked were taken for the server's own. */
function isOn(guildId: string | null, { seen_on, source }: Named): boolean {
  if (guildId === null) return false;
  return seen_on?.includes(guildId) ?? source === 'discord';
}

/**
 * As many names as fit, and how many do not.
 * @param total how many there are; `names` may be only the first of them
 */
export function listNames(
  names: readonly string[],
  total: number,
  limit: number,
  texts: Texts['signupMessage'],
): string {
  if (names.length === 0) return texts.noOne;
  const between = names.length > IN_A_COLUMN ? ', ' : '\n';
  const all = names.join(between);
  if (codePoints(all) <= limit && names.length === total) return all;
  const kept: string[] = [];
  let room = limit - codePoints(texts.more(total)) - 1;
  for (const name of names) {
    room -= codePoints(name) + between.length;
    if (room < 0) break;
    kept.push(name);
  }
  return [kept.join(between), texts.more(total - kept.length)].filter((part) => part !== '').join('\n');
}
