import { nearestName } from '../../../common/names.js';
import { truncate } from '../../../common/text.js';
import type { Locale } from '../../../languages/languages.js';

/** What members are told in direct messages about events, if they want any; each can be switched off by itself. */
export const DM_KINDS = ['reminder', 'promotion', 'change', 'cancellation', 'announcement'] as const;
export type DmKind = (typeof DM_KINDS)[number];

/** A person. */
export interface User {
  readonly id: string;
  readonly discord_id: string;
  readonly handle: string;
  /** Whether the person chose the handle here; otherwise it follows their name on Discord. */
  readonly handle_chosen: boolean;
  /** What the person says. A claim: nothing may be matched or decided by it unless `email_verified`. */
  readonly email: string | null;
  /** Whether somebody whom we trust has checked that the address is theirs. */
  readonly email_verified: boolean;
  /** Language of what we send. */
  readonly locale: Locale;
  /** IANA name, for example `Europe/Paris`. */
  readonly timezone: string;
  /** Whether they want direct messages about their events. */
  readonly dm_opt_in: boolean;
  /** Which of them, once they want any. */
  readonly dm_kinds: readonly DmKind[];
  /** Discord servers where the person used VerseLink; missing in accounts that did not since it is noted. */
  readonly seen_on?: readonly string[];
  readonly site_admin: boolean;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** A Discord server that somebody manages. */
export interface ManagedServer {
  readonly guild_id: string;
  readonly name: string;
}

/** Whether somebody wants to be told of such things in a direct message. */
export function wantsDm(
  { dm_opt_in, dm_kinds }: Pick<User, 'dm_opt_in' | 'dm_kinds'>,
  kind: DmKind,
): boolean {
  return dm_opt_in && dm_kinds.includes(kind);
}

/** The zone of people who have not chosen one. */
export const DEFAULT_TIMEZONE = 'Europe/Paris';

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
