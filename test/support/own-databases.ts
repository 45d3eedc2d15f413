import { rm } from 'node:fs/promises';
import path from 'node:path';
import { startMongodb, type LocalMongodb } from '../../local/parts/mongodb.js';
import { startChild } from '../../local/processes/child.js';
import { redisServers, type RedisServers } from './redis-servers.js';
import { openProxy, type TcpProxy } from './tcp-proxy.js';
import { temporaryFolder } from './temporary-folder.js';

/** A MongoDB engine and a Redis that belong to one test, which may kill them and start them again at the same address. */
export class OwnDatabases {
  /** In front of the engine, whose own address changes with each start. */
  private door!: TcpProxy;

  private constructor(
    private readonly home: string,
    private mongodb: LocalMongodb,
    private readonly redis: RedisServers,
    private readonly redisPort: number,
  ) {}

  static async start(): Promise<OwnDatabases> {
    const home = await temporaryFolder('vl-own-');
    const mongodb = await startEngine(home);
    const redis = await redisServers();
    const redisPort = await redis.start('appendonly yes', 'maxmemory-policy noeviction');
    const own = new OwnDatabases(home, mongodb, redis, redisPort);
    own.door = await openProxy(() => ({ path: socketOf(own.mongodb) }));
    return own;
  }

  get mongodbUri(): string {
    const rest = /^mongodb:\/\/[^/]+(\/.*)$/.exec(this.mongodb.uri('verselink'))?.[1] ?? '';
    return `mongodb://127.0.0.1:${String(this.door.port)}${rest}`;
  }

  get redisUrl(): string {
    return `redis://127.0.0.1:${String(this.redisPort)}`;
  }

  async killMongodb(): Promise<void> {
    this.mongodb.child.process.kill('SIGKILL');
    await this.mongodb.child.exited;
    this.door.cut();
  }

  async startMongodb(): Promise<void> {
    this.mongodb = await startEngine(this.home);
    await this.door.restore();
  }

  killRedis(): Promise<void> {
    return this.redis.kill(this.redisPort);
  }

  startRedis(): Promise<void> {
    return this.redis.restart(this.redisPort);
  }

  async drop(): Promise<void> {
    this.door.cut();
    await Promise.all([this.mongodb.child.stop(5_000), this.redis.close()]);
    await rm(this.home, { recursive: true, force: true });
  }
}

function startEngine(home: string): Promise<LocalMongodb> {
  const options = {
    directory: path.join(home, 'mongodb'),
    socketDirectory: home,
    logFile: path.join(home, 'mongodb.log'),
  };
  return startMongodb(options, startChild);
}

function socketOf(mongodb: LocalMongodb): string {
  return decodeURIComponent(/^mongodb:\/\/([^/]+)/.exec(mongodb.uri('any'))?.[1] ?? '');
}
