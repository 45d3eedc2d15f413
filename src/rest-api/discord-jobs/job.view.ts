import { IsDate, IsIn, IsInt, IsString, IsUUID } from 'class-validator';
import { JOB_STATUSES, JOB_TYPES, type Job, type JobStatus, type JobType } from '../../queue/rules/job.js';
import { Nullable, Snowflake } from '../validation/decorators.js';

/** A job row, as REST shows it (contract.md §3). */
export class JobView {
  @IsUUID() readonly id: string;
  @IsIn(JOB_TYPES) readonly job_type: JobType;
  @Nullable() @Snowflake() readonly guild_id: string | null;
  @Nullable() @IsUUID() readonly event_id: string | null;
  @IsIn(JOB_STATUSES) readonly status: JobStatus;
  @IsInt() readonly retry_count: number;
  @IsInt() readonly max_retries: number;
  @IsDate() readonly scheduled_at: Date;
  @IsDate() readonly created_at: Date;
  @Nullable() @IsDate() readonly started_at: Date | null;
  @Nullable() @IsDate() readonly completed_at: Date | null;
  @Nullable() @IsString() readonly error_message: string | null;
}

/** Leaves out what only the worker needs. */
export function toJobView({ payload: _payload, dedupe_key: _key, result: _result, ...view }: Job): JobView {
  return view;
}

/** What `POST /discord/jobs/process` set going. */
export class ProcessJobsView {
  @IsString() readonly message: string;
  @IsInt() readonly pending_jobs: number;
}
