import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/config.js';
import { LiveService } from '../features/live/live.service.js';
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
 * @throws ListenError when a port is taken; MigrationError; RedisRefused; AggregateError when MongoDB cannot be used either
 */
export async function startVerseLink(config: Config): Promise<VerseLink> {
  const app = await createCheckedApp(config);
  const fastify = app.getHttpAdapter().getInstance();
  const publicServer = config.run.has('api') ? app.getHttpServer() : null;
  const privateServer = createPrivateServer(fastify);
  const worker = config.run.has('worker') ? app.get(JobWorker, { strict: false }) : null;
  const drains = [publicServer, privateServer].map((server) => server && drainOf(server));
  const live = config.run.has('api') ? app.get(LiveService, { strict: false }) : null;
  let closing = false;
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) void reply.header('connection', 'close');
    done(null, payload);
  });

  const close = async (): Promise<void> => {
    closing = true;
    // Pages that listen would keep the server open.
    live?.close();
    // The worker is told first: from then on it takes no new job.
    await Promise.all([worker?.stop(), ...drains.map((drain) => drain?.())]);
    await app.close();
  };
  try {
    await app.get(Migrations, { strict: false }).atBoot();
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

/** The application, with what is wrong with Redis and MongoDB told together. */
async function createCheckedApp(config: Config): Promise<NestFastifyApplication> {
  const [redis, app] = await Promise.allSettled([checkRedis(config), createApp(config)]);
  if (redis.status === 'fulfilled' && app.status === 'fulfilled') return app.value;
  if (app.status === 'fulfilled') await app.value.close();
  const faults = [redis, app].flatMap((part) => (part.status === 'rejected' ? [part.reason as unknown] : []));
  throw faults.length === 1
    ? faults[0]
    : new AggregateError(faults, 'Neither Redis nor MongoDB can be used.');
}

/** Asks over a connection of its own, because the application has none before MongoDB has answered. */
async function checkRedis(config: Config): Promise<void> {
  const redis = new RedisConnections(config);
  try {
    await redis.atBoot();
  } finally {
    redis.onApplicationShutdown();
  }
}

/** What a machine without IPv6 says to an address of it. */
const NO_IPV6: readonly unknown[] = ['EAFNOSUPPORT', 'EADDRNOTAVAIL', 'EINVAL'];

/** On every address of the machine: `::` takes IPv4 as well, where there is IPv6. */
async function listen(server: Server, port: number, variable: string): Promise<number> {
  try {
    await listenOn(server, port, '::').catch((error: unknown) => {
      if (!NO_IPV6.includes((error as NodeJS.ErrnoException).code)) throw error;
      return listenOn(server, port, '0.0.0.0');
    });
  } catch (error) {
    throw new ListenError(explain(error as NodeJS.ErrnoException, port, variable), { cause: error });
  }
  return (server.address() as AddressInfo).port;
}

async function listenOn(server: Server, port: number, host: string): Promise<void> {
  server.listen({ port, host });
  // `once` rejects with what the server emits as an error.
  await once(server, 'listening');
}

function explain({ code, message }: NodeJS.ErrnoException, port: number, variable: string): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Set ${variable} to another one.`;
  if (code === 'EACCES')
    return `This process may not listen on port ${port}. Set ${variable} to one above 1023.`;
  return `Cannot listen on port ${port} (${variable}): ${code ?? message}.`;
}

/**
 * Makes ready to close a server when the requests under way are answered; connections that only wait are cut. Node.js does not count
 * those among them over which nothing was asked yet, such as browsers open in advance.
 */
function drainOf(server: Server): () => Promise<void> {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage) => unused.delete(socket));
  return async () => {
    if (!server.listening) return;
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeIdleConnections();
      for (const socket of unused) socket.destroy();
    });
  };
}
