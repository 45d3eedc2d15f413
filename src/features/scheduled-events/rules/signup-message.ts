import { escapeWithin } from '../../../common/discord-text.js';
import { codePoints, truncate } from '../../../common/text.js';
import type { Event, EventRole, EventState } from '../../events/rules/event.js';
import type { SignupRow } from '../../events/rules/signup-row.js';
import { type Locale, textsIn } from '../../../languages/languages.js';
import type { Texts } from '../../../languages/texts.js';
import type { SignupAction } from './custom-id.js';
import { mention } from './participants.js';

/** What a signup message shows, free of Discord's JSON. Every text is within Discord's limits. */
export interface SignupMessage {
  readonly title: string;
  readonly description: string;
  readonly color: number;
  readonly fields: readonly SignupMessageField[];
  readonly footer: string;
  readonly buttons: readonly SignupButton[];
  readonly menus: readonly RoleMenu[];
}

interface SignupMessageField {
  readonly name: string;
  readonly value: string;
  readonly inline: boolean;
}

export interface SignupButton {
  readonly action: SignupAction;
  readonly label: string;
  readonly style: 'success' | 'danger' | 'secondary';
  readonly disabled: boolean;
}

/** A menu of at most 25 roles; an event with more has several. */
export interface RoleMenu {
  readonly placeholder: string;
  readonly disabled: boolean;
  readonly options: readonly RoleOption[];
}

interface RoleOption {
  /** The role's id. */
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly emoji: string | null;
}

/** Discord's limits; the embed's total of 6,000 is shared out below. */
const LIMITS = {
  title: 256,
  description: 1500,
  location: 200,
  reason: 500,
  fieldName: 256,
  fieldValue: 1024,
  option: 100,
} as const;
const MENU_OPTIONS = 25;
/** One action row is for the buttons, four remain. */
const MENUS = 4;
/** 25 fields less those that are not a role's: four facts, the participants, three lists. */
const ROLE_FIELDS = 17;
/** What remains of 6,000 for lists of people, and what the shortest list gets. */
const PEOPLE_BUDGET = 2000;
const MIN_PEOPLE = 60;
const ROLE_TITLE = 70;

const COLORS = { open: 0x2f80ed, active: 0x27ae60, completed: 0x828282, cancelled: 0xeb5757 } as const;

/**
 * The signup message of an event.
 * @param signups those that hold a seat and the first of those that wait, in the order to show
 */
export function renderSignupMessage(
  event: Event,
  signups: readonly SignupRow[],
  locale: Locale,
): SignupMessage {
  const texts = textsIn(locale).signupMessage;
  const closed = event.state === 'completed' || event.state === 'cancelled';
  return {
    title: escapeWithin(event.title, LIMITS.title),
    description: truncate(event.description, LIMITS.description),
    color: colorOf(event),
    fields: [...factFields(event, texts), ...peopleFields(event, signups, texts)],
    footer: stateText(event.state, texts) ?? 'VerseLink',
    buttons: [
      { action: 'signup', label: texts.signUp, style: 'success', disabled: closed },
      { action: 'withdraw', label: texts.withdraw, style: 'danger', disabled: closed },
      { action: 'list', label: texts.showList, style: 'secondary', disabled: closed },
    ],
    menus: roleMenus(event, closed, texts),
  };
}

function colorOf(event: Event): number {
  if (event.state === 'draft' || event.state === 'published') return COLORS.open;
  return COLORS[event.state];
}

function stateText(state: EventState, texts: Texts['signupMessage']): string | null {
  return state === 'draft' || state === 'published' ? null : texts[state];
}

function factFields(event: Event, texts: Texts['signupMessage']): SignupMessageField[] {
  const start = Math.floor(event.start_at_utc.getTime() / 1000);
  const fields = [
    { name: texts.when, value: `<t:${start}:F>\n<t:${start}:R>`, inline: true },
    { name: texts.duration, value: texts.minutes(event.duration_minutes), inline: true },
  ];
  if (event.location !== null) {
    fields.push({ name: texts.location, value: escapeWithin(event.location, LIMITS.location), inline: true });
  }
  if (event.cancel_reason !== null) {
    fields.push({
      name: texts.reason,
      value: escapeWithin(event.cancel_reason, LIMITS.reason),
      inline: false,
    });
  }
  return fields;
}

function peopleFields(
  event: Event,
  signups: readonly SignupRow[],
  texts: Texts['signupMessage'],
): SignupMessageField[] {
  const seated = signups.filter(({ status }) => status === 'confirmed' || status === 'checked_in');
  const waiting = signups.filter(({ status }) => status === 'waitlist');
  const shownRoles = event.roles.slice(0, ROLE_FIELDS);
  const otherRoles = event.roles.slice(ROLE_FIELDS);
  const limit = Math.min(
    LIMITS.fieldValue,
    Math.max(MIN_PEOPLE, Math.floor(PEOPLE_BUDGET / (shownRoles.length + 3))),
  );
  const people = (list: readonly SignupRow[], total = list.length): string =>
    listPeople(list, total, limit, texts);
  const inRole = (role: EventRole): SignupRow[] => seated.filter(({ role_id }) => role_id === role.id);

  const total = `${texts.participants} (${seatsText(event)})`;
  const unassigned = seated.filter(({ role_id }) => !event.roles.some(({ id }) => id === role_id));
  const fields: SignupMessageField[] = [];
  if (event.roles.length === 0) {
    fields.push({ name: total, value: people(seated), inline: false });
  } else {
    fields.push({ name: texts.participants, value: seatsText(event), inline: true });
  }
  for (const role of shownRoles) {
    fields.push({ name: roleTitle(event, role), value: people(inRole(role)), inline: true });
  }
  if (otherRoles.length > 0) {
    const lines = otherRoles.map((role) => roleTitle(event, role)).join('\n');
    fields.push({ name: texts.otherRoles, value: truncate(lines, limit), inline: false });
  }
  if (event.roles.length > 0 && unassigned.length > 0) {
    fields.push({ name: texts.noRole, value: people(unassigned), inline: true });
  }
  if (waiting.length > 0) {
    const count = Math.max(event.seats.waitlist, waiting.length);
    fields.push({ name: `${texts.waitlist} (${count})`, value: people(waiting, count), inline: false });
  }
  return fields;
}

function seatsText(event: Event): string {
  const max = event.max_participants;
  return max === null ? String(event.seats.confirmed) : `${event.seats.confirmed}/${max}`;
}

function roleTitle(event: Event, role: EventRole): string {
  const taken = event.seats.by_role[role.id]?.confirmed ?? 0;
  const emoji = role.emoji === null ? '' : `${role.emoji} `;
  const name = escapeWithin(role.name, ROLE_TITLE - codePoints(emoji));
  return `${emoji}${name} (${taken}/${role.capacity})`;
}

/** People as mentions; an embed's mentions show names and never ping. */
function listPeople(
  signups: readonly SignupRow[],
  total: number,
  limit: number,
  texts: Texts['signupMessage'],
): string {
  if (signups.length === 0) return texts.noOne;
  const mentions = signups.map(mention);
  const all = mentions.join('\n');
  if (all.length <= limit && signups.length === total) return all;
  const kept: string[] = [];
  let room = limit - codePoints(texts.more(total));
  for (const mention of mentions) {
    room -= mention.length + 1;
    if (room < 0) break;
    kept.push(mention);
  }
  return [...kept, texts.more(total - kept.length)].join('\n');
}

function roleMenus(event: Event, disabled: boolean, texts: Texts['signupMessage']): RoleMenu[] {
  const options = event.roles.map((role) => ({
    value: role.id,
    label: truncate(role.name, LIMITS.option),
    description: truncate(
      [texts.seats(event.seats.by_role[role.id]?.confirmed ?? 0, role.capacity), role.description]
        .filter((part) => part !== null)
        .join(' · '),
      LIMITS.option,
    ),
    emoji: role.emoji,
  }));
  const menus: RoleMenu[] = [];
  for (let at = 0; at < options.length && menus.length < MENUS; at += MENU_OPTIONS) {
    menus.push({ placeholder: texts.chooseRole, disabled, options: options.slice(at, at + MENU_OPTIONS) });
  }
  return menus;
}
