import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { Me } from '../../api/me.js';
import { Problem } from '../../api/problem.js';
import { myOrganizationsQuery } from '../../organizations/queries.js';
import { mayIn } from '../../organizations/search.js';
import { organizationsQuery } from '../queries.js';

export const seriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['series', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/series/{id}', { params: { path: { id } }, signal })),
  });

/** The organizations that one may make events for, by name: of one's own, or of all for who runs the site. */
export const organizedQuery = ({ site_admin: runsTheSite }: Me) =>
  queryOptions({
    // The answer is that of a query which asks the same: it is kept once.
    queryKey: (runsTheSite ? organizationsQuery : myOrganizationsQuery).queryKey,
    queryFn: ({ signal }) => {
      const query = { limit: 100, ...(!runsTheSite && { mine: true }) };
      return answerOf(api.GET('/api/v1/organizations', { params: { query }, signal }));
    },
    select: ({ items }) =>
      items
        .filter((organization) => mayIn(organization, 'event.create'))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    staleTime: 60_000,
  });

/** `null` in place of what only staff may read. */
async function forStaff<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Problem && error.status === 403) return null;
    throw error;
  }
}

/** The templates of an organization; `null` for who is not its staff. */
export const templatesQuery = (org: string) =>
  queryOptions({
    queryKey: ['templates', org],
    queryFn: ({ signal }) => {
      const params = { path: { id: org }, query: { limit: 100 } };
      return forStaff(answerOf(api.GET('/api/v1/organizations/{id}/templates', { params, signal })));
    },
    enabled: org !== '',
  });

/** A template as it is now. */
export function readTemplate(org: string, id: string, signal?: AbortSignal) {
  const params = { path: { id: org, template_id: id } };
  return answerOf(
    api.GET('/api/v1/organizations/{id}/templates/{template_id}', { params, ...(signal && { signal }) }),
  );
}

/** A template to be changed: as it is now, and not as it was when it was opened before. */
export const templateQuery = (org: string, id: string) =>
  queryOptions({
    queryKey: ['template', org, id],
    queryFn: ({ signal }) => readTemplate(org, id, signal),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/** The events of an organization that come again. */
export const seriesOfQuery = (org: string) =>
  queryOptions({
    queryKey: ['series', 'of', org],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/series', { params: { query: { org_id: org, limit: 100 } }, signal })),
    select: ({ items }) => items,
  });

/** The Discord roles of an organization's servers; `null` for who is not its staff. */
export const discordRolesQuery = (org: string) =>
  queryOptions({
    queryKey: ['discord roles', org],
    queryFn: ({ signal }) => {
      const params = { path: { id: org } };
      return forStaff(answerOf(api.GET('/api/v1/organizations/{id}/discord-roles', { params, signal })));
    },
    enabled: org !== '',
    // Who comes back from Discord, where they made a role, finds it: the API keeps what Discord said, and hears of changes.
    staleTime: 0,
  });

/** The ships that are offered where one is typed. */
export const shipsQuery = (org: string) =>
  queryOptions({
    queryKey: ['ships', org],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/organizations/{id}/ships', { params: { path: { id: org } }, signal })),
    select: ({ items }) => items,
    enabled: org !== '',
    staleTime: Infinity,
  });

/** The members of an organization, page by page. */
export const membersQuery = (org: string) =>
  infiniteQueryOptions({
    queryKey: ['members', org, 'all'],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 100, ...(pageParam !== null && { cursor: pageParam }) };
      const params = { path: { id: org }, query };
      return answerOf(api.GET('/api/v1/organizations/{id}/members', { params, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
    staleTime: 60_000,
  });

/** The dates that come of a rule. */
export const nextDatesQuery = (org: string, rule: { rule: string; timezone: string; local_start: string }) =>
  queryOptions({
    queryKey: ['next dates', org, rule],
    queryFn: ({ signal }) =>
      answerOf(api.POST('/api/v1/series/preview', { body: { org_id: org, ...rule }, signal })),
    enabled: org !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
