import { Injectable, Logger } from '@nestjs/common';
import pLimit from 'p-limit';
import { v7 as uuidv7 } from 'uuid';
import { currentRequestId, inRequest } from '../common/correlation.js';
import { BackendGate } from '../features/health/rules/backend-gate.js';
import type { BotEventReport } from '../features/bot-events/rules/bot-event.js';

/** Reports on their way at once, and waiting behind them; beyond that they are dropped. */
const AT_ONCE = 10;
const MOST_WAITING = 1_000;
/** Failures are frequent while the backend is away; one line a minute tells as much. */
const SILENCE_MS = 60_000;

/** Tells the backend what happens on Discord, beside the bot's own work: it never delays or fails that. */
@Injectable()
export class Reporter {
  private readonly logger = new Logger('BotEvents');
  private readonly turns = pLimit(AT_ONCE);
  private silentUntil = 0;

  constructor(private readonly backend: BackendGate) {}

  /**
   * Comes back at once.
   * @param key the same for every report of the same thing; left out, each report stands for itself
   */
  report(report: BotEventReport, key: string = uuidv7()): void {
    if (this.turns.pendingCount >= MOST_WAITING) {
      this.complain('too many reports are waiting');
      return;
    }
    void inRequest(currentRequestId() ?? key, () => this.turns(() => this.send(report, key)));
  }

  private async send(report: BotEventReport, key: string): Promise<void> {
    try {
      await this.backend.notifyEvent(report, `${report.event_type}:${key}`);
    } catch (error) {
      this.complain(error instanceof Error ? error.message : String(error));
    }
  }

  private complain(reason: string): void {
    if (Date.now() < this.silentUntil) return;
    this.silentUntil = Date.now() + SILENCE_MS;
    this.logger.error(`Failed to notify backend: ${reason}`);
  }
}
