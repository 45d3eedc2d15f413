import { conflict } from '../../../common/errors.js';

/**
 * What one organization may have, so that none takes what is there for all. Each is looked at before something is added: what
 * is added at the same moment may go a little beyond.
 */
export const ORGANIZATION_LIMITS = {
  servers: { max: 250, what: 'registered Discord servers' },
  members: { max: 10_000, what: 'members' },
  events_per_day: { max: 1_000, what: 'new events in 24 hours' },
  invites: { max: 100, what: 'open invites' },
  templates: { max: 50, what: 'templates' },
  join_requests: { max: 1_000, what: 'pending join requests' },
} as const;
export type OrganizationLimit = keyof typeof ORGANIZATION_LIMITS;

/** @throws conflict `limit_reached` when an organization has as many as it may */
export function requireRoom(limit: OrganizationLimit, count: number): void {
  const { max, what } = ORGANIZATION_LIMITS[limit];
  if (count >= max) throw conflict('limit_reached', `An organization has at most ${max} ${what}.`);
}
