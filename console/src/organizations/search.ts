import type { components } from '../api/schema.js';

export type Organization = components['schemas']['OrganizationView'];
export type Right = Organization['my_permissions'][number];
export type MemberRole = components['schemas']['PutMemberDto']['role'];

export const TABS = ['profile', 'members', 'attendance', 'calendar', 'audit'] as const;
export type OrganizationTab = (typeof TABS)[number];

/** What an organization's audit can be narrowed to. */
export const AUDITED = [
  'organization',
  'member',
  'invite',
  'join_request',
  'guild',
  'role_mapping',
  'role_menu',
  'event',
  'signup',
  'waitlist',
  'payout',
  'feed',
  'series',
  'template',
  'mirror',
] as const;
type AuditedNoun = (typeof AUDITED)[number];

/** What the page of an organization shows, as its address holds it. */
export interface OrganizationSearch {
  /** Missing: its profile. */
  readonly tab?: OrganizationTab | undefined;
  readonly about?: AuditedNoun | undefined;
  readonly actor?: string | undefined;
  /** Days, as `2026-11-27`, the last one included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address; what is not known is left out. */
export function readOrganizationSearch(search: Record<string, unknown>): OrganizationSearch {
  const day = (value: unknown) => (typeof value === 'string' && DAY.test(value) ? value : undefined);
  return {
    tab: TABS.find((tab) => tab === search['tab']),
    about: AUDITED.find((noun) => noun === search['about']),
    actor: typeof search['actor'] === 'string' ? search['actor'] : undefined,
    from: day(search['from']),
    to: day(search['to']),
  };
}

/** Whether one may do something in an organization, as the API says. */
export const mayIn = ({ my_permissions }: Organization, right: Right): boolean =>
  my_permissions.includes(right);
