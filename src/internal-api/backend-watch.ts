import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { WatchBackend } from '../features/health/watch-backend.js';

/** How often the bot looks at the backend (issue 4, "health watch"). */
const EVERY_MS = 60_000;

/** Has the bot look at the backend now and then. */
@Injectable()
export class BackendWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('HealthWatch');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly watch: WatchBackend) {}

  /** The first look waits for a whole turn: at boot the backend may be starting too. */
  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    try {
      await this.watch.execute();
    } catch (error) {
      this.logger.error({ err: error }, 'The backend could not be looked at');
    }
  }
}
