import { readLocal } from '../../format/zones.js';
import {
  changed,
  type Draft,
  draftOfFields,
  type EventFields,
  fieldsOf,
  numberOrNull,
  numberText,
  type TemplateView,
  withFields,
} from './draft.js';

/** A template as it stands in the form. */
export interface TemplateDraft extends Draft {
  readonly name: string;
}

/** What a template says of an event that is made from it. */
export function draftOfTemplate(template: TemplateView, zone: string): Draft {
  const { locked, signup_closes_before_minutes: before } = template;
  return { ...draftOfFields(template, zone), locked, closesBefore: numberText(before) };
}

/** What the API is sent of a template. */
export function templateFieldsOf(draft: Draft) {
  return {
    ...sharedFields(fieldsOf(draft)),
    locked: draft.locked,
    signup_closes_before_minutes: minutesBefore(draft),
  };
}

/** As `templateFieldsOf`, with the template's own name. */
export const namedFieldsOf = (draft: TemplateDraft) => ({ name: draft.name, ...templateFieldsOf(draft) });

export type TemplateFieldName = keyof ReturnType<typeof namedFieldsOf>;

/** The fields in which two drafts of a template differ, as the second has them. */
export const templateChangesOf = (before: TemplateDraft, after: TemplateDraft) =>
  changed(namedFieldsOf(before), namedFieldsOf(after));

/** One draft, with some fields as another one has them. */
export function withTemplateFields(
  draft: TemplateDraft,
  other: TemplateDraft,
  fields: readonly TemplateFieldName[],
): TemplateDraft {
  const shared = fields.flatMap((field) => {
    if (field === 'name') return [];
    return field === 'signup_closes_before_minutes' ? (['signup_closes_at'] as const) : [field];
  });
  const name = fields.includes('name') ? other.name : draft.name;
  return { ...withFields(draft, other, shared), name };
}

/** Whether a time at which signups close lies before no start, so that a template cannot say how long before it is. */
export const losesDeadline = (draft: Draft): boolean => draft.closes !== '' && minutesBefore(draft) === null;

function minutesBefore({ start, closes, closesBefore, zone, fold }: Draft): number | null {
  if (closesBefore !== '') return numberOrNull(closesBefore);
  const [begin, end] = [readLocal(start, zone, fold), readLocal(closes, zone, fold)];
  return begin && end && (begin.at.getTime() - end.at.getTime()) / 60_000;
}

/** What events that are made again and again have in common: all but when each is, and who helps with it. */
export function sharedFields(fields: Partial<EventFields>) {
  const {
    start_at_utc: _start,
    co_organizer_ids: _helpers,
    signup_closes_at: _deadline,
    locked: _locked,
    roles,
    fleet_ships,
    ...event
  } = fields;
  return {
    ...event,
    ...(roles !== undefined && { roles: roles.map(({ id: _, ...role }) => role) }),
    ...(fleet_ships !== undefined && { fleet_ships: fleet_ships.map(({ id: _, ...ship }) => ship) }),
  };
}
