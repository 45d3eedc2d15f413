import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { HealthWatch } from '../features/health/health-watch.js';

const EVERY_MS = 60_000;

/** Has the bot look at the backend each minute; first after a minute, because at boot the backend may be starting too. */
@Injectable()
export class BackendWatch {
  constructor(private readonly watch: HealthWatch) {}

  @Interval(EVERY_MS)
  async look(): Promise<void> {
    await this.watch.watchBackend();
  }
}
