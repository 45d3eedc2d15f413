import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { healthCheckSeconds, healthState } from '../../common/metrics.js';
import { HealthAlert } from './health-alert.js';
import { HealthStatesRepository } from './health-states.repository.js';
import { BackendGate } from './rules/backend-gate.js';
import { BotGate } from './rules/bot-gate.js';
import {
  findingOf,
  type HealthChange,
  type HealthFinding,
  type HealthMemory,
  healthText,
  ProcessMemory,
  type WatchedService,
} from './rules/health-change.js';
import type { ServiceHealth } from './rules/service-health.js';

/** A first bad answer is looked into again after this time: a restart is not an outage. */
const SECOND_LOOK_MS = 2_000;

type Ask = () => Promise<ServiceHealth>;

/** Looks whether the other half of VerseLink is well, and speaks up only when that has changed. */
@Injectable()
export class HealthWatch {
  private readonly logger = new Logger('HealthWatch');
  /** In this process alone: when the backend is away, its database may be too. */
  private readonly ownMemory = new ProcessMemory();

  constructor(
    private readonly bot: BotGate,
    private readonly backend: BackendGate,
    private readonly states: HealthStatesRepository,
    private readonly alert: HealthAlert,
  ) {}

  /** The backend's watch over the bot. In whatever process it runs, what was found before is in the database. */
  async watchBot(): Promise<void> {
    await this.watch('discord-bot', () => this.bot.health(), this.states);
  }

  /** The bot's watch over the backend. */
  async watchBackend(): Promise<void> {
    await this.watch('website-backend', () => this.backend.health(), this.ownMemory);
  }

  private async watch(service: WatchedService, ask: Ask, memory: HealthMemory): Promise<void> {
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
    this.log(change);
    // The first look of all is news only when it is bad.
    if (since !== null || !healthy) await this.alert.tell(change);
  }

  private log(change: HealthChange): void {
    const { service, state, reason, down_ms } = change;
    const fields = { service, state, reason, down_ms };
    if (state === 'healthy') this.logger.log(fields, healthText(change));
    else if (state === 'timed_out') this.logger.warn(fields, healthText(change));
    else this.logger.error(fields, healthText(change));
  }
}

async function look(service: WatchedService, ask: Ask): Promise<HealthFinding> {
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
