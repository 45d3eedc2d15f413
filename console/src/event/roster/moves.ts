import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { eventKey, type Placement } from '../queries.js';

/** What staff make of one signup. */
export interface Move {
  readonly userId: string;
  readonly placement: Placement;
}

const moveKey = (eventId: string) => ['signup', eventId] as const;

/**
 * Changes somebody's signup. Nothing is shown before the API has answered: whether there is a seat, and who gets the one that
 * frees, it alone knows.
 */
export function useMove(eventId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: moveKey(eventId),
    mutationFn: ({ userId, placement: body }: Move) =>
      answerOf(
        api.PATCH('/api/v1/events/{id}/signups/{user_id}', {
          params: { path: { id: eventId, user_id: userId } },
          body,
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: eventKey(eventId) }),
  });
}

/** Whether somebody's signup is being changed just now. */
export function useIsMoving(eventId: string, userId: string): boolean {
  const moving = useIsMutating({
    mutationKey: moveKey(eventId),
    predicate: ({ state }) => (state.variables as Move | undefined)?.userId === userId,
  });
  return moving > 0;
}
