import type { QueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { EventView } from '../search.js';
import { type Draft, type EventFields, fieldsOf, type SeriesView, type TemplateView } from './draft.js';
import { type Repeat, ruleOf } from './rule.js';
import { sharedFields, type templateChangesOf, templateFieldsOf } from './template-draft.js';

/** Makes an event. */
export const createEvent = (org: string, draft: Draft, state: 'draft' | 'published'): Promise<EventView> =>
  answerOf(api.POST('/api/v1/events', { body: { org_id: org, ...fieldsOf(draft), state } }));

/** Changes the fields that are given, unless somebody else changed the event since it was of that revision. */
export const editEvent = (
  { id, revision }: Pick<EventView, 'id' | 'revision'>,
  body: Partial<EventFields>,
): Promise<EventView> =>
  answerOf(
    api.PATCH('/api/v1/events/{id}', {
      params: { path: { id }, header: { 'if-match': `"${revision}"` } },
      body,
    }),
  );

export const publishEvent = (id: string): Promise<EventView> =>
  answerOf(api.POST('/api/v1/events/{id}/publish', { params: { path: { id } } }));

const recurrenceOf = (repeat: Repeat, { start, zone }: Draft) => ({
  rule: ruleOf(repeat, start),
  timezone: zone,
  local_start: start,
  publish_days_before: Number(repeat.ahead),
});

/** Makes an event that comes again and again. */
export const createSeries = (org: string, draft: Draft, repeat: Repeat): Promise<SeriesView> =>
  answerOf(
    api.POST('/api/v1/series', {
      body: { org_id: org, event: sharedFields(fieldsOf(draft)), ...recurrenceOf(repeat, draft) },
    }),
  );

/** Changes the fields that are given, and when the events of a series are. */
export const editSeries = (
  id: string,
  changes: Partial<EventFields>,
  draft: Draft,
  repeat: Repeat,
): Promise<SeriesView> =>
  answerOf(
    api.PATCH('/api/v1/series/{id}', {
      params: { path: { id } },
      body: { event: sharedFields(changes), ...recurrenceOf(repeat, draft) },
    }),
  );

/** Keeps what is in the form, but for the date, for events to come. */
export const saveAsTemplate = (org: string, name: string, draft: Draft) =>
  answerOf(
    api.POST('/api/v1/organizations/{id}/templates', {
      params: { path: { id: org } },
      body: { name, ...templateFieldsOf(draft) },
    }),
  );

/** Changes the fields that are given, unless somebody else changed the template since; events that were made from it stay as they are. */
export const editTemplate = (
  { id, org_id, revision }: Pick<TemplateView, 'id' | 'org_id' | 'revision'>,
  body: ReturnType<typeof templateChangesOf>,
): Promise<TemplateView> =>
  answerOf(
    api.PATCH('/api/v1/organizations/{id}/templates/{template_id}', {
      params: { path: { id: org_id, template_id: id }, header: { 'if-match': `"${revision}"` } },
      body,
    }),
  );

/** What was read of events before is old now. */
export async function forgetEvents(queries: QueryClient): Promise<void> {
  await Promise.all(
    [['event'], ['events'], ['series']].map((queryKey) => queries.invalidateQueries({ queryKey })),
  );
}
