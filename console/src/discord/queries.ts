import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { components } from '../api/schema.js';

type Schemas = components['schemas'];
export type ServerPreview = Schemas['ServerPreviewView'];
export type EditPreview = Schemas['EditPreviewView'];
export type PreviewLocale = ServerPreview['locale'];
type NewEvent = Schemas['PreviewEventDto'];
type Edit = Schemas['PreviewEditDto'];

/** A preview is as old as what is typed: it is asked for once, and what was there before stays until the answer comes. */
const KEPT = { placeholderData: keepPreviousData, retry: false, staleTime: 30_000 } as const;

/** What servers would show of a new event; nothing is asked before it has what no event is without. */
export const newPreviewQuery = (event: NewEvent, locale: PreviewLocale | undefined) =>
  queryOptions({
    queryKey: ['preview', 'new', event, locale],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/v1/events/preview', {
          body: { ...event, ...(locale !== undefined && { locale }) },
          signal,
        }),
      ),
    enabled: [event.org_id, event.title, event.description, event.start_at_utc].every(
      (field) => field !== '',
    ),
    ...KEPT,
  });

/** What an edit would make of what servers show, and who would be told. */
export const editPreviewQuery = (id: string, changes: Edit, locale: PreviewLocale | undefined) =>
  queryOptions({
    queryKey: ['preview', id, changes, locale],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/v1/events/{id}/preview', {
          params: { path: { id } },
          body: { ...changes, ...(locale !== undefined && { locale }) },
          signal,
        }),
      ),
    ...KEPT,
  });
