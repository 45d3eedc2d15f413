import { Injectable, Logger } from '@nestjs/common';
import type { BotEventReport } from './rules/bot-event.js';
import { JobQueue } from '../../queue/job-queue.js';
import { BotEventsRepository } from './bot-events.repository.js';

/** Events within this time share one trigger. */
const GATHER_MS = 100;

/** Stores what the bot reports. Its effects run as jobs: the stored row says that they are due. */
@Injectable()
export class ReceiveBotEvent {
  private readonly logger = new Logger('BotEvents');
  private gathering = false;

  constructor(
    private readonly events: BotEventsRepository,
    private readonly jobs: JobQueue,
  ) {}

  /** @param idempotencyKey makes a repeat harmless; `null` when the reporter sent none */
  async execute(report: BotEventReport, idempotencyKey: string | null): Promise<void> {
    const { event_type, discord_id } = report;
    this.logger.log(
      { event_type, discord_id },
      `📩 Événement reçu du bot: type=${event_type}, discord_id=${discord_id}`,
    );
    try {
      if (await this.events.insert(report, idempotencyKey)) this.wakeWorker();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.error({ event_type }, `❌ Erreur lors du traitement de l'événement: ${reason}`);
      throw error;
    }
    this.logger.log({ event_type, discord_id }, `✅ Événement traité: ${event_type}`);
  }

  /** A trigger that is lost, here or on its way, is made up for by the sweep. */
  private wakeWorker(): void {
    if (this.gathering) return;
    this.gathering = true;
    setTimeout(() => {
      this.gathering = false;
      void this.jobs.runNow('bot_events');
    }, GATHER_MS).unref();
  }
}
