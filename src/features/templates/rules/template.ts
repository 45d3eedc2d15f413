import { invalid } from '../../../common/errors.js';
import { defined } from '../../../common/defined.js';
import { pick } from '../../../common/pick.js';
import type { Event, EventRole, FleetShip } from '../../events/rules/event.js';
import type { NewEvent } from '../../events/rules/input.js';

const MINUTE_MS = 60_000;

/** Code points of a template's name: it has to fit into a choice of Discord's. */
export const TEMPLATE_NAME = { min: 2, max: 60 } as const;

/** What a template and the events that are made from it have in common, just as they have it. */
const SHARED = [
  'title',
  'description',
  'type',
  'duration_minutes',
  'location',
  'visibility',
  'max_participants',
  'banner_url',
  'signup_role_ids',
  'members_only',
  'role_required',
  'approval_required',
  'offer_minutes',
  'answers',
  'reminder_offsets_minutes',
] as const satisfies readonly (keyof Event)[];

/** What events have in common that are made again and again. */
export type TemplateFields = Pick<Event, (typeof SHARED)[number]> & {
  readonly roles: readonly Omit<EventRole, 'id'>[];
  readonly fleet_ships: readonly Omit<FleetShip, 'id'>[];
};

/** What a template says of the events that are made from it: everything but when they are, and who helps with them. */
export interface TemplateContent extends TemplateFields {
  readonly locked: boolean;
  /** How long before the start signups close, after it when negative; `null` for no deadline. */
  readonly signup_closes_before_minutes: number | null;
}

/** What a template says of what is not given, and of fields that are newer than it. */
export const EMPTY_FIELDS = {
  location: null,
  visibility: 'public',
  max_participants: null,
  roles: [],
  fleet_ships: [],
  banner_url: null,
  signup_role_ids: [],
  members_only: false,
  role_required: false,
  approval_required: false,
  offer_minutes: null,
  answers: [],
  reminder_offsets_minutes: null,
  locked: false,
  signup_closes_before_minutes: null,
} as const satisfies Partial<TemplateContent>;

/** An event that an organization makes again and again. */
export interface Template extends TemplateContent {
  readonly id: string;
  readonly org_id: string;
  /** No other template of the organization has one that looks the same. */
  readonly name: string;
  /** Raised by each change; 0 for one that was never changed, or not since it has one. */
  readonly revision: number;
  readonly created_by: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** An event of which a template may say the rest. */
export type UnfinishedEvent = Partial<NewEvent> & Pick<NewEvent, 'org_id' | 'start_at_utc'>;

/** The fields that events made again and again take over from one of them. */
export function fieldsOf(event: TemplateFields): TemplateFields {
  return {
    ...pick(event, SHARED),
    roles: event.roles.map(({ name, capacity, description, emoji }) => ({
      name,
      capacity,
      description,
      emoji,
    })),
    fleet_ships: event.fleet_ships.map(({ ship_model, required_crew, notes }) => ({
      ship_model,
      required_crew,
      notes,
    })),
  };
}

/** What a template takes over from an event. */
export function contentOf(event: Event): TemplateContent {
  const { locked, start_at_utc: start, signup_closes_at: end } = event;
  const before = end && Math.round((start.getTime() - end.getTime()) / MINUTE_MS);
  return { ...fieldsOf(event), locked, signup_closes_before_minutes: before };
}

/** @throws invalid for a deadline after the end of the events, which would close nothing */
export function requireTimelyDeadline({
  signup_closes_before_minutes: before,
  duration_minutes,
}: Pick<TemplateContent, 'signup_closes_before_minutes' | 'duration_minutes'>): void {
  if (before === null || -before <= duration_minutes) return;
  throw invalid([
    { field: 'signup_closes_before_minutes', message: 'must not be after the end of the event' },
  ]);
}

/**
 * What is given, and for the rest what `template` says; a deadline that has passed by now would close the event before anybody saw it,
 * and is left out.
 * @throws invalid naming what neither says
 */
export function completed(given: UnfinishedEvent, template: TemplateContent | null, now: Date): NewEvent {
  const { org_id, start_at_utc } = given;
  const said: Partial<NewEvent> = { ...(template && saidBy(template, start_at_utc, now)), ...defined(given) };
  requireSaid(said);
  return { ...said, org_id, start_at_utc };
}

/** What a template says of an event at this time. */
function saidBy(template: TemplateContent, start: Date, now: Date): Partial<NewEvent> {
  const { roles, fleet_ships, locked, signup_closes_before_minutes: before } = template;
  const end = before === null ? null : new Date(start.getTime() - before * MINUTE_MS);
  const deadline = { signup_closes_at: end !== null && end > now ? end : null };
  return { ...pick(template, SHARED), roles, fleet_ships, locked, ...deadline };
}

const NEEDED = ['title', 'description', 'type', 'duration_minutes'] as const;
type Needed = Pick<TemplateFields, (typeof NEEDED)[number]>;

/** @throws invalid naming what is missing */
export function requireSaid<Said extends { readonly [Field in keyof Needed]?: Needed[Field] | undefined }>(
  said: Said,
): asserts said is Said & Needed {
  const missing = NEEDED.filter((field) => said[field] === undefined);
  if (missing.length > 0) throw invalid(missing.map((field) => ({ field, message: 'is missing' })));
}
