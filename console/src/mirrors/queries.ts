import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, pageOf } from '../api/client.js';
import { FIRST, nextOf, pageAt } from '../api/paging.js';

export const serverMirrorsKey = (guildId: string) => ['mirrors', 'on', guildId] as const;

/** As long as something is being sent, it is asked for anew so often. */
const UNDER_WAY_MS = 2_000;

/** What a server shows of its organization's events. */
export const serverMirrorsQuery = (guildId: string) =>
  infiniteQueryOptions({
    queryKey: serverMirrorsKey(guildId),
    queryFn: ({ pageParam, signal }) =>
      pageOf(
        api.GET('/api/v1/discord/guilds/{guild_id}/mirrors', {
          params: { path: { guild_id: guildId }, query: pageAt(pageParam) },
          signal,
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: nextOf,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ items }) => items.some(({ sync_state }) => sync_state === 'pending')) === true &&
      UNDER_WAY_MS,
  });

/** What a server should show of an event beside what Discord has: as it was when somebody asked for it. */
export const comparisonQuery = (eventId: string, guildId: string) =>
  queryOptions({
    queryKey: ['comparison', eventId, guildId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/discord/events/events/{event_id}/discord/{guild_id}', {
          params: { path: { event_id: eventId, guild_id: guildId } },
          signal,
        }),
      ),
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
