import type { components } from '../api/schema.js';

export type Job = components['schemas']['JobView'];
export type FailedClass = components['schemas']['FailedClassView'];

export const JOB_STATES = [
  'pending',
  'processing',
  'completed',
  'failed',
  'cancelled',
] as const satisfies Job['status'][];

export const JOB_TYPES = [
  'create_discord_event',
  'update_discord_event',
  'delete_discord_event',
  'create_channels',
  'archive_channels',
  'manage_roles',
  'sync_attendees',
  'reminder',
  'announcement',
  'webhook_delivery',
  'notify_user',
  'bot_event',
  'free_seats',
] as const satisfies Job['job_type'][];

/** What jobs are filtered by, as the address holds it. */
export interface JobsSearch {
  readonly status?: Job['status'] | undefined;
  readonly type?: Job['job_type'] | undefined;
  readonly guild?: string | undefined;
  readonly event?: string | undefined;
  /** What they ended by, as the API names it. */
  readonly cause?: string | undefined;
  /** Only those that failed and will be tried again. */
  readonly retrying?: true | undefined;
}

const text = (value: unknown): string | undefined => {
  // The router reads digits as a number, unless they are in quotes.
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
};

export function readJobsSearch(search: Record<string, unknown>): JobsSearch {
  return {
    status: JOB_STATES.find((state) => state === search['status']),
    type: JOB_TYPES.find((type) => type === search['type']),
    guild: text(search['guild']),
    event: text(search['event']),
    cause: text(search['cause']),
    retrying: search['retrying'] === true ? true : undefined,
  };
}

/** What is looked for by name. */
export interface NameSearch {
  readonly q?: string | undefined;
}

export const readNameSearch = (search: Record<string, unknown>): NameSearch => ({ q: text(search['q']) });

/** Whose deliveries are shown, and in which state. */
export interface DeliveriesSearch {
  readonly webhook?: string | undefined;
  readonly status?: 'failed' | undefined;
}

export const readDeliveriesSearch = (search: Record<string, unknown>): DeliveriesSearch => ({
  webhook: text(search['webhook']),
  status: search['status'] === 'failed' ? 'failed' : undefined,
});

/** How many minutes back the figures of the health page go. */
export const RANGES = [60, 180, 720, 1440] as const;

export interface HealthSearch {
  /** Missing: three hours. */
  readonly minutes?: (typeof RANGES)[number] | undefined;
}

export const readHealthSearch = (search: Record<string, unknown>): HealthSearch => ({
  minutes: RANGES.find((minutes) => minutes === search['minutes']),
});
