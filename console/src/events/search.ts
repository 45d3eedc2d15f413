import type { components } from '../api/schema.js';

export type EventView = components['schemas']['EventView'];
export type EventState = EventView['state'];
export type EventType = EventView['type'];

/** What the list of events shows, as its address holds it; what is missing is not filtered by. */
export interface EventsSearch {
  /** Missing: from today on. */
  readonly period?: 'all' | undefined;
  /** Missing: a list. */
  readonly view?: 'month' | 'agenda' | undefined;
  /** Of those views: a month as `2026-12`, and a day of it as `2026-12-05`. Missing: today's. */
  readonly month?: string | undefined;
  readonly day?: string | undefined;
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

const VIEWS = ['month', 'agenda'] as const satisfies EventsSearch['view'][];

/** Whether something is a day of the calendar, as `2026-12-05`. */
function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : new Date(NaN);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Reads the address. A filter that we do not know is no filter; an organization is for the API to judge. */
export function readEventsSearch(search: Record<string, unknown>): EventsSearch {
  return {
    period: search['period'] === 'all' ? 'all' : undefined,
    org: typeof search['org'] === 'string' ? search['org'] : undefined,
    state: STATES.find((state) => state === search['state']),
    type: TYPES.find((type) => type === search['type']),
    view: VIEWS.find((view) => view === search['view']),
    month: isDay(`${String(search['month'])}-01`) ? String(search['month']) : undefined,
    day: isDay(String(search['day'])) ? String(search['day']) : undefined,
  };
}

/** Whether anything is filtered by beyond what the list shows at first. */
export const isFiltered = ({ period, org, state, type }: EventsSearch): boolean =>
  [period, org, state, type].some((filter) => filter !== undefined);
