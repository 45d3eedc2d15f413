import { escapeWithin, truncateMarkdown } from '../../../common/discord-text.js';
import { codePoints, truncate } from '../../../common/text.js';
import { type Locale, textsIn } from '../../../languages/languages.js';
import type { Texts } from '../../../languages/texts.js';
import { EXTRA_ANSWERS, type Event, type EventRole } from '../../events/rules/event.js';
import { hasRoom, holdsSeat, takenOf } from '../../events/rules/roster.js';
import type { SignupRow } from '../../events/rules/signup-row.js';
import { isClosed } from '../../events/rules/transitions.js';
import { listNames, nameOn, type Named } from './people.js';
import { buttonRows, type SignupButton } from './signup-buttons.js';
import { shipLines, shipMenu } from './ships.js';
import { PREFERENCES, roleMenus, type RoleMenu } from './role-menus.js';

/** What a signup message shows, free of Discord's JSON. Every text is within Discord's limits. */
export interface SignupMessage {
  readonly author: string;
  readonly title: string;
  readonly description: string;
  readonly color: number;
  readonly fields: readonly SignupMessageField[];
  readonly image: string | null;
  /** By rows. */
  readonly buttons: readonly (readonly SignupButton[])[];
  readonly menus: readonly RoleMenu[];
  /** The menu of ships to board. */
  readonly ships: RoleMenu | null;
}

interface SignupMessageField {
  readonly name: string;
  readonly value: string;
  readonly inline: boolean;
}

/** What a signup message tells beside the event, and to whom. */
export interface MessageContext {
  readonly locale: Locale;
  /** The server that it is shown on; `null` for readers of any server. */
  readonly guild_id: string | null;
  readonly organization: string | null;
  readonly organizer: Named | null;
  /** Where the readers' calendars find the event's file. */
  readonly calendar_url: string;
}

/** Discord's limits, and ours below them: an embed may have 6,000 characters in all. */
export const EMBED = 6000;
export const MESSAGE_LIMITS = {
  author: 256,
  title: 256,
  description: 1500,
  /** Beside many roles, each with a field of its own. */
  shortDescription: 800,
  location: 200,
  reason: 500,
  ships: 600,
  roleName: 60,
  otherRoles: 400,
  fieldValue: 1024,
} as const;
/** 25 fields less those that are not a role's: eight facts, five lists. */
export const ROLE_FIELDS = 12;
/** Room for a list even where texts are as long as they may be. */
const SHORTEST_LIST = 40;
export const MANY_ROLES = 8;
const BAR = 10;

type Shown = 'open' | 'full' | 'shut' | 'closed' | 'active' | 'completed' | 'cancelled';

const COLORS: Readonly<Record<Shown, number>> = {
  open: 0x2f80ed,
  full: 0xf2994a,
  shut: 0x9b51e0,
  closed: 0x2d9c9c,
  active: 0x27ae60,
  completed: 0x828282,
  cancelled: 0xeb5757,
};

/**
 * The signup message of an event.
 * @param signups those that hold a seat, those that wait, and other answers, in the order to show
 */
export function renderSignupMessage(
  event: Event,
  signups: readonly SignupRow[],
  context: MessageContext,
): SignupMessage {
  const { eventTypes, signupMessage: texts } = textsIn(context.locale);
  const shown = stateOf(event);
  const state = shown === 'open' ? '' : `${texts[shown]} · `;
  const organization = context.organization === null ? '' : `${context.organization} · `;
  const head = {
    author: truncate(`${organization}${eventTypes[event.type]}`, MESSAGE_LIMITS.author),
    title: `${state}${escapeWithin(event.title, MESSAGE_LIMITS.title - codePoints(state))}`,
    description: truncateMarkdown(
      event.description,
      event.roles.length > MANY_ROLES ? MESSAGE_LIMITS.shortDescription : MESSAGE_LIMITS.description,
    ),
  };
  const facts = factFields(event, signups, context, texts);
  const disabled = isClosed(event.state) || event.locked;
  const room = EMBED - lengthOf(Object.values(head)) - lengthOfFields(facts);
  return {
    ...head,
    color: COLORS[shown],
    fields: [...facts, ...peopleFields(event, signups, context.guild_id, room, texts)],
    image: event.banner_url,
    buttons: buttonRows(event, texts),
    menus: roleMenus(event, { disabled: disabled || event.signups_closed, preferences: PREFERENCES }, texts),
    ships: shipMenu(event, signups, disabled, texts),
  };
}

/** A draft is shown as members will see it. */
function stateOf(event: Event): Shown {
  if (event.state !== 'draft' && event.state !== 'published') return event.state;
  if (event.locked) return 'shut';
  if (event.signups_closed) return 'closed';
  return hasRoom(event) ? 'open' : 'full';
}

function factFields(
  event: Event,
  signups: readonly SignupRow[],
  { guild_id, organizer, calendar_url }: MessageContext,
  texts: Texts['signupMessage'],
): SignupMessageField[] {
  const start = Math.floor(event.start_at_utc.getTime() / 1000);
  const calendar = isClosed(event.state) ? [] : [`[${texts.addToCalendar}](${calendar_url})`];
  const when = [`<t:${start}:F>`, `<t:${start}:R>`, ...calendar].join(' · ');
  const fields: SignupMessageField[] = [];
  if (event.cancel_reason !== null) {
    const value = escapeWithin(event.cancel_reason, MESSAGE_LIMITS.reason);
    fields.push({ name: texts.reason, value, inline: false });
  }
  fields.push(
    { name: texts.when, value: when, inline: false },
    { name: texts.duration, value: texts.minutes(event.duration_minutes), inline: true },
  );
  if (event.location !== null) {
    fields.push({
      name: texts.location,
      value: escapeWithin(event.location, MESSAGE_LIMITS.location),
      inline: true,
    });
  }
  if (organizer !== null) {
    fields.push({ name: texts.organizer, value: nameOn(guild_id, organizer), inline: true });
  }
  const ships = shipLines(event, signups, guild_id, texts);
  if (ships.length > 0) {
    fields.push({
      name: texts.ships,
      value: whole(ships, '\n', MESSAGE_LIMITS.ships, texts.more),
      inline: false,
    });
  }
  const limits = signupsText(event, texts);
  if (limits !== '') fields.push({ name: texts.signups, value: limits, inline: false });
  return fields;
}

/** What keeps somebody from signing up, or may: the lock, or the deadline and for whom it is. */
function signupsText(
  { locked, signup_closes_at, signups_closed, members_only }: Event,
  texts: Texts['signupMessage'],
): string {
  if (locked) return texts.locked;
  const end = signup_closes_at && `<t:${Math.floor(signup_closes_at.getTime() / 1000)}:F>`;
  return [
    ...(end === null ? [] : [signups_closed ? texts.since(end) : texts.until(end)]),
    ...(members_only ? [texts.membersOnly] : []),
  ].join(' · ');
}

function peopleFields(
  event: Event,
  signups: readonly SignupRow[],
  guildId: string | null,
  room: number,
  texts: Texts['signupMessage'],
): SignupMessageField[] {
  const seated = signups.filter(({ status }) => holdsSeat(status));
  const waiting = signups.filter(({ status }) => status === 'waitlist' || status === 'offered');
  const shownRoles = event.roles.slice(0, ROLE_FIELDS);
  const unassigned = seated.filter(({ role_id }) => !event.roles.some(({ id }) => id === role_id));
  const total = { name: `${texts.participants} (${seatsText(event)})`, value: freeText(event, texts) };

  const lists: PeopleList[] = shownRoles.map((role) => ({
    name: roleTitle(event, role),
    people: seated.filter(({ role_id }) => role_id === role.id),
    inline: true,
  }));
  if (event.roles.length === 0) lists.push({ name: texts.signedUp, people: seated, inline: false });
  else if (unassigned.length > 0) lists.push({ name: texts.noRole, people: unassigned, inline: true });
  const queue = Math.max(event.seats.waitlist + event.seats.offered, waiting.length);
  if (waiting.length > 0) {
    lists.push({ name: `${texts.waitlist} (${queue})`, people: waiting, total: queue, inline: false });
  }
  // Those who come late have a seat, and are among the seated.
  for (const answer of EXTRA_ANSWERS.filter((extra) => !holdsSeat(extra))) {
    const people = signups.filter(({ status }) => status === answer);
    const name = `${texts.answers[answer]} (${people.length})`;
    if (people.length > 0) lists.push({ name, people, inline: true });
  }
  const others = otherRoles(event, texts);
  const left = room - lengthOfFields([total, ...others]) - lengthOf(lists.map(({ name }) => name));
  const limit = Math.min(MESSAGE_LIMITS.fieldValue, Math.max(SHORTEST_LIST, Math.floor(left / lists.length)));
  const fields = lists.map(({ name, people, total: count = people.length, inline }) => {
    const names = people.map((person) => nameOn(guildId, person));
    return { name, value: listNames(names, count, limit, texts), inline };
  });
  return [
    { ...total, inline: false },
    ...fields.slice(0, shownRoles.length),
    ...others,
    ...fields.slice(shownRoles.length),
  ];
}

/** People below a name; `total` when they are more than those given. */
interface PeopleList {
  readonly name: string;
  readonly people: readonly SignupRow[];
  readonly total?: number;
  readonly inline: boolean;
}

/** Roles that have no field of their own: which, how many seats they have, and where they can be taken. */
function otherRoles(event: Event, texts: Texts['signupMessage']): SignupMessageField[] {
  const others = event.roles.slice(ROLE_FIELDS);
  if (others.length === 0) return [];
  const titles = others.map((role) => roleTitle(event, role));
  const value = whole(titles, ' · ', MESSAGE_LIMITS.otherRoles, texts.moreRoles);
  return [{ name: texts.otherRoles(ROLE_FIELDS + 1, event.roles.length), value, inline: false }];
}

function seatsText(event: Event): string {
  const max = event.max_participants;
  return max === null ? String(event.seats.confirmed) : `${event.seats.confirmed}/${max}`;
}

/** How full the event is, at a glance, and how many wait for approval. */
function freeText(event: Event, texts: Texts['signupMessage']): string {
  const { max_participants: max, seats } = event;
  const pending = seats.pending === 0 ? [] : [texts.pending(seats.pending)];
  if (max === null) return [texts.noLimit, ...pending].join(' · ');
  const taken = Math.min(takenOf(seats), max);
  // Neither empty nor full before it is.
  const filled = taken === max ? BAR : Math.min(BAR - 1, Math.ceil((taken / max) * BAR));
  const free = isClosed(event.state) ? '' : ` ${texts.free(max - taken)}`;
  return [`${'▰'.repeat(filled)}${'▱'.repeat(BAR - filled)}${free}`, ...pending].join(' · ');
}

function roleTitle(event: Event, role: EventRole): string {
  const taken = event.seats.by_role[role.id]?.confirmed ?? 0;
  const emoji = role.emoji === null ? '' : `${role.emoji} `;
  return `${emoji}${escapeWithin(role.name, MESSAGE_LIMITS.roleName)} (${taken}/${role.capacity})`;
}

/** As many parts as fit, and how many do not. */
function whole(
  parts: readonly string[],
  between: string,
  limit: number,
  more: (count: number) => string,
): string {
  let room = limit;
  const fitting = parts.findIndex((part) => (room -= codePoints(part) + between.length) < 0);
  if (fitting < 0) return parts.join(between);
  return [parts.slice(0, fitting).join(between), more(parts.length - fitting)].join('\n');
}

const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + codePoints(text), 0);

function lengthOfFields(fields: readonly Pick<SignupMessageField, 'name' | 'value'>[]): number {
  return lengthOf(fields.flatMap(({ name, value }) => [name, value]));
}
