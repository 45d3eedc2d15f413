import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { eventKey } from '../queries.js';

export type UndoableAct = components['schemas']['UndoableActView'];
export type PlannedUndo = components['schemas']['PlannedUndoView'];

/** What organizers can take back of an event, newest first. */
export const undoQuery = (id: string) =>
  queryOptions({
    queryKey: [...eventKey(id), 'undo'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/events/{id}/undo', { params: { path: { id } }, signal })),
    select: ({ items }) => items,
    // What is ten minutes old goes.
    refetchInterval: ({ state: { data } }) => {
      const ends = data?.items.map(({ until }) => Date.parse(until)) ?? [];
      return ends.length === 0 ? false : Math.max(1_000, Math.min(...ends) - Date.now() + 500);
    },
  });

/** What taking an act back would touch. */
export const plannedUndoQuery = (id: string, actId: string) =>
  queryOptions({
    // Not among what is read again when the event changes: once it is done, there is nothing left to plan.
    queryKey: ['planned-undo', id, actId],
    gcTime: 0,
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/events/{id}/undo/{act_id}', { params: { path: { id, act_id: actId } }, signal }),
      ),
  });

/** Takes an act back; all that is shown of the event is read again, whether it was done or refused. */
export function useUndo(id: string): (actId: string) => Promise<void> {
  const queries = useQueryClient();
  return async (actId) => {
    try {
      await answerOf(
        api.POST('/api/v1/events/{id}/undo', { params: { path: { id } }, body: { act_id: actId } }),
      );
    } finally {
      void queries.invalidateQueries({ queryKey: ['events'] });
      void queries.invalidateQueries({ queryKey: eventKey(id) });
    }
  };
}
