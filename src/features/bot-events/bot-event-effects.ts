import { Injectable, Logger } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { nonceOf } from '../../common/nonce.js';
import { ChannelMessagesApi } from '../../discord-api/channel-messages.api.js';
import type { JobPayload } from '../../queue/catalogue.js';
import { GivesUpJob, HandlesJob, HandlesTrigger, type JobResult } from '../../queue/handles.js';
import { JobQueue } from '../../queue/job-queue.js';
import type { Job } from '../../queue/rules/job.js';
import { PermanentFailure, RetryLater } from '../../queue/rules/outcome.js';
import { GuildsService } from '../guilds/guilds.service.js';
import { MembershipsService } from '../role-mappings/memberships.service.js';
import { EventPublisher } from '../webhooks/event-publisher.js';
import { BotEventsRepository } from './bot-events.repository.js';
import { type BotEvent, hasEffectsOnServer } from './rules/bot-event.js';
import { welcomeText } from './rules/welcome.js';

/** How many events are taken at once. */
const BATCH = 500;

/** What follows from the bot's reports: webhooks at once, and what needs Discord as jobs that admins see. */
@Injectable()
export class BotEventEffects {
  private readonly logger = new Logger('BotEvents');
  /** In this order; what is done is noted, and not repeated when another one fails. */
  private readonly onServer = {
    welcome: (event: BotEvent) => this.welcome(event),
    roles: ({ guild_id, discord_id }: BotEvent) =>
      this.memberships.memberChanged(String(guild_id), discord_id),
  };

  constructor(
    private readonly events: BotEventsRepository,
    private readonly guilds: GuildsService,
    private readonly memberships: MembershipsService,
    private readonly messages: ChannelMessagesApi,
    private readonly publisher: EventPublisher,
    private readonly jobs: JobQueue,
  ) {}

  /** Passes on every event that is due. Twice is once: a delivery and a job are known by the event's id. */
  @HandlesTrigger('bot_events')
  async passOnDue(): Promise<void> {
    let due = await this.events.listDue(BATCH);
    while (due.length > 0) {
      const passed = await this.passOn(due);
      // What failed waits for the next time.
      due = passed === BATCH ? await this.events.listDue(BATCH) : [];
    }
  }

  /** Does what an event brings about on its server. @throws RetryLater · PermanentFailure */
  @HandlesJob('bot_event')
  async carryOut({ bot_event_id }: JobPayload<'bot_event'>): Promise<JobResult> {
    const found = await this.events.findDue(bot_event_id);
    if (found === null) return { skipped: 'done before' };
    const { event, done } = found;
    const refusals: string[] = [];
    for (const [name, run] of Object.entries(this.onServer)) {
      if (done.includes(name)) continue;
      try {
        await run(event);
        await this.events.markDone(event.id, name);
      } catch (error) {
        refusals.push(refusalOf(error));
      }
    }
    const error = refusals.length === 0 ? null : refusals.join(' · ');
    await this.events.finish([event.id], error);
    if (error !== null) throw new PermanentFailure(error);
    return { effects: Object.keys(this.onServer) };
  }

  /** Its retries are used up. */
  @GivesUpJob('bot_event')
  async giveUp({ bot_event_id }: JobPayload<'bot_event'>, _job: Job, reason: string): Promise<void> {
    await this.events.finish([bot_event_id], reason);
  }

  /** @returns how many were passed on; one that cannot be does not hold up the others */
  private async passOn(events: readonly BotEvent[]): Promise<number> {
    try {
      await this.publisher.publish(...events.map(announcementOf));
      const [further, done] = await this.sort(events);
      await this.jobs.enqueueAll(
        further.map(({ id, guild_id }) => ({
          type: 'bot_event',
          payload: { bot_event_id: id, guild_id: String(guild_id) },
        })),
      );
      await this.events.passedOn(further.map(({ id }) => id));
      await this.events.finish(
        done.map(({ id }) => id),
        null,
      );
      return events.length;
    } catch (error) {
      if (events.length > 1) {
        let passed = 0;
        for (const event of events) passed += await this.passOn([event]);
        return passed;
      }
      this.logger.error({ err: error, bot_event_id: events[0]?.id }, 'An event could not be passed on');
      return 0;
    }
  }

  /** Those that bring something about on a registered server, and the others. */
  private async sort(events: readonly BotEvent[]): Promise<[BotEvent[], BotEvent[]]> {
    const candidates = events.filter(hasEffectsOnServer);
    const registered = new Set<string | null>();
    for (const guildId of new Set(candidates.map(({ guild_id }) => String(guild_id)))) {
      if ((await this.guilds.find(guildId)) !== null) registered.add(guildId);
    }
    const further = candidates.filter(({ guild_id }) => registered.has(guild_id));
    return [further, events.filter((event) => !further.includes(event))];
  }

  /** Welcomes a new member where the server asked for it. A quick repeat posts nothing new. @throws DiscordFailure */
  private async welcome({ id, event_type, guild_id, discord_id }: BotEvent): Promise<void> {
    if (event_type !== 'member_joined' || guild_id === null) return;
    const guild = await this.guilds.find(guild_id);
    if (guild === null || !guild.welcome_enabled || guild.welcome_channel_id === null) return;
    await this.messages.post(guild.welcome_channel_id, {
      content: welcomeText(guild, discord_id),
      mentions: [discord_id],
      nonce: nonceOf('welcome', id),
    });
  }
}

function announcementOf({ id, event_type, received_at, discord_id, guild_id, metadata }: BotEvent) {
  const data = { event_type, discord_id, guild_id, metadata };
  return { event_id: id, type: event_type, occurred_at: received_at, data };
}

/**
 * What only a person can mend, in plain words: a missing permission, a channel that is gone.
 * @throws the error, when waiting may help; Discord's own wait uses up no retry
 */
function refusalOf(error: unknown): string {
  if (!(error instanceof DiscordFailure)) throw error;
  if (error.treatment !== 'wait') return error.message;
  if (error.retryAfterMs === null) throw error;
  throw new RetryLater(error.message, error.retryAfterMs, false);
}
