import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter as BoardAdapter } from '@bull-board/fastify';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { QUEUES, type Queues } from '../queue/queues.js';
import { AccessGuard } from './auth/access.guard.js';
import { problemOf } from './problem/problem.js';

const PATH = '/admin/queues';

/**
 * BullMQ's board, for site admins. It only shows: the rows in `discord_jobs` are what counts, and a job that the board took
 * out or ran again would come back or be lost; admins change jobs by `/api/v1/discord/jobs`.
 */
@Injectable()
export class QueueBoard implements OnModuleInit {
  constructor(
    @Inject(QUEUES) private readonly queues: Queues,
    private readonly guard: AccessGuard,
    private readonly host: HttpAdapterHost<FastifyAdapter>,
  ) {}

  onModuleInit(): void {
    const serverAdapter = new BoardAdapter().setBasePath(PATH);
    const queues = Object.values(this.queues).map(
      (queue) => new BullMQAdapter(queue, { readOnlyMode: true }),
    );
    createBullBoard({ queues, serverAdapter });
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    // Not awaited: that would start Fastify before Nest has set the handler that answers errors of bodies.
    void fastify.register(async (scope) => {
      scope.addHook('onRequest', (request, reply) => this.admit(request, reply));
      await scope.register(serverAdapter.registerPlugin(), { prefix: PATH });
    });
  }

  /** Answers refusals itself, because the board has a way of its own to answer errors. */
  private async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    try {
      await this.guard.admit(request, reply, 'site_admin');
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
      await reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
    }
  }
}
