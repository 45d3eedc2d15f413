/** Kinds of work that admins can follow in `discord_jobs`. */
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
] as const;
export type JobType = (typeof JOB_TYPES)[number];

export const JOB_STATUSES = ['pending', 'processing', 'completed', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** One piece of work, as admins read it. The row is the outbox: the queue's job carries only its id. */
export interface Job {
  readonly id: string;
  readonly job_type: JobType;
  readonly guild_id: string | null;
  readonly event_id: string | null;
  /** What the handler needs besides the ids above; its shape belongs to the job's type. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** At most one pending job has this key: a pending job has not looked yet, so it will see every change made so far. */
  readonly dedupe_key: string | null;
  readonly status: JobStatus;
  /** How many runs were started. A run may finish only its own: one that stalled must not overwrite its successor. */
  readonly attempt: number;
  readonly retry_count: number;
  readonly max_retries: number;
  readonly scheduled_at: Date;
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly completed_at: Date | null;
  readonly error_message: string | null;
  readonly result: Readonly<Record<string, unknown>> | null;
}

/** Failed jobs of one kind on one server that failed alike. */
export interface FailedClass {
  readonly job_type: JobType;
  readonly guild_id: string | null;
  /** What they have in common, by which they can be listed and tried again. */
  readonly cause: string | null;
  /** The newest one's own words. */
  readonly error_message: string | null;
  readonly count: number;
  readonly first_failed_at: Date;
  readonly last_failed_at: Date;
  /** The newest of them. */
  readonly last_job_id: string;
}
