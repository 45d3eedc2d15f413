import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { healthCheckSeconds, healthState } from '../../common/metrics.js';
import { HandlesTrigger } from '../../queue/handles.js';
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
  isNews,
  nameOf,
  ProcessMemory,
  type WatchedService,
} from './rules/health-change.js';
import type { ServiceHealth } from './rules/service-health.js';

/** A bad answer is looked into again after this time. */
const LOOK_AGAIN_MS = 2_000;
/** How long a bad answer is doubted: a restart is not an outage, and both halves may be starting at once. */
const DOUBT_MS = { running: LOOK_AGAIN_MS, starting: 30_000 } as const;
/** A change that is untold for this long was left behind by a crash. */
const LEFT_BEHIND_MS = 30_000;

type Ask = () => Promise<ServiceHealth>;

/** Looks whether the other half of VerseLink is well, and speaks up only when that has changed. */
@Injectable()
export class HealthWatch implements OnModuleDestroy {
  private readonly logger = new Logger('HealthWatch');
  private readonly stopping = new AbortController();
  /** In this process alone: when the backend is away, its database may be too. */
  private readonly ownMemory = new ProcessMemory();

  constructor(
    private readonly bot: BotGate,
    private readonly backend: BackendGate,
    private readonly states: HealthStatesRepository,
    private readonly alert: HealthAlert,
  ) {}

  /** The backend's watch over the bot. In whatever process it runs, what was found before is in the database. */
  @HandlesTrigger('watch_bot')
  async watchBot(): Promise<void> {
    await this.lookAtBot('running');
  }

  /** The same when this process starts, and the bot perhaps with it. */
  async watchStartingBot(): Promise<void> {
    await this.lookAtBot('starting');
  }

  /** The bot's watch over the backend. */
  async watchBackend(doubt: keyof typeof DOUBT_MS = 'running'): Promise<void> {
    await this.watch('website-backend', () => this.backend.health(), this.ownMemory, DOUBT_MS[doubt]);
  }

  onModuleDestroy(): void {
    this.stopping.abort();
  }

  private async lookAtBot(doubt: keyof typeof DOUBT_MS): Promise<void> {
    await this.watch('discord-bot', () => this.bot.health(), this.states, DOUBT_MS[doubt]);
  }

  private async watch(
    service: WatchedService,
    ask: Ask,
    memory: HealthMemory,
    doubtMs: number,
  ): Promise<void> {
    for (const change of await memory.listUntold(service, new Date(Date.now() - LEFT_BEHIND_MS)))
      await this.tell(change, memory);
    this.logger.log(`Checking ${nameOf(service)} health...`);
    const finding = await this.look(service, ask, memory, doubtMs);
    if (this.stopping.signal.aborted) return;
    healthState.set({ service }, finding.state === 'healthy' ? 1 : 0);
    const change = await memory.remember({ id: uuidv7(), at: new Date(), service, ...finding });
    if (change === null) return;
    this.log(change);
    if (isNews(change)) await this.tell(change, memory);
  }

  /** Looks until the answer is good, or as bad as it was, or no longer to be doubted. */
  private async look(
    service: WatchedService,
    ask: Ask,
    memory: HealthMemory,
    doubtMs: number,
  ): Promise<HealthFinding> {
    const until = performance.now() + doubtMs;
    let finding = await lookOnce(service, ask);
    if (finding.state === 'healthy' || (await memory.wasHealthy(service)) === false) return finding;
    while (finding.state !== 'healthy' && performance.now() < until && !this.stopping.signal.aborted) {
      await sleep(LOOK_AGAIN_MS, undefined, { ref: false, signal: this.stopping.signal }).catch(
        () => undefined,
      );
      finding = await lookOnce(service, ask);
    }
    return finding;
  }

  private async tell(change: HealthChange, memory: HealthMemory): Promise<void> {
    await this.alert.tellPeople(change);
    await this.alert.publish(change);
    await memory.told(change);
  }

  private log(change: HealthChange): void {
    const { service, state, reason, down_ms } = change;
    const fields = { service, state, reason, down_ms };
    if (state === 'healthy') this.logger.log(fields, healthText(change));
    else if (state === 'timed_out') this.logger.warn(fields, healthText(change));
    else this.logger.error(fields, healthText(change));
  }
}

async function lookOnce(service: WatchedService, ask: Ask): Promise<HealthFinding> {
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
