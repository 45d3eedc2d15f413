import { Injectable } from '@nestjs/common';
import type { Job } from '../../queue/rules/job.js';
import type { Mirror } from './rules/mirror.js';
import type { EnqueuedJobType } from '../../queue/job-catalogue.js';
import { JobQueue } from '../../queue/job-queue.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { InteractiveMessagesRepository } from './interactive-messages.repository.js';

/** A signup message is edited at most this often, so that a hundred clicks give a few edits (design.md §3.6). */
const EDIT_SPACING_MS = 1_200;

/** Enqueues the job that reconciles one mirror. */
@Injectable()
export class EnqueueMirror {
  constructor(
    private readonly mirrors: DiscordEventsRepository,
    private readonly messages: InteractiveMessagesRepository,
    private readonly jobs: JobQueue,
  ) {}

  /** @returns the job's row, or `null` when a pending one will do the work, or there is no such mirror */
  async execute(eventId: string, guildId: string): Promise<Job | null> {
    const mirror = await this.mirrors.find(eventId, guildId);
    if (mirror === null) return null;
    return this.jobs.enqueue({
      type: jobTypeOf(mirror),
      guild_id: guildId,
      event_id: eventId,
      dedupe_key: `mirror:${eventId}:${guildId}`,
      delayMs: await this.spacing(eventId, guildId),
    });
  }

  private async spacing(eventId: string, guildId: string): Promise<number> {
    const message = await this.messages.find(eventId, guildId);
    const edited = message?.last_edited_at?.getTime() ?? 0;
    return Math.max(0, edited + EDIT_SPACING_MS - Date.now());
  }
}

function jobTypeOf(mirror: Mirror): EnqueuedJobType {
  if (mirror.intent === 'absent') return 'delete_discord_event';
  return mirror.discord_event_id === null ? 'create_discord_event' : 'update_discord_event';
}
