import { escapeMarkup } from '../../../common/discord-text.js';
import { truncate } from '../../../common/text.js';
import type { Event } from '../../events/rules/event.js';
import { holdsSeat } from '../../events/rules/roster.js';
import type { SignupRow } from '../../events/rules/signup-row.js';
import { type Locale, textsIn } from '../../../languages/languages.js';

/** A message's content. */
const CONTENT_LIMIT = 2000;

/**
 * Who takes part, as a text for one reader: by role, then those waiting with their places.
 * @param signups those with a seat and the first of those waiting, in order
 */
export function describeParticipants(event: Event, signups: readonly SignupRow[], locale: Locale): string {
  const texts = textsIn(locale).signupMessage;
  const seated = signups.filter(({ status }) => holdsSeat(status));
  const waiting = signups.filter(({ status }) => status === 'waitlist');
  const max = event.max_participants === null ? '' : `/${event.max_participants}`;
  const lines = [`**${texts.participants} (${event.seats.confirmed}${max})**`];
  for (const role of [...event.roles, null]) {
    const people = seated.filter(({ role_id }) => role_id === (role?.id ?? null));
    if (people.length === 0 && (role === null || event.roles.length > 10)) continue;
    const title =
      role === null ? texts.noRole : `${escapeMarkup(role.name)} (${people.length}/${role.capacity})`;
    const names = people.map(mention).join(', ') || texts.noOne;
    lines.push(event.roles.length === 0 ? names : texts.people(title, names));
  }
  if (event.roles.length === 0 && seated.length === 0) lines.push(texts.noOne);
  if (waiting.length > 0) {
    lines.push(`**${texts.waitlist} (${event.seats.waitlist})**`);
    lines.push(...waiting.map((signup, index) => `${index + 1}. ${mention(signup)}`));
  }
  return truncate(lines.join('\n'), CONTENT_LIMIT);
}

/** Somebody's name, as Discord shows it; of one who erased their account, that somebody was there. */
export const mention = ({ discord_id }: SignupRow): string => (discord_id === '' ? '👤' : `<@${discord_id}>`);
