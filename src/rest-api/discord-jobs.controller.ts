import { Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FailuresService } from '../features/health/failures.service.js';
import { DiscordJobsService } from '../queue/discord-jobs.service.js';
import { Audited } from './audited.js';
import { SignedIn, SiteAdmin } from './auth/access.decorators.js';
import {
  FailedClassView,
  JobView,
  ListJobsQuery,
  ProcessJobsView,
  RetryJobsQuery,
  RetryJobsView,
  toJobView,
} from './discord-jobs.dto.js';
import { AnswersArray } from './openapi/answers.js';
import { sendArray } from './paging/next-link.js';
import { uuidOf } from './validation/path-id.js';

const JobId = (): ParameterDecorator => Param('id', uuidOf('job'));

@ApiTags('jobs')
@SignedIn(null)
@SiteAdmin()
@Controller('api/v1/discord/jobs')
export class DiscordJobsController {
  constructor(
    private readonly jobs: DiscordJobsService,
    private readonly failed: FailuresService,
  ) {}

  /** Lists jobs, newest first. */
  @Get()
  @AnswersArray(JobView)
  async list(
    @Query() { limit, cursor, type, ...filter }: ListJobsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobView[]> {
    const page = await this.jobs.list({ ...filter, job_type: type }, limit, cursor ?? null);
    return sendArray({ ...page, items: page.items.map(toJobView) }, request, reply);
  }

  /**
   * Lists why jobs have failed: by kind, server and cause, the latest first.
   * @remarks A hundred causes at most. Filter jobs, and try them again, by `job_type` (as `type`), `guild_id` and `cause` of one.
   */
  @Get('failures')
  @AnswersArray(FailedClassView)
  failures(): Promise<FailedClassView[]> {
    return this.failed.list();
  }

  /** Shows a job. */
  @Get(':id')
  async get(@JobId() id: string): Promise<JobView> {
    return toJobView(await this.jobs.get(id));
  }

  /** Tries a failed job again. */
  @Post(':id/retry')
  @HttpCode(HttpStatus.OK)
  @Audited('job.retried')
  async retry(@JobId() id: string): Promise<JobView> {
    return toJobView(await this.jobs.retry(id));
  }

  /**
   * Tries every failed job again, or every one of a type, a server, an event or a cause.
   * @remarks Up to 1,000 in one call; `jobs_left` says how many remain. A job whose work another one will do stays as it is.
   */
  @Post('retry')
  @HttpCode(HttpStatus.OK)
  @Audited('job.class_retried')
  retryAll(@Query() { type, ...filter }: RetryJobsQuery): Promise<RetryJobsView> {
    return this.jobs.retryAll({ ...filter, job_type: type });
  }

  /** Hands due jobs to the workers at once. */
  @Post('process')
  @HttpCode(HttpStatus.OK)
  @Audited('job.processed')
  process(): Promise<ProcessJobsView> {
    return this.jobs.processNow();
  }
}
