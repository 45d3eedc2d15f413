import { DateTime } from 'luxon';
import { readDate } from '../../common/date-words.js';
import { codePoints, truncate } from '../../common/text.js';
import { nameFault, textFault, tidy } from '../../common/names.js';
import { EVENT_TYPES, type Event } from '../../features/events/rules/event.js';
import type { EventChanges, RoleInput } from '../../features/events/rules/input.js';
import { readDuration, readPictureUrl, readRoles } from '../../features/events/rules/words.js';
import { EVENT_LIMITS } from '../../features/events/rules/limits.js';
import { type Locale, textsIn } from '../../languages/languages.js';

/** An event as an organizer writes it on Discord, in words. What is left out or empty stays as it is. */
export interface EventForm {
  readonly title?: string | null | undefined;
  readonly when?: string | null | undefined;
  readonly duration?: string | null | undefined;
  readonly seats?: number | null | undefined;
  readonly roles?: string | null | undefined;
  readonly role_required?: boolean | null | undefined;
  readonly place?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly type?: string | null | undefined;
  /** Its address. */
  readonly picture?: string | null | undefined;
}

/** What Discord reads as markup at the beginning of a line or around words, and pictures. */
const DECORATION = /^[#>*\s-]+|[*_~`|]+|\p{Extended_Pictographic}\uFE0F?/gu;
/** A date stands near the beginning. */
const LINES_READ = 10;
/** What a text input of Discord holds. */
const TEXT_INPUT = 4000;

/** Who writes it: dates are read in their language and their time zone. */
export interface Writer {
  readonly locale: Locale;
  readonly timezone: string;
}

/** What a form says; or what is wrong with it, each fault a line in the writer's language. */
export type ReadForm = { readonly changes: EventChanges } | { readonly faults: readonly string[] };

/** Reads a form. All that is wrong is told at once. */
export async function readForm(form: EventForm, writer: Writer, now: Date): Promise<ReadForm> {
  const { title, description, location } = EVENT_LIMITS;
  const texts = textsIn(writer.locale).form;
  const faults: string[] = [];
  const date = isEmpty(form.when)
    ? undefined
    : await readDate(form.when, writer.locale, writer.timezone, now);
  if (date !== undefined && 'fault' in date) faults.push(texts.when[date.fault]);

  /** A field's value, unless it is empty or `reader` finds none in it. */
  const read = <Value>(
    given: string | null | undefined,
    reader: (given: string) => Value | null,
    fault: string,
  ): Value | undefined => {
    if (isEmpty(given)) return undefined;
    const value = reader(tidy(given));
    if (value === null) faults.push(fault);
    return value ?? undefined;
  };

  const changes: EventChanges = {
    title: read(
      form.title,
      (given) => (nameFault(given, title) === null ? given : null),
      texts.title(title.min, title.max),
    ),
    description: read(
      form.description,
      (given) => (textFault(given, description) === null ? given : null),
      texts.description(description.min, description.max),
    ),
    location: read(
      form.place,
      (given) => (nameFault(given, { min: 1, max: location.max }) === null ? given : null),
      texts.place(location.max),
    ),
    banner_url: read(form.picture, readPictureUrl, texts.picture),
    duration_minutes: read(form.duration, readDuration, texts.duration),
    roles: read(form.roles, readRoles, texts.roles),
    type: EVENT_TYPES.find((type) => type === form.type),
    max_participants: form.seats ?? undefined,
    role_required: form.role_required ?? undefined,
    start_at_utc: date !== undefined && 'at' in date ? date.at : undefined,
  };
  return faults.length > 0 ? { faults } : { changes };
}

/** What a form that edits an event starts with. */
export function formOf(
  event: Event,
  timezone: string,
): Required<Omit<EventForm, 'seats' | 'place' | 'type' | 'role_required' | 'picture'>> {
  return {
    title: event.title,
    when: DateTime.fromJSDate(event.start_at_utc, { zone: timezone }).toFormat('yyyy-MM-dd HH:mm'),
    duration: `${event.duration_minutes} min`,
    roles: event.roles.map(roleLine).join('\n'),
    description: event.description,
  };
}

/** What a form of a new event starts with when somebody has written about it: the first line is its title, a line may be its date. */
export async function formOfMessage(
  content: string,
  { locale, timezone }: Writer,
  now: Date,
): Promise<Pick<EventForm, 'title' | 'when' | 'description'>> {
  const { title, description } = EVENT_LIMITS;
  const lines = content
    .split('\n')
    .map((line) => tidy(line.replaceAll(DECORATION, '').replaceAll(/ +/gu, ' ')));
  const [first = ''] = lines.filter((line) => line !== '');
  let when = '';
  for (const line of lines.slice(0, LINES_READ)) {
    const words = line.replace(/^[^:]{1,20}:\s+/u, '');
    if ('at' in (await readDate(words, locale, timezone, now))) {
      when = words;
      break;
    }
  }
  const isLong = codePoints(content) >= description.min;
  return {
    title: truncate(first, title.max),
    when,
    description: isLong ? truncate(content, TEXT_INPUT) : '',
  };
}

/** Leaves out what the writer did not touch. */
export function changedOnly(form: EventForm, before: EventForm): EventForm {
  const touched = Object.entries(form).filter(([key, value]) => value !== before[key as keyof EventForm]);
  return Object.fromEntries(touched);
}

function isEmpty(given: string | null | undefined): given is null | undefined | '' {
  return given === null || given === undefined || given.trim() === '';
}

function roleLine({ emoji, name, capacity }: RoleInput): string {
  return [emoji, name, capacity].filter((part) => part !== null && part !== undefined).join(' ');
}
