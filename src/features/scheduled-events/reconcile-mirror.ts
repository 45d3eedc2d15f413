import { Injectable } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { PermanentFailure, RetryLater } from '../../queue/rules/outcome.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { CLAIM_MS, MirrorTurn } from './mirror-turn.js';
import { ReconcileSteps } from './reconcile-steps.js';

/** While another worker has the mirror, look again this soon. */
const BUSY_MS = 500;
/** How soon the sweep tries again when a job's own retries are used up. */
const SWEEP_AGAIN_MS = 60_000;

/** Makes one mirror match the truth, alone, under a claim. The one piece of code behind create, update, cancel and repair. */
@Injectable()
export class ReconcileMirror {
  constructor(
    private readonly mirrors: DiscordEventsRepository,
    private readonly steps: ReconcileSteps,
  ) {}

  /**
   * @throws RetryLater not now, try again
   * @throws PermanentFailure a person has to mend something; the mirror says what
   */
  async execute(eventId: string, guildId: string): Promise<Record<string, unknown>> {
    const claimed = await this.mirrors.claim(eventId, guildId, CLAIM_MS);
    if (claimed === null) return this.notClaimed(eventId, guildId);
    const turn = new MirrorTurn(this.mirrors, claimed);
    try {
      await this.steps.execute(turn);
      return { discord_event_id: turn.mirror.discord_event_id };
    } catch (error) {
      if (error instanceof DiscordFailure) await this.recordFailure(turn, error);
      throw error;
    } finally {
      await turn.release();
    }
  }

  /**
   * The mirror fails as its job did, so that the sweep does not take the same cause up again and again.
   * @param since when the job's last run began; what was asked of the mirror after it still stands
   */
  async giveUp(eventId: string, guildId: string, since: Date, reason: string): Promise<void> {
    await this.mirrors.giveUp(eventId, guildId, since, reason);
  }

  private async notClaimed(eventId: string, guildId: string): Promise<Record<string, unknown>> {
    if ((await this.mirrors.find(eventId, guildId)) === null) return { skipped: 'no such mirror' };
    throw new RetryLater('Another worker has this mirror.', BUSY_MS, false);
  }

  /** Tells the mirror what is wrong, and sorts the failure into "again" and "not until somebody mends it". */
  private async recordFailure(turn: MirrorTurn, failure: DiscordFailure): Promise<never> {
    const last_error = failure.message;
    if (failure.treatment === 'wait') {
      const delay = failure.retryAfterMs ?? SWEEP_AGAIN_MS;
      await turn.save({
        last_error,
        next_attempt_at: new Date(Date.now() + Math.max(delay, SWEEP_AGAIN_MS)),
      });
      throw new RetryLater(failure.message, failure.retryAfterMs, failure.retryAfterMs === null);
    }
    await turn.save({ last_error, sync_state: 'failed' });
    throw new PermanentFailure(failure.message);
  }
}
