import { invalid } from '../../../common/errors.js';
import { defined } from '../../../common/defined.js';
import type { Event, EventRole, FleetShip } from '../../events/rules/event.js';
import type { NewEvent } from '../../events/rules/input.js';

/** Code points of a template's name: it has to fit into a choice of Discord's. */
export const TEMPLATE_NAME = { min: 2, max: 60 } as const;

/** What a template says of the events that are made from it: everything but when they are. */
export type TemplateFields = Pick<
  Event,
  | 'title'
  | 'description'
  | 'type'
  | 'duration_minutes'
  | 'location'
  | 'visibility'
  | 'max_participants'
  | 'banner_url'
  | 'signup_role_ids'
  | 'members_only'
  | 'role_required'
  | 'approval_required'
  | 'offer_minutes'
  | 'answers'
  | 'reminder_offsets_minutes'
> & {
  readonly roles: readonly Omit<EventRole, 'id'>[];
  readonly fleet_ships: readonly Omit<FleetShip, 'id'>[];
};

/** What a template that is older than these fields says of them. */
export const NEWER_FIELDS = {
  members_only: false,
  role_required: false,
  approval_required: false,
  offer_minutes: null,
  answers: [],
  reminder_offsets_minutes: null,
} as const satisfies Partial<TemplateFields>;

/** An event that an organization makes again and again. */
export interface Template extends TemplateFields {
  readonly id: string;
  readonly org_id: string;
  /** No other template of the organization has one that looks the same. */
  readonly name: string;
  readonly created_by: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** An event of which a template may say the rest. */
export type UnfinishedEvent = Partial<NewEvent> & Pick<NewEvent, 'org_id' | 'start_at_utc'>;

/** What a template takes over from an event. */
export function fieldsOf(event: TemplateFields): TemplateFields {
  return {
    title: event.title,
    description: event.description,
    type: event.type,
    duration_minutes: event.duration_minutes,
    location: event.location,
    visibility: event.visibility,
    max_participants: event.max_participants,
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
    banner_url: event.banner_url,
    signup_role_ids: event.signup_role_ids,
    members_only: event.members_only,
    role_required: event.role_required,
    approval_required: event.approval_required,
    offer_minutes: event.offer_minutes,
    answers: event.answers,
    reminder_offsets_minutes: event.reminder_offsets_minutes,
  };
}

/** What is given, and for the rest what `template` says. @throws invalid naming what neither says */
export function completed(given: UnfinishedEvent, template: TemplateFields | null): NewEvent {
  const said: Partial<NewEvent> = { ...template, ...defined(given) };
  const { org_id, start_at_utc } = given;
  const { title, description, type, duration_minutes } = said;
  if (
    title !== undefined &&
    description !== undefined &&
    type !== undefined &&
    duration_minutes !== undefined
  ) {
    return { ...said, org_id, start_at_utc, title, description, type, duration_minutes };
  }
  const needed = { title, description, type, duration_minutes };
  const missing = Object.entries(needed).filter(([, value]) => value === undefined);
  throw invalid(missing.map(([field]) => ({ field, message: 'is missing' })));
}
