import { toStatusName } from './mirror.js';
import { judge } from './read-back.js';
import {
  changedFields,
  isFinal,
  isShownAlike,
  statusMoves,
  type DiscordStatus,
  type FoundScheduledEvent,
  type ScheduledEventFields,
  type WantedScheduledEvent,
} from './scheduled-event.js';

/** `same`: Discord shows what is wanted · `different`: it does not · `fixed`: it does not, and takes no change of it any more. */
export const FIELD_STATES = ['same', 'different', 'fixed'] as const;
export type FieldState = (typeof FIELD_STATES)[number];

/** One field of what a server shows of an event: as it should be, as Discord has it, and as it was sent last. */
export interface ComparedField {
  readonly field: string;
  readonly wanted: string | null;
  readonly found: string | null;
  readonly last_sent: string | null;
  readonly state: FieldState;
}

/** What is wanted of a scheduled event, what Discord has, and what it confirmed last. */
interface ScheduledEvents {
  readonly wanted: WantedScheduledEvent | null;
  readonly found: Pick<FoundScheduledEvent, 'status' | 'fields'> | null;
  readonly confirmed: ScheduledEventFields | null;
  readonly status: DiscordStatus | null;
}

/** Compares a scheduled event field by field; nothing when there is none and none is wanted. */
export function compareScheduledEvents(events: ScheduledEvents, now: Date): ComparedField[] {
  const { wanted, found, confirmed, status } = events;
  const shape = wanted?.fields ?? found?.fields;
  if (shape === undefined) return [];
  const fields = (Object.keys(shape) as (keyof ScheduledEventFields)[]).map((field) => ({
    field,
    wanted: textOf(wanted?.fields[field]),
    found: textOf(found?.fields[field]),
    last_sent: textOf(confirmed?.[field]),
    state: fieldState(events, field, now),
  }));
  return [
    ...fields,
    {
      field: 'status',
      wanted: wanted && toStatusName(wanted.status),
      found: found && toStatusName(found.status),
      last_sent: status && toStatusName(status),
      state: statusState(events, now),
    },
  ];
}

function fieldState(
  { wanted, found }: ScheduledEvents,
  field: keyof ScheduledEventFields,
  now: Date,
): FieldState {
  if (wanted === null || found === null) return 'different';
  if (isShownAlike(found.fields[field], wanted.fields[field])) return 'same';
  if (isFinal(found.status) || isFinal(wanted.status)) return 'fixed';
  return field in changedFields(found.fields, wanted.fields, found.status, now) ? 'different' : 'fixed';
}

/** Discord's clock starts and ends scheduled events by itself, and nothing leads back. */
function statusState({ wanted, found }: ScheduledEvents, now: Date): FieldState {
  if (wanted === null || found === null) return 'different';
  if (found.status === wanted.status) return 'same';
  const isSettled = ['kept', 'over'].includes(judge(found, wanted, now));
  return isSettled && statusMoves(found.status, wanted.status).length === 0 ? 'fixed' : 'different';
}

function textOf(value: string | Date | undefined): string | null {
  return value instanceof Date ? value.toISOString() : (value ?? null);
}

/** What people read in a message, of one that we send as of one that Discord has. */
export interface ReadableMessage {
  readonly embeds: readonly {
    readonly author?: { readonly name: string };
    readonly title?: string;
    readonly description?: string;
    readonly color?: number;
    readonly image?: { readonly url: string };
    readonly fields?: readonly { readonly name: string; readonly value: string }[];
  }[];
  readonly components: readonly { readonly components: readonly Control[] }[];
}

/** A button or a menu. */
interface Control {
  readonly label?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly options?: readonly { readonly label: string; readonly description?: string }[];
}

interface Messages {
  readonly wanted: ReadableMessage | null;
  readonly found: ReadableMessage | null;
  /** Whether Discord last confirmed the one that is wanted. Of others only a digest is kept, so what they said is not known. */
  readonly isConfirmed: boolean;
  /** Whether it is over, and left as it is. */
  readonly isOver: boolean;
}

/** Compares a signup message part by part; nothing when there is none and none is wanted. */
export function compareMessages({ wanted, found, isConfirmed, isOver }: Messages): ComparedField[] {
  const [ours, theirs] = [textsOf(wanted), textsOf(found)];
  return [...new Set([...ours.keys(), ...theirs.keys()])].map((field) => {
    const [one, other] = [ours.get(field) ?? null, theirs.get(field) ?? null];
    const isSame = one !== null && other !== null && isShownAlike(one, other);
    const differently = isOver ? 'fixed' : 'different';
    return {
      field,
      wanted: one,
      found: other,
      last_sent: isConfirmed ? one : null,
      state: isSame ? 'same' : differently,
    };
  });
}

/** The parts of a message by their names; what it lacks is left out. */
function textsOf(message: ReadableMessage | null): ReadonlyMap<string, string> {
  const embed = message?.embeds[0];
  const color = embed?.color;
  const parts: (readonly [string, string | undefined])[] = [
    ['author', embed?.author?.name],
    ['title', embed?.title],
    ['description', embed?.description],
    ['color', color === undefined ? undefined : `#${color.toString(16).padStart(6, '0')}`],
    ['image', embed?.image?.url],
    ...(embed?.fields ?? []).map(
      ({ name, value }, at) => [`fields.${String(at)}`, `${name.trim()}\n${value.trim()}`] as const,
    ),
    ...(message?.components ?? []).map(
      (row, at) => [`components.${String(at)}`, row.components.map(textOfControl).join(' · ')] as const,
    ),
  ];
  return new Map(parts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])));
}

function textOfControl({ label, placeholder, disabled, options = [] }: Control): string {
  const choices = options.map((option) => [option.label, option.description].filter(Boolean).join(', '));
  const name = [label ?? placeholder ?? '', ...choices].join('\n');
  return disabled === true ? `${name} (disabled)` : name;
}
