import { parseDate } from '@internationalized/date';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { OrganizationSearch } from './search.js';

/** The organizations that one belongs to, by name. */
export const myOrganizationsQuery = queryOptions({
  queryKey: ['organizations', 'mine'],
  queryFn: ({ signal }) =>
    answerOf(api.GET('/api/v1/organizations', { params: { query: { mine: true, limit: 100 } }, signal })),
  select: ({ items }) => items.toSorted((a, b) => a.name.localeCompare(b.name)),
});

export const organizationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organization', id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/organizations/{id}', { params: { path: { id } }, signal })),
  });

/** How much an organization has of what is limited. */
export const limitsQuery = (id: string) =>
  queryOptions({
    queryKey: ['organization', id, 'limits'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/organizations/{id}/limits', { params: { path: { id } }, signal })),
  });

/** How often members came to an organization's events: who had the most seats first. */
export const attendanceQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['organization', id, 'attendance'],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, ...(pageParam !== null && { cursor: pageParam }) };
      return answerOf(
        api.GET('/api/v1/organizations/{id}/attendance', { params: { path: { id }, query }, signal }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });

export const totalAttendanceQuery = (id: string) =>
  queryOptions({
    queryKey: ['organization', id, 'attendance', 'total'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/organizations/{id}/attendance/total', { params: { path: { id } }, signal })),
  });

/** The members of an organization in order of joining, page by page. */
export const membersQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['organization', id, 'members'],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, ...(pageParam !== null && { cursor: pageParam }) };
      return answerOf(
        api.GET('/api/v1/organizations/{id}/members', { params: { path: { id }, query }, signal }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });

export const invitesQuery = (id: string) =>
  queryOptions({
    queryKey: ['organization', id, 'invites'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/organizations/{id}/invites', { params: { path: { id } }, signal })),
    select: ({ items }) => items,
  });

/** Who asks to join. */
export const requestsQuery = (id: string) =>
  queryOptions({
    queryKey: ['organization', id, 'requests'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/organizations/{id}/join-requests', {
          params: { path: { id }, query: { limit: 100 } },
          signal,
        }),
      ),
    select: ({ items }) => items,
  });

/** Who did what in an organization, newest first, page by page. Days are those of the person's time zone. */
export function auditQuery(id: string, { about, actor, from, to }: OrganizationSearch, timezone: string) {
  const start = (day: string, after = 0) =>
    parseDate(day).add({ days: after }).toDate(timezone).toISOString();
  const filters = {
    ...(about !== undefined && { about }),
    ...(actor !== undefined && { actor_id: actor }),
    ...(from !== undefined && { from: start(from) }),
    ...(to !== undefined && { to: start(to, 1) }),
  };
  return infiniteQueryOptions({
    queryKey: ['organization', id, 'audit', filters],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, ...filters, ...(pageParam !== null && { cursor: pageParam }) };
      return answerOf(
        api.GET('/api/v1/organizations/{id}/audit', { params: { path: { id }, query }, signal }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
    placeholderData: keepPreviousData,
  });
}
