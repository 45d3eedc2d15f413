import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { A_MOMENT_MS, answerOf, api } from '../api/client.js';
import type { components } from '../api/schema.js';

export type EventDetail = components['schemas']['EventDetailView'];
export type Signup = components['schemas']['SignupView'];
export type Placement = components['schemas']['PlaceSignupDto'];
export type SeatReason = components['schemas']['SeatReasonView'];
export type NoticeReason = components['schemas']['NoticeReasonView'];
export type Mirror = components['schemas']['MirrorView'];

/** What every query about an event begins with: all of them are read again when it changes. */
export const eventKey = (id: string) => ['event', id] as const;

const ofEvent = (id: string) => ({ params: { path: { id } } });

export const eventQuery = (id: string) =>
  queryOptions({
    queryKey: [...eventKey(id), 'head'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/events/{id}', { ...ofEvent(id), signal })),
    staleTime: A_MOMENT_MS,
  });

/** Everybody who has answered, in the order of the lists. */
export const rosterQuery = (id: string) =>
  queryOptions({
    queryKey: [...eventKey(id), 'roster'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/events/{id}/roster', { ...ofEvent(id), signal })),
    select: ({ items }) => items,
    staleTime: A_MOMENT_MS,
  });

/** Why somebody's signup is as it is, and what they were told. */
export const whyQuery = (id: string, userId: string) =>
  queryOptions({
    queryKey: [...eventKey(id), 'why', userId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/events/{id}/signups/{user_id}/why', {
          params: { path: { id, user_id: userId } },
          signal,
        }),
      ),
  });

/** What each server shows of it. */
export const mirrorsQuery = (id: string) =>
  queryOptions({
    queryKey: ['mirrors', id],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/discord/events/events/{event_id}/discord', {
          params: { path: { event_id: id } },
          signal,
        }),
      ),
    staleTime: A_MOMENT_MS,
  });

/** What organizers do with an event as a whole. */
export type StateAct =
  | { readonly act: 'publish' | 'start' | 'complete' | 'delete' }
  | { readonly act: 'cancel'; readonly reason: string | null }
  | { readonly act: 'lock'; readonly locked: boolean; readonly revision: number };

function perform(id: string, what: StateAct): Promise<unknown> {
  const event = ofEvent(id);
  switch (what.act) {
    case 'publish':
      return answerOf(api.POST('/api/v1/events/{id}/publish', event));
    case 'start':
      return answerOf(api.POST('/api/v1/events/{id}/start', event));
    case 'complete':
      return answerOf(api.POST('/api/v1/events/{id}/complete', event));
    case 'delete':
      return answerOf(api.DELETE('/api/v1/events/{id}', event));
    case 'cancel':
      return answerOf(api.POST('/api/v1/events/{id}/cancel', { ...event, body: { reason: what.reason } }));
    case 'lock':
      return answerOf(
        api.PATCH('/api/v1/events/{id}', {
          params: { path: { id }, header: { 'if-match': `"${String(what.revision)}"` } },
          body: { locked: what.locked },
        }),
      );
  }
}

/** Changes the state of an event; everything that is shown of it is read again, whether it was done or refused. */
export function useStateAct(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (what: StateAct) => perform(id, what),
    onSettled: async (_done, error, { act }) => {
      void queries.invalidateQueries({ queryKey: ['events'] });
      // What was deleted cannot be read again.
      if (act === 'delete' && error === null) return;
      await queries.invalidateQueries({ queryKey: eventKey(id) });
    },
  });
}
