import { Injectable } from '@nestjs/common';
import { JobQueue } from '../../queue/job-queue.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { InteractiveMessagesRepository } from './interactive-messages.repository.js';
import { MirrorJobs } from './mirror-jobs.js';
import { BOT_REMOVED, ReadBack } from './read-back.js';
import { isFinal, type FoundScheduledEvent } from './rules/scheduled-event.js';

/**
 * What Discord's gateway tells of what servers show. It may come twice, late, or not at all: it only says where to look, and
 * what follows is decided by what Discord has then.
 */
@Injectable()
export class DiscordChangesService {
  constructor(
    private readonly mirrors: DiscordEventsRepository,
    private readonly messages: InteractiveMessagesRepository,
    private readonly readBack: ReadBack,
    private readonly jobs: MirrorJobs,
    private readonly queue: JobQueue,
  ) {}

  /** A scheduled event was changed, by us or by a person. */
  async scheduledEventChanged(found: FoundScheduledEvent): Promise<void> {
    const mirror = await this.mirrors.findByDiscordEvent(found.id);
    if (mirror !== null) await this.readBack.scheduledEvent(mirror, found);
    if (isFinal(found.status)) await this.permissionsChanged(found.guild_id);
  }

  /** There may be room for another one. */
  async scheduledEventDeleted(discordEventId: string, guildId: string): Promise<void> {
    await this.readBack.doubt(discordEventId);
    await this.permissionsChanged(guildId);
  }

  /** Messages were deleted, or their embeds hidden. */
  async messagesChanged(messageIds: readonly string[]): Promise<void> {
    await this.readBack.doubtMessages(await this.messages.listByMessage(messageIds));
  }

  async channelDeleted(channelId: string): Promise<void> {
    await this.readBack.doubtMessages(await this.messages.listByChannel(channelId));
  }

  /** What the bot may do on a server may have changed. */
  async permissionsChanged(guildId: string): Promise<void> {
    await this.queue.trigger('recheck_server', { guild_id: guildId });
  }

  /** The bot was removed from a server; an outage of Discord is something else. */
  async botRemoved(guildId: string): Promise<void> {
    await this.mirrors.suspend(guildId, BOT_REMOVED);
  }

  /** The bot came to a server, for the first time or again: what was refused meanwhile may be allowed. */
  async botAdded(guildId: string): Promise<void> {
    await this.jobs.enqueue(await this.mirrors.resume(guildId));
    await this.permissionsChanged(guildId);
  }

  /** A connection began anew: what happened before it was not told. */
  async connected(): Promise<void> {
    await this.queue.runNow('read_back');
  }
}
