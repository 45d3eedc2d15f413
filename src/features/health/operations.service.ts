import { Injectable } from '@nestjs/common';
import { RequestBudget } from '../../discord-api/request-budget.js';
import { JobQueue } from '../../queue/job-queue.js';
import { HealthStatesRepository } from './health-states.repository.js';
import { HealthService } from './health.service.js';
import type { HealthStanding } from './rules/health-change.js';

/** One queue, with how many jobs stand in it. */
export interface QueueState {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  /** Their time has not come. */
  readonly delayed: number;
}

/** How the parts of VerseLink are at this moment. */
export interface OperationsState {
  readonly database: boolean;
  readonly redis: boolean;
  /** The halves that the other half has seen. */
  readonly services: readonly HealthStanding[];
  readonly queues: readonly QueueState[];
  /** For how long a call to Discord that came now would wait; `null` when that is not known. */
  readonly discord_backlog_ms: number | null;
}

/** Tells how the parts of an installation are, for those who run it. */
@Injectable()
export class OperationsService {
  constructor(
    private readonly health: HealthService,
    private readonly states: HealthStatesRepository,
    private readonly jobs: JobQueue,
    private readonly budget: RequestBudget,
  ) {}

  /** Never waits for what is away. */
  async state(): Promise<OperationsState> {
    const [database, redis, depths, backlog] = await Promise.all([
      this.health.databaseAnswers(),
      this.health.redisAnswers(),
      this.jobs.depths(),
      this.budget.backlogMs().catch(() => null),
    ]);
    return {
      database,
      redis,
      services: database ? await this.states.list() : [],
      queues: depths.map(({ name, states: { waiting = 0, prioritized = 0, active = 0, delayed = 0 } }) => ({
        name,
        waiting: waiting + prioritized,
        active,
        delayed,
      })),
      discord_backlog_ms: backlog,
    };
  }
}
