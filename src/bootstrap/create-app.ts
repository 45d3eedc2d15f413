import cookies from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from '../app.module.js';
import { inRequest } from '../common/correlation.js';
import type { Config } from '../config/config.js';
import { JobQueue } from '../queue/job-queue.js';
import { serveOpenApi } from '../rest-api/openapi/openapi.js';
import { InputPipe } from '../rest-api/validation/input.pipe.js';
import { AppLogger } from './logging.module.js';
import { answerClientErrors } from './client-errors.js';
import {
  BODY_LIMIT,
  limitBodies,
  logRequests,
  measureRequests,
  nameRequest,
  refuseUnderPressure,
  setRequestDeadline,
  type WorkGauge,
} from './every-request.js';
import { guardDoors } from './guard-doors.js';
import { ErrorsFilter } from './errors.filter.js';
import { separateListeners } from './listeners.js';
import { readFileBodies, readFormBodies, readJsonBodies } from './json-bodies.js';
import { serveConsole } from './serve-console.js';
import { serveDocs } from './serve-docs.js';
import { setSecurityHeaders } from './security-headers.js';

/** Builds the whole application for what `config.run` says. Nothing listens yet. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const errors = new ErrorsFilter(config);
  const answerError = (error: Error, request: FastifyRequest, reply: FastifyReply): void => {
    errors.answer(error, request, reply);
  };
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // Bodies are checked by DTOs, so Fastify's compilers of JSON schemas, some 240 files, need not be loaded.
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    requestTimeout: 30_000,
    genReqId: nameRequest,
    ...(config.trustProxy === null ? {} : { trustProxy: config.trustProxy }),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerError,
    clientErrorHandler: answerClientErrors('public'),
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  separateListeners(fastify, config);
  setRequestDeadline(fastify, answerError);
  limitBodies(fastify);
  logRequests(fastify, config);
  measureRequests(fastify);
  readJsonBodies(adapter);
  readFileBodies(adapter);
  readFormBodies(adapter);
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    void reply.header('x-request-id', request.id);
    inRequest(request.id, done);
  });
  // Reading a body begins a new chain of events.
  fastify.addHook('preValidation', ({ id, body }: FastifyRequest, _reply: FastifyReply, done: () => void) => {
    if (body === undefined) done();
    else inRequest(id, done);
  });
  await setSecurityHeaders(fastify, config);
  await fastify.register(cookies);
  const work: WorkGauge = { waiting: () => Promise.resolve(0) };
  await refuseUnderPressure(fastify, work);

  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRun(config), adapter, {
    // Kept until our own logger is there; what stops the start is thrown, and main.ts says it.
    bufferLogs: true,
    autoFlushLogs: false,
    abortOnError: false,
  });
  work.waiting = () => app.get(JobQueue, { strict: false }).waiting();
  app.useLogger(app.get(AppLogger, { strict: false }));
  app.flushLogs();
  await guardDoors(app, config);
  app.useGlobalFilters(errors);
  app.useGlobalPipes(new InputPipe());
  if (config.run.has('api')) {
    serveOpenApi(app);
    await serveConsole(fastify);
    await serveDocs(fastify);
  }
  return app;
}

function noSchemas(): never {
  throw new Error('A route has a JSON schema; give it a DTO instead.');
}
