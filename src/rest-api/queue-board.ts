import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { lazily } from '../common/lazily.js';
import { QUEUES, type Queues } from '../queue/queues.js';
import { AccessGuard } from './auth/access.guard.js';

const PATH = '/admin/queues';

/**
 * BullMQ's board, for site admins. It only shows: the rows in `discord_jobs` are what counts, and a job that the board took
 * out or ran again would come back or be lost; admins change jobs by `/api/v1/discord/jobs`.
 */
@Injectable()
export class QueueBoard implements OnModuleInit {
  private readonly board = lazily(() => boardOf(this.queues));

  constructor(
    @Inject(QUEUES) private readonly queues: Queues,
    private readonly guard: AccessGuard,
    private readonly host: HttpAdapterHost<FastifyAdapter>,
  ) {}

  onModuleInit(): void {
    const onRequest = (request: FastifyRequest, reply: FastifyReply): Promise<void> =>
      this.show(request, reply);
    const answered = (): never => {
      throw new Error('The board answers before.');
    };
    const door = this.host.httpAdapter.getInstance<FastifyInstance>();
    for (const path of [PATH, `${PATH}/*`]) door.all(path, { onRequest }, answered);
  }

  /** Before anything reads the request's body, which is the board's. */
  private async show(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.guard.admit(request, reply, 'site_admin');
    const board = await this.board();
    reply.hijack();
    board.routing(request.raw, reply.raw);
  }
}

/** A server of its own, which listens nowhere: a running one takes no more routes. */
async function boardOf(queues: Queues): Promise<FastifyInstance> {
  const [{ createBullBoard }, { BullMQAdapter }, { FastifyAdapter: BoardAdapter }] = await Promise.all([
    import('@bull-board/api'),
    import('@bull-board/api/bullMQAdapter'),
    import('@bull-board/fastify'),
  ]);
  const serverAdapter = new BoardAdapter().setBasePath(PATH);
  createBullBoard({
    queues: Object.values(queues).map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter,
  });
  const board = fastify();
  await board.register(serverAdapter.registerPlugin(), { prefix: PATH });
  await board.ready();
  return board;
}
