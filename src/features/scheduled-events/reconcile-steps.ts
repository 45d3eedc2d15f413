import { Injectable } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { mayBeShownOn } from '../access/rules/event-access.js';
import type { EventWithRoster } from '../events/rules/event-record.js';
import type { Guild } from '../guilds/rules/guild.js';
import { RosterRepository } from '../events/roster.repository.js';
import { GuildsRepository } from '../guilds/guilds.repository.js';
import type { MirrorTurn } from './mirror-turn.js';
import { SyncScheduledEvent } from './sync-scheduled-event.js';
import { SyncSignupMessage } from './sync-signup-message.js';

/** What is done in one turn on one mirror: the scheduled event, then the signup message. */
@Injectable()
export class ReconcileSteps {
  constructor(
    private readonly rosters: RosterRepository,
    private readonly guilds: GuildsRepository,
    private readonly scheduledEvent: SyncScheduledEvent,
    private readonly signupMessage: SyncSignupMessage,
  ) {}

  /** @throws DiscordFailure what Discord refused */
  async execute(turn: MirrorTurn): Promise<void> {
    const { event_id, guild_id, intent } = turn.mirror;
    if (intent === 'absent') {
      await this.takeAway(turn);
      return;
    }
    const event = await this.rosters.find(event_id);
    const guild = await this.guilds.findByGuildId(guild_id);
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
    await turn.confirm(event.shown);
  }

  /** Both parts are tried: a server that refuses scheduled events can still have the signup message. */
  private async show(turn: MirrorTurn, event: EventWithRoster, guild: Guild): Promise<void> {
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
