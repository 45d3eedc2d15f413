import { escapeMarkup } from '../../../common/discord-text.js';
import { codePoints } from '../../../common/text.js';
import { type Locale, textsIn } from '../../../languages/languages.js';
import type { Texts } from '../../../languages/texts.js';
import { EXTRA_ANSWERS, type Event } from '../../events/rules/event.js';
import { holdsSeat, isSignedUp } from '../../events/rules/roster.js';
import type { SignupRow } from '../../events/rules/signup-row.js';
import { nameOn } from './people.js';

/** A message's content is 2,000; some remains for the place of the reader and the page's number. */
const PAGE = 1500;
const IN_A_LINE = 10;

/** Who reads the list, and where. */
export interface ListReader {
  readonly locale: Locale;
  /** `null` in direct messages. */
  readonly guild_id: string | null;
  readonly user_id: string | null;
}

/** A page of the list of those who take part. */
export interface ListPage {
  readonly content: string;
  /** Counted from 0. */
  readonly page: number;
  readonly pages: number;
}

/**
 * Who takes part, for one reader: their own place first, then everybody by role, those waiting with their places, and other
 * answers.
 * @param signups everybody who has answered, in order
 * @param page from 0; the last one when there are not so many
 */
export function describeParticipants(
  event: Event,
  signups: readonly SignupRow[],
  reader: ListReader,
  page = 0,
): ListPage {
  const texts = textsIn(reader.locale).signupMessage;
  const pages = paged(linesOf(event, signups, reader.guild_id, texts));
  const shown = Math.min(page, pages.length - 1);
  const own = signups.find(({ user_id }) => user_id === reader.user_id);
  const head = [
    ...(own === undefined ? [] : [ownLine(own, textsIn(reader.locale))]),
    ...(pages.length === 1 ? [] : [`-# ${texts.page(shown + 1, pages.length)}`]),
  ];
  return {
    content: [...head, ...(pages[shown] ?? [])].join('\n'),
    page: shown,
    pages: pages.length,
  };
}

function ownLine(
  { status, role_name, position_in_waitlist, offer_expires_at }: SignupRow,
  { signupMessage: texts, answers }: Texts,
): string {
  const answer = EXTRA_ANSWERS.find((extra) => extra === status);
  if (answer !== undefined && !isSignedUp({ status })) return texts.own(texts.answers[answer]);
  const role = role_name === null ? null : escapeMarkup(role_name);
  if (status === 'pending') return texts.own(joined(answers.pendingShort, role));
  if (offer_expires_at !== null)
    return texts.own(joined(answers.offeredShort(Math.floor(offer_expires_at.getTime() / 1000)), role));
  if (position_in_waitlist === null) return texts.own(role ?? texts.ownSeat);
  return texts.own(joined(texts.ownWaiting(position_in_waitlist), role));
}

function joined(standing: string, role: string | null): string {
  return role === null ? standing : `${standing} · ${role}`;
}

function linesOf(
  event: Event,
  signups: readonly SignupRow[],
  guildId: string | null,
  texts: Texts['signupMessage'],
): string[] {
  const seated = signups.filter(({ status }) => holdsSeat(status));
  const waiting = signups.filter(({ status }) => status === 'waitlist' || status === 'offered');
  const pending = signups.filter(({ status }) => status === 'pending');
  const max = event.max_participants === null ? '' : `/${event.max_participants}`;
  const lines = [`**${texts.participants} (${event.seats.confirmed}${max})**`];
  for (const role of [...event.roles, null]) {
    const people = seated.filter(({ role_id }) => role_id === (role?.id ?? null));
    if (role === null && (people.length === 0 || event.roles.length === 0)) continue;
    const title =
      role === null ? texts.noRole : `${escapeMarkup(role.name)} (${people.length}/${role.capacity})`;
    lines.push(`**${title}**`, ...inLines(people, guildId, texts));
  }
  if (event.roles.length === 0) lines.push(...inLines(seated, guildId, texts));
  if (waiting.length > 0) {
    lines.push(`**${texts.waitlist} (${waiting.length})**`);
    lines.push(...waiting.map((signup) => `${placeOf(signup)} ${nameOn(guildId, signup)}`));
  }
  if (pending.length > 0)
    lines.push(`**${texts.pendingTitle} (${pending.length})**`, ...inLines(pending, guildId, texts));
  for (const answer of EXTRA_ANSWERS.filter((extra) => !holdsSeat(extra))) {
    const people = signups.filter(({ status }) => status === answer);
    if (people.length === 0) continue;
    lines.push(`**${texts.answers[answer]} (${people.length})**`, ...inLines(people, guildId, texts));
  }
  return lines;
}

/** Somebody's place in the queue; who is offered a seat stands in front of it. */
function placeOf({ position_in_waitlist: position }: SignupRow): string {
  return position === null ? '-' : `${position}.`;
}

/** So that a page may end within a role. */
function inLines(
  people: readonly SignupRow[],
  guildId: string | null,
  texts: Texts['signupMessage'],
): string[] {
  if (people.length === 0) return [texts.noOne];
  const names = people.map((person) => nameOn(guildId, person));
  const starts = Array.from({ length: Math.ceil(names.length / IN_A_LINE) }, (_, line) => line * IN_A_LINE);
  return starts.map((from) => names.slice(from, from + IN_A_LINE).join(', '));
}

function paged(lines: readonly string[]): string[][] {
  const pages: string[][] = [[]];
  let room = PAGE;
  for (const line of lines) {
    room -= codePoints(line) + 1;
    if (room < 0) {
      pages.push([]);
      room = PAGE - codePoints(line);
    }
    pages.at(-1)?.push(line);
  }
  return pages;
}
