import { IsIn, IsUUID } from 'class-validator';
import { JOB_STATUSES, JOB_TYPES, type JobStatus, type JobType } from '../../queue/rules/job.js';
import { PageQuery } from '../paging/page.query.js';
import { Optional, Snowflake } from '../validation/decorators.js';

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
}
