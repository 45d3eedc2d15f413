import { Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GetJob } from '../queue/get-job.js';
import { ListJobs } from '../queue/list-jobs.js';
import { ProcessJobs } from '../queue/process-jobs.js';
import { RetryJob } from '../queue/retry-job.js';
import { SignedIn, SiteAdmin } from './auth/access.decorators.js';
import { JobView, ListJobsQuery, ProcessJobsView, toJobView } from './discord-jobs.dto.js';
import { AnswersArray } from './openapi/answers.js';
import { sendArray } from './paging/next-link.js';
import { uuidOf } from './validation/path-id.js';

const JobId = (): ParameterDecorator => Param('id', uuidOf('job'));

@ApiTags('jobs')
@SignedIn()
@SiteAdmin()
@Controller('api/v1/discord/jobs')
export class DiscordJobsController {
  constructor(
    private readonly listJobs: ListJobs,
    private readonly getJob: GetJob,
    private readonly retryJob: RetryJob,
    private readonly processJobs: ProcessJobs,
  ) {}

  /** Lists jobs, newest first. */
  @Get()
  @AnswersArray(JobView)
  async list(
    @Query() { limit, cursor, type, ...filter }: ListJobsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobView[]> {
    const jobs = await this.listJobs.execute({ ...filter, job_type: type }, limit, cursor ?? null);
    return sendArray({ ...jobs, items: jobs.items.map(toJobView) }, request, reply);
  }

  /** Shows a job. */
  @Get(':id')
  async get(@JobId() id: string): Promise<JobView> {
    return toJobView(await this.getJob.execute(id));
  }

  /** Tries a failed job again. */
  @Post(':id/retry')
  @HttpCode(HttpStatus.OK)
  async retry(@JobId() id: string): Promise<JobView> {
    return toJobView(await this.retryJob.execute(id));
  }

  /** Hands due jobs to the workers at once. */
  @Post('process')
  @HttpCode(HttpStatus.OK)
  process(): Promise<ProcessJobsView> {
    return this.processJobs.execute();
  }
}
