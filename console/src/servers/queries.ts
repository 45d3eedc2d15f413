import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';

/** The registered servers that one administers. */
export const serversQuery = queryOptions({
  queryKey: ['servers'],
  queryFn: ({ signal }) =>
    answerOf(api.GET('/api/v1/discord/guilds', { params: { query: { limit: 100 } }, signal })),
});

/** The servers that one manages on Discord. */
export const managedQuery = queryOptions({
  queryKey: ['servers', 'managed'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/discord/guilds/managed', { signal })),
  select: ({ items }) => items,
  // Who has invited the bot in another tab comes back to this one.
  staleTime: 0,
  refetchOnWindowFocus: true,
});

const at = (id: string) => ({ path: { guild_id: id } });

export const serverQuery = (id: string) =>
  queryOptions({
    queryKey: ['server', id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/discord/guilds/{guild_id}', { params: at(id), signal })),
  });

/** What each feature needs and lacks; asked of Discord each time that somebody comes back to the page. */
export const doctorQuery = (id: string) =>
  queryOptions({
    queryKey: ['server', id, 'doctor'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/discord/guilds/{guild_id}/doctor', { params: at(id), signal })),
    refetchOnWindowFocus: true,
  });

export const channelsQuery = (id: string) =>
  queryOptions({
    queryKey: ['server', id, 'channels'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/discord/guilds/{guild_id}/channels', { params: at(id), signal })),
    select: ({ items }) => items,
  });

export const rolesQuery = (id: string) =>
  queryOptions({
    queryKey: ['server', id, 'roles'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/discord/guilds/{guild_id}/roles', { params: at(id), signal })),
    select: ({ items }) => items,
  });

export const mappingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['server', id, 'mappings'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/discord/role-mappings', { params: { query: { guild_id: id, limit: 100 } }, signal }),
      ),
    select: ({ items }) => items,
  });

export const menusQuery = (id: string) =>
  queryOptions({
    queryKey: ['server', id, 'menus'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/discord/role-menus', { params: { query: { guild_id: id, limit: 100 } }, signal }),
      ),
    select: ({ items }) => items,
  });

/** The channels that were made for events. */
export const eventChannelsQuery = (id: string) =>
  queryOptions({
    queryKey: ['server', id, 'event-channels'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/discord/channel-mappings', {
          params: { query: { guild_id: id, limit: 100 } },
          signal,
        }),
      ),
    select: ({ items }) => items,
  });

/** The coming events of a server's organization, to choose one from. */
export const eventChoicesQuery = (orgId: string) =>
  queryOptions({
    queryKey: ['events', 'choices', orgId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/events', {
          params: { query: { org_id: orgId, from: new Date().toISOString(), limit: 100 } },
          signal,
        }),
      ),
    select: ({ items }) => items,
  });
