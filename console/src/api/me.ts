import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { answerOf, api } from './client.js';
import { Problem } from './problem.js';
import type { components } from './schema.js';

/** Who is signed in. */
export type Me = components['schemas']['UserView'];

/** Who is signed in; `null` for nobody. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me | null> => {
    try {
      return await answerOf(api.GET('/api/v1/users/me'));
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
  // So that an open page learns that its session was ended elsewhere.
  refetchInterval: ({ state: { data } }) => (data === null ? false : 30_000),
});

/** Given by the frame to the pages in it, so that they end with it, and none is drawn once more when a session has ended. */
export const Me = createContext<Me | null>(null);

/** Who is signed in, on the pages that only they see. */
export function useMe(): Me {
  const me = useContext(Me);
  if (me === null) throw new Error('No one is signed in.');
  return me;
}

/** Changes one's own profile. */
export function useChangeMe() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: components['schemas']['UpdateUserDto']) =>
      answerOf(api.PATCH('/api/v1/users/me', { body })),
    onSuccess: (me) => {
      queries.setQueryData(meQuery.queryKey, me);
    },
  });
}

/** Ends the session; the console starts anew, so that nothing of what was loaded stays. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/auth/logout')),
    onSuccess: () => {
      location.assign('/app/');
    },
  });
}

/** Where a browser goes to sign in, to come back to an address of the console. */
export const signInAddress = (returnTo: string): string =>
  `/api/v1/auth/discord/login?return_to=${encodeURIComponent(returnTo)}`;
