import { Injectable } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { whileClaimed } from '../../infra/claims.js';
import type { JobPayload } from '../../queue/catalogue.js';
import { GivesUpJob, HandlesJob, type JobResult } from '../../queue/handles.js';
import type { Job } from '../../queue/rules/job.js';
import { PermanentFailure, RetryLater } from '../../queue/rules/outcome.js';
import { mayBeShownOn } from '../access/rules/event-access.js';
import { EventsService } from '../events/events.service.js';
import type { Event } from '../events/rules/event.js';
import { GuildsService } from '../guilds/guilds.service.js';
import type { Guild } from '../guilds/rules/guild.js';
import { MirrorClaimsRepository } from './mirror-claims.repository.js';
import { MirrorTroubles } from './mirror-troubles.js';
import { MirrorTurn } from './mirror-turn.js';
import type { MirrorPart } from './rules/mirror.js';
import { SyncScheduledEvent } from './sync-scheduled-event.js';
import { SyncSignupMessage } from './sync-signup-message.js';

/** While another worker has the mirror, look again this soon. */
const BUSY_MS = 500;
/** How soon the sweep tries again when a job's own retries are used up. */
const SWEEP_AGAIN_MS = 60_000;

const TOO_FAR =
  'Discord takes scheduled events at most five years ahead: this one is made when it is close enough.';

type MirrorPayload = JobPayload<'create_discord_event' | 'update_discord_event' | 'delete_discord_event'>;

/** Makes one mirror match the truth, alone, under a claim. The one piece of code behind create, update, cancel and repair. */
@Injectable()
export class Reconciler {
  constructor(
    private readonly claims: MirrorClaimsRepository,
    private readonly events: EventsService,
    private readonly guilds: GuildsService,
    private readonly scheduledEvent: SyncScheduledEvent,
    private readonly signupMessage: SyncSignupMessage,
    private readonly troubles: MirrorTroubles,
  ) {}

  /**
   * @throws RetryLater not now, try again
   * @throws PermanentFailure a person has to mend something; the mirror says what
   */
  @HandlesJob('create_discord_event', 'update_discord_event', 'delete_discord_event')
  async reconcile({ event_id, guild_id }: MirrorPayload): Promise<JobResult> {
    const claimed = await this.claims.claim(event_id, guild_id);
    if (claimed === null) return this.notClaimed(event_id, guild_id);
    const turn = new MirrorTurn(this.claims, claimed, () => this.troubles.knownOn(guild_id));
    try {
      await whileClaimed(
        () => turn.renew(),
        () => this.work(turn),
      );
      return { discord_event_id: turn.mirror.discord_event_id };
    } catch (error) {
      if (error instanceof DiscordFailure) await this.recordFailure(turn, error);
      throw error;
    } finally {
      await turn.release();
    }
  }

  /**
   * The mirror fails as its job did, so that the sweep does not take the same cause up again and again. What was asked of the
   * mirror after the job's last run began still stands.
   */
  @GivesUpJob('create_discord_event', 'update_discord_event', 'delete_discord_event')
  async giveUp({ event_id, guild_id }: MirrorPayload, { started_at }: Job, reason: string): Promise<void> {
    if (started_at !== null) await this.claims.giveUp(event_id, guild_id, started_at, reason);
  }

  private async notClaimed(eventId: string, guildId: string): Promise<JobResult> {
    if (!(await this.claims.exists(eventId, guildId))) return { skipped: 'no such mirror' };
    throw new RetryLater('Another worker has this mirror.', BUSY_MS, false);
  }

  /** One turn: the scheduled event, then the signup message. @throws DiscordFailure what Discord refused */
  private async work(turn: MirrorTurn): Promise<void> {
    const { event_id, guild_id, intent } = turn.mirror;
    if (intent === 'absent') {
      await this.takeAway(turn);
      return;
    }
    if (turn.mirror.sync_state === 'suspended') return;
    const event = await this.events.find(event_id);
    const guild = await this.guilds.find(guild_id);
    if (event === null || guild?.sync_enabled !== true) {
      await turn.save({ sync_state: 'failed', last_error: 'Mirroring is switched off for this server.' });
      return;
    }
    // The server may belong to another organization by now than when this was asked for.
    if (event.org_id !== guild.org_id || !mayBeShownOn(event, guild)) {
      await turn.save({ intent: 'absent' });
      await this.takeAway(turn);
      return;
    }
    await this.show(turn, event, guild);
    const { postponedUntil } = turn;
    if (postponedUntil === null) await turn.confirm(event.shown);
    else await turn.save({ next_attempt_at: postponedUntil, last_error: TOO_FAR });
  }

  /** Both parts are tried: a server that refuses scheduled events can still have the signup message. */
  private async show(turn: MirrorTurn, event: Event, guild: Guild): Promise<void> {
    const before = turn.mirror;
    const failures = [
      await this.attempt(turn, guild, 'scheduled_event', () => this.scheduledEvent.execute(turn, event)),
      await this.attempt(turn, guild, 'signup_message', () => this.signupMessage.execute(turn, event, guild)),
    ].filter((failure) => failure !== null);
    await this.troubles.ended(guild, event, before, turn, failures);
    const worst = failures.find(({ treatment }) => treatment === 'wait') ?? failures[0];
    if (worst !== undefined) throw worst;
    await this.troubles.succeeded(guild);
  }

  /** @returns what Discord refused */
  private async attempt(
    turn: MirrorTurn,
    guild: Guild,
    part: MirrorPart,
    work: () => Promise<void>,
  ): Promise<DiscordFailure | null> {
    try {
      await work();
      return null;
    } catch (error) {
      if (!(error instanceof DiscordFailure)) throw error;
      await this.troubles.refused(guild, part, error, turn.channelId);
      return error;
    }
  }

  private async takeAway(turn: MirrorTurn): Promise<void> {
    const { event_id, guild_id } = turn.mirror;
    await this.scheduledEvent.remove(turn);
    await this.signupMessage.remove(event_id, guild_id);
    await turn.confirmAbsent();
    // A server that is not registered any more leaves nothing behind, so that it can come back later.
    if ((await this.guilds.find(guild_id)) === null) await turn.forget();
  }

  /** Tells the mirror what is wrong, and sorts the failure into "again" and "not until somebody mends it". */
  private async recordFailure(turn: MirrorTurn, failure: DiscordFailure): Promise<never> {
    const lastError = failure.message;
    if (failure.treatment === 'wait') {
      const delay = failure.retryAfterMs ?? SWEEP_AGAIN_MS;
      await turn.save({
        last_error: lastError,
        next_attempt_at: new Date(Date.now() + Math.max(delay, SWEEP_AGAIN_MS)),
      });
      throw new RetryLater(failure.message, failure.retryAfterMs, failure.retryAfterMs === null);
    }
    await turn.save({ last_error: lastError, sync_state: 'failed' });
    throw new PermanentFailure(failure.message);
  }
}
