import { Injectable, Logger } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { type Page, pageOf } from '../../common/page.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { JobQueue } from '../../queue/job-queue.js';
import { GuildsService } from '../guilds/guilds.service.js';
import { type BotEventFilter, BotEventsRepository } from './bot-events.repository.js';
import { HeardEventsRepository } from './heard-events.repository.js';
import type { BotEvent, BotEventReport } from './rules/bot-event.js';

/** Events within this time share one trigger. */
const GATHER_MS = 100;
/** How soon a changed setting is heard of. Messages are too frequent to ask the database for each. */
const REMEMBER_MS = 10_000;
/** Two connections hear of the same this close together. */
const TWICE_MS = 5_000;
/** For as long as an interaction can be answered. */
const INTERACTION_MS = 900_000;

/** What happens on Discord, as the bot reports it: taken in, kept, read. Its effects are jobs (`BotEventEffects`). */
@Injectable()
export class BotEventsService implements KeepsPersonalData {
  private readonly logger = new Logger('BotEvents');
  private gathering = false;
  private readonly tracking = new Map<string, { readonly wanted: boolean; readonly until: number }>();

  constructor(
    private readonly events: BotEventsRepository,
    private readonly heard: HeardEventsRepository,
    private readonly guilds: GuildsService,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * Stores a report; the stored row says that its effects are due.
   * @param idempotencyKey makes a repeat harmless; `null` when the reporter sent none
   */
  async receive(report: BotEventReport, idempotencyKey: string | null): Promise<void> {
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

  /** The audit trail, newest first. For site admins. @throws invalid when the cursor is none of ours */
  async list(filter: BotEventFilter, limit: number, cursor: string | null): Promise<Page<BotEvent>> {
    const [time, id] = cursor === null ? [] : decodeCursor(cursor, ['number', 'string']);
    const before = id === undefined ? null : { received_at: new Date(Number(time)), id: String(id) };
    const rows = await this.events.list(filter, limit + 1, before);
    return pageOf(rows, limit, (row) => encodeCursor([row.received_at.getTime(), row.id]));
  }

  async exportOf({ discord_id }: Person): Promise<unknown> {
    return this.events.listOf(discord_id);
  }

  async erase({ discord_id }: Person, tombstone: string): Promise<void> {
    await this.events.replacePerson(discord_id, tombstone);
  }

  /** Whether a server wants its messages to be counted. */
  async tracksMessages(guildId: string): Promise<boolean> {
    const known = this.tracking.get(guildId);
    if (known !== undefined && known.until > Date.now()) return known.wanted;
    const wanted = (await this.guilds.find(guildId))?.message_tracking_enabled ?? false;
    this.tracking.set(guildId, { wanted, until: Date.now() + REMEMBER_MS });
    return wanted;
  }

  /** Whether no other process has heard of this interaction; true when the database does not say. */
  async isFirstHeard(interactionId: string): Promise<boolean> {
    return this.isNews(`interaction:${interactionId}`, '', INTERACTION_MS);
  }

  /**
   * Whether something changed of which Discord gives no id, and no other process has heard of it; true when the database does not say.
   * @param what for example a member of a server
   * @param state what it is now
   */
  async isChanged(what: string, state: string): Promise<boolean> {
    return this.isNews(what, state, TWICE_MS);
  }

  private async isNews(what: string, state: string, forMs: number): Promise<boolean> {
    try {
      return await this.heard.note(what, state, new Date(Date.now() - forMs));
    } catch (error) {
      this.logger.warn({ err: error }, 'The database does not say whether another process heard the same');
      return true;
    }
  }

  /** A trigger that is lost, here or on its way, is made up for by the schedule. */
  private wakeWorker(): void {
    if (this.gathering) return;
    this.gathering = true;
    setTimeout(() => {
      this.gathering = false;
      void this.jobs.runNow('bot_events');
    }, GATHER_MS).unref();
  }
}
