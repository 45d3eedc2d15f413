import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { type PermissionName, PERMISSIONS } from '../features/guilds/rules/permissions.js';
import type { ExplainedFailure } from '../features/health/failures.service.js';
import { type Job, JOB_STATUSES, JOB_TYPES, type JobStatus, type JobType } from '../queue/rules/job.js';
import { DiscordId, Integer, Uuid } from './openapi/formats.js';
import { PageQuery } from './paging/page.dto.js';
import { Flag, Optional, Snowflake } from './validation/decorators.js';

const RETRYABLE = ['failed', 'cancelled'] as const;

/** Query of `GET /discord/jobs`. */
export class ListJobsQuery extends PageQuery {
  @Optional()
  @IsIn(JOB_STATUSES)
  readonly status?: JobStatus;

  @Optional()
  @IsIn(JOB_TYPES)
  readonly type?: JobType;

  @Optional()
  @Snowflake()
  readonly guild_id?: string;

  @Optional()
  @IsUUID()
  readonly event_id?: string;

  /** What went wrong last, to the letter. */
  @Optional()
  @IsString()
  @MaxLength(2_000)
  readonly error_message?: string;

  /** What they have in common, as `GET /discord/jobs/failures` names it. */
  @Optional()
  @IsString()
  @MaxLength(2_000)
  readonly cause?: string;

  /** Only those that failed and are to be tried again; their `scheduled_at` says when. */
  @Optional()
  @Flag()
  readonly retrying?: boolean;
}

/** Query of `POST /discord/jobs/retry`. */
export class RetryJobsQuery {
  @IsIn(RETRYABLE)
  readonly status: (typeof RETRYABLE)[number];

  @Optional()
  @IsIn(JOB_TYPES)
  readonly type?: JobType;

  @Optional()
  @Snowflake()
  readonly guild_id?: string;

  @Optional()
  @IsUUID()
  readonly event_id?: string;

  /** What went wrong last, to the letter. */
  @Optional()
  @IsString()
  @MaxLength(2_000)
  readonly error_message?: string;

  /** What they have in common, as `GET /discord/jobs/failures` names it. */
  @Optional()
  @IsString()
  @MaxLength(2_000)
  readonly cause?: string;
}

/** What `POST /discord/jobs/retry` set going. */
export class RetryJobsView {
  @Integer() readonly jobs_retried: number;
  @Integer() readonly jobs_left: number;
}

/** A job row, as REST shows it. */
export class JobView {
  @Uuid() readonly id: string;
  readonly job_type: JobType;
  @DiscordId() readonly guild_id: string | null;
  @Uuid() readonly event_id: string | null;
  readonly status: JobStatus;
  @Integer() readonly retry_count: number;
  @Integer() readonly max_retries: number;
  readonly scheduled_at: Date;
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly completed_at: Date | null;
  readonly error_message: string | null;
}

/** Failed jobs of one kind on one server that failed alike, and how things stand there now. */
export class FailedClassView implements ExplainedFailure {
  readonly job_type: JobType;
  @DiscordId() readonly guild_id: string | null;
  /** As it is registered; `null` for what belongs to no server, or to one that is not registered any more. */
  readonly guild_name: string | null;
  /** What they have in common: filter by it. */
  readonly cause: string | null;
  /** Discord's own code, when Discord refused it. */
  @Integer() readonly discord_code: number | null;
  @DiscordId() readonly channel_id: string | null;
  readonly channel_name: string | null;
  /** Whose receiver refused it. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly webhook_id: string | null;
  /** What the bot lacks there at this moment: none when it was mended; `null` when that is not known. */
  @ApiProperty({ enum: Object.keys(PERMISSIONS), isArray: true, nullable: true })
  readonly missing_permissions: readonly PermissionName[] | null;
  /** The newest one's own words. */
  readonly error_message: string | null;
  @Integer() readonly count: number;
  readonly first_failed_at: Date;
  readonly last_failed_at: Date;
  /** The newest of them. */
  @Uuid() readonly last_job_id: string;
}

/** Leaves out what only the worker needs. */
export function toJobView({ payload: _payload, dedupe_key: _key, result: _result, ...view }: Job): JobView {
  return view;
}

/** What `POST /discord/jobs/process` set going. */
export class ProcessJobsView {
  readonly message: string;
  @Integer() readonly pending_jobs: number;
}
