import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import mongoose, { type Connection, mongo } from 'mongoose';
import { Config } from '../config/config.js';

/** How long the driver waits for what; at run time an absent database is an error soon (503), never a queue of waiting commands. */
export const DRIVER_WAITS = {
  serverSelectionTimeoutMS: 3_000,
  connectTimeoutMS: 3_000,
  socketTimeoutMS: 10_000,
  // Shorter than a request's deadline; the driver's default is for ever.
  waitQueueTimeoutMS: 8_000,
} as const;

const LOOK_EVERY_MS = 5_000;
/** The driver finds a database that is back within a second or so. */
const PATIENCE_MS = 15_000;

/**
 * Opens the connection anew when it stays away although MongoDB answers. After a MongoDB that was killed in the middle of work, the
 * driver (7.8) was seen never to look again, so that the process stayed without its database until it was restarted.
 */
@Injectable()
export class ConnectionWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('MongoDB');
  private timer: NodeJS.Timeout | undefined;
  private awaySince: number | null = null;
  private looking = false;

  constructor(
    @InjectConnection() private readonly connection: Connection,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      if (await this.answers()) this.awaySince = null;
      else this.awaySince ??= performance.now();
      if (this.awaySince !== null && performance.now() - this.awaySince > PATIENCE_MS) await this.openAnew();
    } finally {
      this.looking = false;
    }
  }

  private async answers(): Promise<boolean> {
    try {
      await this.connection.db?.command({ ping: 1 });
      return true;
    } catch {
      return false;
    }
  }

  private async openAnew(): Promise<void> {
    const client = new mongo.MongoClient(this.config.mongodbUri, DRIVER_WAITS);
    try {
      await client.connect();
    } catch {
      // It is MongoDB that is away, and not the connection.
      await client.close();
      return;
    }
    // It may have come back in this very moment; and a process that stops opens nothing.
    if (this.connection.readyState !== mongoose.STATES.disconnected || this.timer === undefined) {
      await client.close();
      return;
    }
    const old = this.connection.getClient();
    this.connection.setClient(client);
    this.awaySince = null;
    this.logger.warn('MongoDB answers, and the connection stayed away: it was opened anew.');
    await old.close(true);
  }
}
