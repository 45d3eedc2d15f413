import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { HealthWatch } from '../features/health/health-watch.js';

const EVERY_MS = 60_000;

/** Has the bot look at the backend: at its start, then each minute. */
@Injectable()
export class BackendWatch implements OnApplicationBootstrap {
  private readonly logger = new Logger('HealthWatch');

  constructor(private readonly watch: HealthWatch) {}

  onApplicationBootstrap(): void {
    void inBackground(this.logger, () => this.watch.watchBackend('starting'));
  }

  @Interval(EVERY_MS)
  async look(): Promise<void> {
    await inBackground(this.logger, () => this.watch.watchBackend());
  }
}

/** Has the backend look at the bot at its start; after that the worker's schedule does, once a minute for all processes. */
@Injectable()
export class BotWatch implements OnApplicationBootstrap {
  private readonly logger = new Logger('HealthWatch');

  constructor(private readonly watch: HealthWatch) {}

  onApplicationBootstrap(): void {
    void inBackground(this.logger, () => this.watch.watchStartingBot());
  }
}

/** A look that fails, because the database is away for instance, is noted; the next one comes by itself. */
async function inBackground(logger: Logger, look: () => Promise<void>): Promise<void> {
  try {
    await look();
  } catch (error) {
    logger.warn(
      `The health check could not be finished: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
