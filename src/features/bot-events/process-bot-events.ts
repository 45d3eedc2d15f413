import { Injectable, Logger } from '@nestjs/common';
import { inRequest } from '../../common/correlation.js';
import { DiscordFailure } from '../../common/discord-failure.js';
import { HandlesTrigger } from '../../queue/handles.js';
import { BotEventsRepository, type ClaimedBotEvent } from './bot-events.repository.js';
import { BotEventEffects } from './bot-event-effects.js';

/** Longer than any effect takes; the work of a process that died is taken up after it. */
const CLAIM_MS = 60_000;
/** Events worked on at once. */
const LANES = 4;
const MAX_ATTEMPTS = 8;
const FIRST_WAIT_MS = 5_000;

/** Works on every event that is due. Effects that are done are noted one by one, so that a crash repeats at most the last. */
@Injectable()
export class ProcessBotEvents {
  private readonly logger = new Logger('BotEvents');

  constructor(
    private readonly events: BotEventsRepository,
    private readonly effects: BotEventEffects,
  ) {}

  @HandlesTrigger('bot_events')
  async execute(): Promise<void> {
    await Promise.all(Array.from({ length: LANES }, () => this.drain()));
  }

  private async drain(): Promise<void> {
    for (let next = await this.claim(); next !== null; next = await this.claim()) {
      const claimed = next;
      await inRequest(claimed.request_id ?? claimed.event.id, () => this.process(claimed));
    }
  }

  private claim(): Promise<ClaimedBotEvent | null> {
    return this.events.claimDue(CLAIM_MS);
  }

  private async process(claimed: ClaimedBotEvent): Promise<void> {
    const { event, attempts, done } = claimed;
    const failures: unknown[] = [];
    for (const { name, run } of this.effects.all) {
      if (done.includes(name)) continue;
      try {
        await run(event);
        await this.events.markDone(event.id, name);
      } catch (error) {
        failures.push(error);
        const reason = messageOf(error);
        this.logger.warn({ bot_event_id: event.id, effect: name, attempts }, `An effect failed: ${reason}`);
      }
    }
    const error = failures.length === 0 ? null : failures.map(messageOf).join(' · ');
    if (error === null || attempts >= MAX_ATTEMPTS || failures.every(isPermanent)) {
      await this.events.finish(event.id, error);
      return;
    }
    const wait = FIRST_WAIT_MS * 2 ** (attempts - 1);
    await this.events.postpone(event.id, new Date(Date.now() + wait), error);
  }
}

/** What only a person can mend: a missing permission, a channel that is gone. */
function isPermanent(error: unknown): boolean {
  return error instanceof DiscordFailure && error.treatment !== 'wait';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
