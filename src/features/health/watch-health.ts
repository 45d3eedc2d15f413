import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { healthCheckSeconds, healthState } from '../../common/metrics.js';
import {
  findingOf,
  type HealthChange,
  type HealthFinding,
  type HealthMemory,
  healthText,
  type WatchedService,
} from './rules/health-change.js';
import type { ServiceHealth } from './rules/service-health.js';
import { AlertHealth } from './alert-health.js';

/** A first bad answer is looked into again after this time: a restart is not an outage. */
const SECOND_LOOK_MS = 2_000;

/** Looks whether the other half of VerseLink is well, and speaks up only when that has changed. */
@Injectable()
export class WatchHealth {
  private readonly logger = new Logger('HealthWatch');

  constructor(private readonly alert: AlertHealth) {}

  /**
   * @param ask asks the service itself
   * @param memory what was found before
   */
  async execute(
    service: WatchedService,
    ask: () => Promise<ServiceHealth>,
    memory: HealthMemory,
  ): Promise<void> {
    this.logger.debug(`Checking ${service} health...`);
    let finding = await look(service, ask);
    if (finding.state !== 'healthy' && (await memory.wasHealthy(service)) !== false) {
      await sleep(SECOND_LOOK_MS, undefined, { ref: false });
      finding = await look(service, ask);
    }
    const healthy = finding.state === 'healthy';
    healthState.set({ service }, healthy ? 1 : 0);
    const since = await memory.exchange(service, healthy);
    if (since === 'same') return;
    const at = new Date();
    const down_ms = healthy && since !== null ? at.getTime() - since.getTime() : null;
    const change: HealthChange = { id: uuidv7(), at, service, ...finding, down_ms };
    this.report(change);
    // The first look of all is news only when it is bad.
    if (since !== null || !healthy) await this.alert.execute(change);
  }

  private report(change: HealthChange): void {
    const { service, state, reason, down_ms } = change;
    const fields = { service, state, reason, down_ms };
    if (state === 'healthy') this.logger.log(fields, healthText(change));
    else if (state === 'timed_out') this.logger.warn(fields, healthText(change));
    else this.logger.error(fields, healthText(change));
  }
}

async function look(service: WatchedService, ask: () => Promise<ServiceHealth>): Promise<HealthFinding> {
  const stop = healthCheckSeconds.startTimer({ service });
  try {
    const { status } = await ask();
    return status === 'healthy'
      ? { state: 'healthy', reason: null }
      : { state: 'unhealthy', reason: 'it says so itself' };
  } catch (error) {
    return findingOf(error);
  } finally {
    stop();
  }
}
