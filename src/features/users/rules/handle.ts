import { nearestName } from '../../../common/names.js';
import { truncate } from '../../../common/text.js';

/** Code points of a handle. */
export const HANDLE_MAX = 64;

/**
 * Handles for a new account, best first: the name that the person has elsewhere, then others in case somebody has it.
 * @param name for example a display name on Discord, which many people may share
 * @param id the account's own, of which the end is random: the last of the handles cannot be taken on purpose
 */
export function handlesFor(name: string, discordId: string, id: string): readonly string[] {
  const wanted = nearestName(name, HANDLE_MAX) ?? 'user';
  return ['', `-${discordId.slice(-4)}`, `-${id.slice(-12)}`].map(
    (ending) => `${truncate(wanted, HANDLE_MAX - ending.length)}${ending}`,
  );
}
