import { Injectable } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { type FoundMessage, MessagesApi } from '../../discord-api/messages.api.js';
import { ScheduledEventsApi } from '../../discord-api/scheduled-events.api.js';
import { DiscordJobsService } from '../../queue/discord-jobs.service.js';
import type { Job } from '../../queue/rules/job.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { InteractiveMessagesRepository } from './interactive-messages.repository.js';
import { isMirrorJob } from './mirror-jobs.js';
import type { InteractiveMessage, Mirror } from './rules/mirror.js';
import type { FoundScheduledEvent } from './rules/scheduled-event.js';

/**
 * How a part stands on Discord. `none`: VerseLink knows of none there · `missing`: it knows of one, and Discord has it no more ·
 * `hidden`: people hid what it says · `unreadable`: the bot may not look.
 */
export const PART_STATES = ['shown', 'hidden', 'missing', 'none', 'unreadable'] as const;
export type PartState = (typeof PART_STATES)[number];

interface FoundPart<T> {
  readonly state: PartState;
  readonly found: T | null;
}

/** A mirror, what Discord has of it at this moment, and the job that last worked on it. */
export interface ReadMirror {
  readonly mirror: Mirror;
  readonly row: InteractiveMessage | null;
  readonly scheduledEvent: FoundPart<FoundScheduledEvent>;
  readonly message: FoundPart<FoundMessage>;
  readonly job: Job | null;
}

/** Other jobs of an event on a server, among which a mirror's is looked for. */
const RECENT_JOBS = 20;
const REFUSED: readonly DiscordFailure['treatment'][] = ['forbidden', 'gone'];

/** Reads one mirror with what Discord has of it: one request for each part. */
@Injectable()
export class MirrorReader {
  constructor(
    private readonly mirrors: DiscordEventsRepository,
    private readonly messages: InteractiveMessagesRepository,
    private readonly scheduledEvents: ScheduledEventsApi,
    private readonly messagesApi: MessagesApi,
    private readonly jobs: DiscordJobsService,
  ) {}

  /** @returns `null` without such a mirror. @throws DiscordFailure when Discord does not say */
  async read(eventId: string, guildId: string): Promise<ReadMirror | null> {
    const [mirror, row] = await Promise.all([
      this.mirrors.find(eventId, guildId),
      this.messages.find(eventId, guildId),
    ]);
    if (mirror === null) return null;
    const [scheduledEvent, message, { items: jobs }] = await Promise.all([
      look(mirror.discord_event_id, (id) => this.scheduledEvents.find(guildId, id)),
      look(row?.message_id, (id) => this.messagesApi.find(row?.channel_id ?? '', id)),
      this.jobs.list({ event_id: eventId, guild_id: guildId }, RECENT_JOBS, null),
    ]);
    const isHidden = message.found?.is_whole === false;
    return {
      mirror,
      row,
      scheduledEvent,
      message: isHidden ? { state: 'hidden', found: null } : message,
      job: jobs.find(isMirrorJob) ?? null,
    };
  }
}

async function look<T>(
  id: string | null | undefined,
  read: (id: string) => Promise<T | null>,
): Promise<FoundPart<T>> {
  if (id === null || id === undefined) return { state: 'none', found: null };
  try {
    const found = await read(id);
    return { state: found === null ? 'missing' : 'shown', found };
  } catch (error) {
    if (error instanceof DiscordFailure && REFUSED.includes(error.treatment))
      return { state: 'unreadable', found: null };
    throw error;
  }
}
