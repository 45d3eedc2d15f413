import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/config.js';
import { Migrations } from '../infra/migrations/migrations.js';
import { SchemaWatch } from '../infra/migrations/schema-watch.js';
import { RedisConnections } from '../infra/redis.module.js';
import { JobWorker } from '../jobs/job-worker.js';
import { createApp } from './create-app.js';
import { createPrivateServer } from './listeners.js';

/** A listener could not be opened. `message` names the variable to set. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** A running VerseLink process. */
export interface VerseLink {
  readonly app: NestFastifyApplication;
  /** The public listener's port; `null` in a process without `api`. */
  readonly port: number | null;
  readonly internalPort: number;
  /** Resolves with the reason when the database has become newer than this process, which has to stop then. */
  readonly superseded: Promise<Error>;
  /** Takes no new jobs and requests, finishes those under way, then closes everything else. */
  close(): Promise<void>;
}

/**
 * Builds and starts a process, once the database is up to date: the public listener with `api`, the private one always
 * (a process without `bot` serves its metrics there).
 * @throws ListenError when a port is taken; MigrationError; RedisRefused
 */
export async function startVerseLink(config: Config): Promise<VerseLink> {
  const app = await createApp(config);
  const fastify = app.getHttpAdapter().getInstance();
  const publicServer = config.run.has('api') ? app.getHttpServer() : null;
  const privateServer = createPrivateServer(fastify);
  const worker = config.run.has('worker') ? app.get(JobWorker, { strict: false }) : null;
  let closing = false;
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) void reply.header('connection', 'close');
    done(null, payload);
  });

  const close = async (): Promise<void> => {
    closing = true;
    // The worker is told first: from then on it takes no new job.
    await Promise.all([worker?.stop(), drain(publicServer), drain(privateServer)]);
    await app.close();
  };
  try {
    await Promise.all(
      [RedisConnections, Migrations].map((part) => app.get(part, { strict: false }).atBoot()),
    );
    await app.init();
    await fastify.ready();
    const internalPort = await listen(privateServer, config.internalPort, 'INTERNAL_PORT');
    const port = publicServer && (await listen(publicServer, config.port, 'PORT'));
    const { superseded } = app.get(SchemaWatch, { strict: false });
    return { app, port, internalPort, superseded, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function listen(server: Server, port: number, variable: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new ListenError(explain(error, port, variable), { cause: error }));
    });
    server.listen({ port, host: '::' }, resolve);
  });
  return (server.address() as AddressInfo).port;
}

function explain(error: NodeJS.ErrnoException, port: number, variable: string): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} is taken. Set ${variable} to another one.`;
  return `Cannot listen on port ${port} (${error.code ?? error.message}). Set ${variable} to another one.`;
}

/** Closes a server when the requests under way are answered; connections that only wait are cut. */
async function drain(server: Server | null): Promise<void> {
  if (server?.listening !== true) return;
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
  });
}
