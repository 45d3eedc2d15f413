import { Injectable } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { mayBeShownOn } from '../access/rules/event-access.js';
import type { Event } from '../events/rules/event.js';
import type { Guild } from '../guilds/rules/guild.js';
import { RetryLater } from '../../queue/rules/outcome.js';
import { EventsRepository } from '../events/events.repository.js';
import { GuildsRepository } from '../guilds/guilds.repository.js';
import { SignupsRepository } from '../events/signups.repository.js';
import type { MirrorTurn } from './mirror-turn.js';
import { SyncScheduledEvent } from './sync-scheduled-event.js';
import { SyncSignupMessage } from './sync-signup-message.js';

/** A picture taken while someone's seat is being decided is not final; another is taken this much later. */
const UNDECIDED_MS = 1_000;

/** What is done in one turn on one mirror: the scheduled event, then the signup message. */
@Injectable()
export class ReconcileSteps {
  constructor(
    private readonly events: EventsRepository,
    private readonly guilds: GuildsRepository,
    private readonly signups: SignupsRepository,
    private readonly scheduledEvent: SyncScheduledEvent,
    private readonly signupMessage: SyncSignupMessage,
  ) {}

  /** @throws DiscordFailure what Discord refused · RetryLater when the picture was not final */
  async execute(turn: MirrorTurn): Promise<void> {
    const { event_id, guild_id, intent } = turn.mirror;
    if (intent === 'absent') {
      await this.takeAway(turn);
      return;
    }
    // Order matters: the event first, then whether anyone is undecided, then the signups (docs/architecture.md, "The picture").
    const event = await this.events.findById(event_id);
    const guild = await this.guilds.findByGuildId(guild_id);
    if (event === null || guild?.sync_enabled !== true) {
      await turn.save({ sync_state: 'failed', last_error: 'Mirroring is switched off for this server.' });
      return;
    }
    if (!mayBeShownOn(event, guild)) {
      await turn.save({ intent: 'absent' });
      await this.takeAway(turn);
      return;
    }
    const undecided = await this.signups.hasUndecided(event_id);
    await this.show(turn, event, guild);
    if (undecided) throw new RetryLater('Seats are being decided.', UNDECIDED_MS, false);
    await turn.confirm(event.revision);
  }

  /** Both parts are tried: a server that refuses scheduled events can still have the signup message. */
  private async show(turn: MirrorTurn, event: Event, guild: Guild): Promise<void> {
    const failures: DiscordFailure[] = [];
    const attempt = async (work: Promise<void>): Promise<void> => {
      try {
        await work;
      } catch (error) {
        if (!(error instanceof DiscordFailure)) throw error;
        failures.push(error);
      }
    };
    await attempt(this.scheduledEvent.execute(turn, event));
    await attempt(this.signupMessage.execute(event, guild));
    const worst = failures.find(({ treatment }) => treatment === 'wait') ?? failures[0];
    if (worst !== undefined) throw worst;
  }

  private async takeAway(turn: MirrorTurn): Promise<void> {
    const { event_id, guild_id } = turn.mirror;
    await this.scheduledEvent.remove(turn);
    await this.signupMessage.remove(event_id, guild_id);
    await turn.confirmAbsent();
    // A server that is not registered any more leaves nothing behind, so that it can come back later.
    if ((await this.guilds.findByGuildId(guild_id)) === null) await turn.forget();
  }
}
