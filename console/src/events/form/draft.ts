import type { components } from '../../api/schema.js';
import { type Fold, localOf, readLocal } from '../../format/zones.js';
import type { EventType, EventView } from '../search.js';

const MINUTE_MS = 60_000;

type Schemas = components['schemas'];
export type TemplateView = Schemas['TemplateView'];
export type SeriesView = Schemas['SeriesView'];
export type ExtraAnswer = EventView['answers'][number];
export type Visibility = EventView['visibility'];

/** A row of a list that is being written; the key stays its own wherever it is moved. */
interface Row {
  readonly key: string;
  /** Of one that the event has already. */
  readonly id?: string | undefined;
}

export interface RoleDraft extends Row {
  readonly emoji: string;
  readonly name: string;
  readonly capacity: string;
  readonly description: string;
}

export interface ShipDraft extends Row {
  readonly ship_model: string;
  readonly required_crew: string;
  readonly notes: string;
}

/** An event as it stands in the form: what is typed is text, also where it is to be a number or a time. */
export interface Draft {
  readonly title: string;
  readonly description: string;
  readonly type: EventType;
  /** On the clock of `zone`: `2026-12-05T20:30`. */
  readonly start: string;
  readonly zone: string;
  readonly fold: Fold;
  readonly duration: string;
  readonly location: string;
  readonly seats: string;
  readonly visibility: Visibility;
  readonly roles: readonly RoleDraft[];
  readonly ships: readonly ShipDraft[];
  readonly banner: string;
  readonly signupRoles: readonly string[];
  readonly membersOnly: boolean;
  readonly roleRequired: boolean;
  readonly approval: boolean;
  readonly offer: string;
  readonly coOrganizers: readonly string[];
  readonly answers: readonly ExtraAnswer[];
  /** When signups close, on the clock of `zone`; empty where `closesBefore` says it. */
  readonly closes: string;
  /** How many minutes before the start signups close, as templates say it; empty once a time is typed. */
  readonly closesBefore: string;
  readonly locked: boolean;
  /** `null`: as each server says. */
  readonly reminders: readonly number[] | null;
}

/** What the form is of: an event with its date, the events of a series, or what events to come begin with. */
export type FormKind = 'event' | 'series' | 'template';

/** What every part of the form is given. */
export interface Editing {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
}

/** What an event, a template and a series have in common. */
type Fields = Omit<
  EventView | TemplateView | SeriesView['event'],
  'roles' | 'fleet_ships' | keyof Row | 'locked'
> & {
  readonly roles: readonly (Omit<RoleDraft, 'key' | 'capacity' | 'emoji' | 'description'> & {
    readonly capacity: number;
    readonly emoji: string | null;
    readonly description: string | null;
  })[];
  readonly fleet_ships: readonly {
    readonly id?: string;
    readonly ship_model: string;
    readonly required_crew: number;
    readonly notes: string | null;
  }[];
};

const newKey = (): string => crypto.randomUUID();
export const numberText = (value: number | null): string => (value === null ? '' : String(value));

/** An event of which nothing is said yet. */
export function blankDraft(zone: string): Draft {
  return {
    ...{ title: '', description: '', type: 'raid', start: '', zone, fold: 'earlier', duration: '120' },
    ...{ location: '', seats: '', visibility: 'public', roles: [], ships: [], banner: '' },
    ...{ signupRoles: [], membersOnly: false, roleRequired: false, approval: false, offer: '' },
    ...{ coOrganizers: [], answers: [], closes: '', closesBefore: '', locked: false, reminders: null },
  };
}

export const blankRole = (): RoleDraft => ({
  ...{ key: newKey(), emoji: '', name: '', capacity: '1', description: '' },
});

export const blankShip = (): ShipDraft => ({
  ...{ key: newKey(), ship_model: '', required_crew: '1', notes: '' },
});

/** What a template or a series says of its events. */
export function draftOfFields(fields: Fields, zone: string): Draft {
  return {
    ...blankDraft(zone),
    title: fields.title,
    description: fields.description,
    type: fields.type,
    duration: String(fields.duration_minutes),
    location: fields.location ?? '',
    seats: numberText(fields.max_participants),
    visibility: fields.visibility,
    roles: fields.roles.map(({ id, name, capacity, emoji, description }, at) => ({
      ...{ key: id ?? `role-${at}`, id, name, capacity: String(capacity) },
      ...{ emoji: emoji ?? '', description: description ?? '' },
    })),
    ships: fields.fleet_ships.map(({ id, ship_model, required_crew, notes }, at) => ({
      ...{ key: id ?? `ship-${at}`, id, ship_model, required_crew: String(required_crew) },
      notes: notes ?? '',
    })),
    banner: fields.banner_url ?? '',
    signupRoles: fields.signup_role_ids,
    membersOnly: fields.members_only,
    roleRequired: fields.role_required,
    approval: fields.approval_required,
    offer: numberText(fields.offer_minutes),
    answers: fields.answers,
    reminders: fields.reminder_offsets_minutes,
  };
}

/** An event as it is, on the clock of a zone. */
export function draftOfEvent(event: EventView, zone: string): Draft {
  const { start_at_utc, signup_closes_at, co_organizer_ids, locked } = event;
  const start = new Date(start_at_utc);
  const local = localOf(start, zone);
  const reading = readLocal(local, zone, 'later');
  return {
    ...draftOfFields(event, zone),
    start: local,
    fold: reading?.kind === 'twice' && reading.at.getTime() === minuteOf(start) ? 'later' : 'earlier',
    coOrganizers: co_organizer_ids,
    closes: signup_closes_at === null ? '' : localOf(new Date(signup_closes_at), zone),
    locked,
  };
}

const minuteOf = (at: Date): number => Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;

const minutesBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / MINUTE_MS);

/**
 * A copy of an event: of the same day of the week and time, in the week to come; nobody has signed up for its roles. As in a template,
 * signups close as long before the start.
 */
export function draftOfCopy(event: EventView, zone: string): Draft {
  const draft = draftOfEvent(event, zone);
  const { start_at_utc: start, signup_closes_at: closes } = event;
  return {
    ...draft,
    start: nextWeekly(draft.start, zone),
    closes: '',
    closesBefore: closes === null ? '' : String(minutesBetween(closes, start)),
    roles: draft.roles.map(({ id: _, ...role }) => role),
    ships: draft.ships.map(({ id: _, ...ship }) => ship),
  };
}

/** The first time after now that lies whole weeks after a time on a zone's clock. */
function nextWeekly(local: string, zone: string): string {
  const now = localOf(new Date(), zone);
  const clock = new Date(`${local}Z`);
  while (clock.toISOString().slice(0, 16) <= now) clock.setUTCDate(clock.getUTCDate() + 7);
  return clock.toISOString().slice(0, 16);
}

/** What the API is sent of a draft. A number that is none is sent as it stands, for the API to say what is wrong. */
export function fieldsOf(draft: Draft) {
  const { zone, fold } = draft;
  return {
    title: draft.title,
    description: draft.description,
    type: draft.type,
    start_at_utc: momentOf(draft.start, zone, fold) ?? '',
    duration_minutes: Number(draft.duration),
    location: draft.location.trim() === '' ? null : draft.location,
    visibility: draft.visibility,
    max_participants: numberOrNull(draft.seats),
    roles: draft.roles.map(({ id, name, capacity, emoji, description }) => ({
      ...(id !== undefined && { id }),
      ...{ name, capacity: Number(capacity) },
      emoji: emoji.trim() === '' ? null : emoji.trim(),
      description: description.trim() === '' ? null : description,
    })),
    fleet_ships: draft.ships.map(({ id, ship_model, required_crew, notes }) => ({
      ...(id !== undefined && { id }),
      ...{ ship_model, required_crew: Number(required_crew) },
      notes: notes.trim() === '' ? null : notes,
    })),
    banner_url: draft.banner.trim() === '' ? null : draft.banner.trim(),
    signup_role_ids: [...draft.signupRoles],
    members_only: draft.membersOnly,
    role_required: draft.roleRequired,
    approval_required: draft.approval,
    offer_minutes: numberOrNull(draft.offer),
    co_organizer_ids: [...draft.coOrganizers],
    answers: [...draft.answers],
    signup_closes_at: deadlineOf(draft)?.toISOString() ?? (draft.closes === '' ? null : draft.closes),
    locked: draft.locked,
    reminder_offsets_minutes: draft.reminders === null ? null : [...draft.reminders],
  };
}

/** When signups close; a time before the start that has passed by now is left out, as the API does. */
export function deadlineOf({ start, closes, closesBefore, zone, fold }: Draft): Date | null {
  if (closesBefore === '') return readLocal(closes, zone, fold)?.at ?? null;
  const begin = readLocal(start, zone, fold);
  if (begin === null) return null;
  const end = new Date(begin.at.getTime() - Number(closesBefore) * MINUTE_MS);
  return end > new Date() ? end : null;
}

export type EventFields = ReturnType<typeof fieldsOf>;
export type FieldName = keyof EventFields;

const momentOf = (local: string, zone: string, fold: Fold): string | undefined =>
  readLocal(local, zone, fold)?.at.toISOString();

export const numberOrNull = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** The fields in which two drafts differ, as the second has them. */
export const changesOf = (before: Draft, after: Draft): Partial<EventFields> =>
  changed(fieldsOf(before), fieldsOf(after));

/** What is not as it was. */
export function changed<Fields extends object>(was: Fields, is: Fields): Partial<Fields> {
  const names = Object.keys(is) as (keyof Fields)[];
  const differing = names.filter((name) => !isSame(is[name], was[name]));
  return Object.fromEntries(differing.map((name) => [name, is[name]])) as Partial<Fields>;
}

export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Which parts of a draft make a field of the API. */
const PARTS: Readonly<Record<FieldName, readonly (keyof Draft)[]>> = {
  title: ['title'],
  description: ['description'],
  type: ['type'],
  start_at_utc: ['start', 'fold'],
  duration_minutes: ['duration'],
  location: ['location'],
  visibility: ['visibility'],
  max_participants: ['seats'],
  roles: ['roles'],
  fleet_ships: ['ships'],
  banner_url: ['banner'],
  signup_role_ids: ['signupRoles'],
  members_only: ['membersOnly'],
  role_required: ['roleRequired'],
  approval_required: ['approval'],
  offer_minutes: ['offer'],
  co_organizer_ids: ['coOrganizers'],
  answers: ['answers'],
  signup_closes_at: ['closes', 'closesBefore'],
  locked: ['locked'],
  reminder_offsets_minutes: ['reminders'],
};

/** One draft, with some fields as another one has them; both on the clock of the same zone. */
export function withFields(draft: Draft, other: Draft, fields: readonly FieldName[]): Draft {
  const parts = fields.flatMap((field) => PARTS[field]);
  return { ...draft, ...Object.fromEntries(parts.map((part) => [part, other[part]])) };
}
