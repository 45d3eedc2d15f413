import { conflict } from '../../../common/errors.js';

interface Limit {
  readonly max: number;
  readonly what: string;
  /** Whose it is, as the beginning of a sentence. */
  readonly of?: string;
}

/**
 * How much there may be of what people make, so that none takes what is there for all: in one organization, unless `of` says
 * otherwise. Each is looked at before something is added: what is added at the same moment may go a little beyond.
 * site/en/api/index.md has the same table.
 */
export const ORGANIZATION_LIMITS = {
  servers: { max: 250, what: 'registered Discord servers' },
  members: { max: 10_000, what: 'members' },
  events_per_day: { max: 1_000, what: 'new events in 24 hours' },
  invites: { max: 100, what: 'open invites' },
  feeds: { max: 20, what: 'calendar feeds' },
  series: { max: 50, what: 'series of events' },
  templates: { max: 50, what: 'templates' },
  join_requests: { max: 1_000, what: 'pending join requests' },
  role_mappings: { max: 250, what: 'role mappings', of: 'A Discord server' },
  role_menus: { max: 50, what: 'role menus', of: 'A Discord server' },
  webhooks: { max: 100, what: 'webhook subscriptions', of: 'An installation' },
} as const satisfies Readonly<Record<string, Limit>>;
export type OrganizationLimit = keyof typeof ORGANIZATION_LIMITS;

/** Those that count in one organization. */
export const LIMITS_OF_ORGANIZATIONS = [
  'servers',
  'members',
  'events_per_day',
  'invites',
  'join_requests',
  'feeds',
  'series',
  'templates',
] as const satisfies readonly OrganizationLimit[];
export type LimitOfOrganizations = (typeof LIMITS_OF_ORGANIZATIONS)[number];

/** @throws conflict `limit_reached` when there are as many as there may be */
export function requireRoom(limit: OrganizationLimit, count: number): void {
  const { max, what, of = 'An organization' }: Limit = ORGANIZATION_LIMITS[limit];
  if (count >= max) throw conflict('limit_reached', `${of} has at most ${String(max)} ${what}.`);
}
