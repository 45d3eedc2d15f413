import { Injectable } from '@nestjs/common';
import { JobQueue } from '../../queue/job-queue.js';
import type { Job } from '../../queue/rules/job.js';
import { InteractiveMessagesRepository } from './interactive-messages.repository.js';
import type { Mirror } from './rules/mirror.js';

/** A signup message is edited at most this often, so that a hundred clicks give a few edits. */
const EDIT_SPACING_MS = 1_200;

/** The jobs that reconcile mirrors: as many round trips for two hundred as for one. */
@Injectable()
export class MirrorJobs {
  constructor(
    private readonly messages: InteractiveMessagesRepository,
    private readonly jobs: JobQueue,
  ) {}

  /** @returns the rows that were written; none for a mirror of which a pending job will do the work */
  async enqueue(mirrors: readonly Mirror[]): Promise<Job[]> {
    const editedAt = await this.lastEdits(mirrors);
    return this.jobs.enqueueAll(
      mirrors.map((mirror) => ({
        type: jobTypeOf(mirror),
        payload: { event_id: mirror.event_id, guild_id: mirror.guild_id },
        delayMs: Math.max(0, (editedAt.get(keyOf(mirror)) ?? 0) + EDIT_SPACING_MS - Date.now()),
      })),
    );
  }

  /** Has the people who are interested in a mirror's scheduled event compared with the signups. */
  async countAttendees({ event_id, guild_id }: Mirror): Promise<void> {
    await this.jobs.enqueue({ type: 'sync_attendees', payload: { event_id, guild_id } });
  }

  private async lastEdits(mirrors: readonly Mirror[]): Promise<ReadonlyMap<string, number>> {
    const eventIds = [...new Set(mirrors.map(({ event_id }) => event_id))];
    const guildIds = [...new Set(mirrors.map(({ guild_id }) => guild_id))];
    const messages = await this.messages.listOf(eventIds, guildIds);
    return new Map(messages.map((message) => [keyOf(message), message.last_edited_at?.getTime() ?? 0]));
  }
}

function keyOf({ event_id, guild_id }: Pick<Mirror, 'event_id' | 'guild_id'>): string {
  return `${event_id}:${guild_id}`;
}

const JOB_TYPES = ['create_discord_event', 'update_discord_event', 'delete_discord_event'] as const;

/** Whether a job reconciles a mirror. */
export function isMirrorJob({ job_type }: Pick<Job, 'job_type'>): boolean {
  return JOB_TYPES.some((type) => type === job_type);
}

function jobTypeOf(mirror: Mirror): (typeof JOB_TYPES)[number] {
  if (mirror.intent === 'absent') return 'delete_discord_event';
  return mirror.discord_event_id === null ? 'create_discord_event' : 'update_discord_event';
}
