import type { components } from '../api/schema.js';

export type EventView = components['schemas']['EventView'];
export type EventState = EventView['state'];
export type EventType = EventView['type'];

/** What the list of events shows, as its address holds it; what is missing is not filtered by. */
export interface EventsSearch {
  /** Missing: from today on. */
  readonly period?: 'all' | undefined;
  readonly org?: string | undefined;
  readonly state?: EventState | undefined;
  readonly type?: EventType | undefined;
}

export const STATES = [
  'draft',
  'published',
  'active',
  'completed',
  'cancelled',
] as const satisfies EventState[];

export const TYPES = [
  'raid',
  'course',
  'pvp',
  'fps',
  'salvaging',
  'logistique',
  'exploration',
  'mining',
  'trading',
  'roleplay',
  'autre',
] as const satisfies EventType[];

/** Reads the address. A filter that we do not know is no filter; an organization is for the API to judge. */
export function readEventsSearch(search: Record<string, unknown>): EventsSearch {
  return {
    period: search['period'] === 'all' ? 'all' : undefined,
    org: typeof search['org'] === 'string' ? search['org'] : undefined,
    state: STATES.find((state) => state === search['state']),
    type: TYPES.find((type) => type === search['type']),
  };
}

/** Whether anything is filtered by beyond what the list shows at first. */
export const isFiltered = ({ period, org, state, type }: EventsSearch): boolean =>
  [period, org, state, type].some((filter) => filter !== undefined);
