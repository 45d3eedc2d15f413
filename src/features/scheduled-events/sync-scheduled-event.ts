import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { ScheduledEventsApi } from '../../discord-api/scheduled-events.api.js';
import { DiscordFailure } from '../../common/discord-failure.js';
import type { Event } from '../events/rules/event.js';
import {
  changedFields,
  DISCORD_STATUS,
  fieldsForCreate,
  isFinal,
  isMarked,
  statusMoves,
  wantedScheduledEvent,
  type WantedScheduledEvent,
} from './rules/scheduled-event.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import type { MirrorTurn } from './mirror-turn.js';

/** Makes a server's scheduled event match the truth, by the difference alone. */
@Injectable()
export class SyncScheduledEvent {
  constructor(
    private readonly api: ScheduledEventsApi,
    private readonly config: Config,
    private readonly mirrors: DiscordEventsRepository,
  ) {}

  /** @throws DiscordFailure what Discord refused */
  async execute(turn: MirrorTurn, event: Event): Promise<void> {
    const wanted = wantedScheduledEvent(event, this.config.publicUrl);
    await this.adoptLost(turn, event.id);
    if (turn.mirror.discord_event_id === null) {
      if (isFinal(wanted.status)) return;
      const created = await this.create(turn, wanted);
      if (!created) return;
    }
    await this.bringUpToDate(turn, wanted);
  }

  /** Takes the scheduled event away from the server; one that is gone already is as good. */
  async remove(turn: MirrorTurn): Promise<void> {
    await this.adoptLost(turn, turn.mirror.event_id);
    const { discord_event_id, guild_id } = turn.mirror;
    if (discord_event_id === null) return;
    try {
      await this.api.delete(guild_id, discord_event_id);
    } catch (error) {
      if (!isTreated(error, 'gone')) throw error;
    }
    await turn.save({ discord_event_id: null, status: null, confirmed: null });
  }

  /**
   * After a create whose answer was lost: looks for it among what our bot created there. What a person made is never
   * looked at, whatever its text says, nor what is kept as the mirror of another event.
   */
  private async adoptLost(turn: MirrorTurn, eventId: string): Promise<void> {
    const { creating_since, discord_event_id, guild_id } = turn.mirror;
    if (creating_since === null || discord_event_id !== null) return;
    const marked = (await this.api.listOwn(guild_id)).filter(({ description }) =>
      isMarked(description, eventId),
    );
    const kept = await this.mirrors.keptAmong(
      guild_id,
      marked.map(({ id }) => id),
    );
    const [first, ...extra] = marked.filter(({ id }) => !kept.has(id));
    for (const { id } of extra) await this.api.delete(guild_id, id);
    await turn.save({
      creating_since: null,
      ...(first && { discord_event_id: first.id, status: first.status, confirmed: null }),
    });
  }

  /** @returns false when the event is over, so that there is nothing to create */
  private async create(turn: MirrorTurn, wanted: WantedScheduledEvent): Promise<boolean> {
    const fields = fieldsForCreate(wanted.fields, new Date());
    if (fields === null) return false;
    await turn.save({ creating_since: new Date() });
    try {
      const created = await this.api.create(turn.mirror.guild_id, fields);
      await this.saveCreated(turn, created.id, fields);
    } catch (error) {
      const refused = error instanceof DiscordFailure && !error.outcomeUnknown;
      if (refused) await turn.save({ creating_since: null });
      throw error;
    }
    return true;
  }

  private async saveCreated(
    turn: MirrorTurn,
    id: string,
    confirmed: WantedScheduledEvent['fields'],
  ): Promise<void> {
    const status = DISCORD_STATUS.scheduled;
    try {
      await turn.save({ discord_event_id: id, status, confirmed, creating_since: null });
    } catch (error) {
      // The claim ran out while Discord worked: whoever has it now may have created one too, so ours goes.
      await this.api.delete(turn.mirror.guild_id, id).catch(() => undefined);
      throw error;
    }
  }

  private async bringUpToDate(turn: MirrorTurn, wanted: WantedScheduledEvent): Promise<void> {
    const { status } = turn.mirror;
    if (status === null || isFinal(status)) return;
    try {
      if (!isFinal(wanted.status)) await this.edit(turn, wanted);
      await this.move(turn, wanted);
    } catch (error) {
      if (isTreated(error, 'gone') || isTreated(error, 'finished')) await this.acceptEnd(turn, wanted);
      else throw error;
    }
  }

  private async edit(turn: MirrorTurn, wanted: WantedScheduledEvent): Promise<void> {
    const { guild_id, discord_event_id, confirmed, status } = turn.mirror;
    if (discord_event_id === null || status === null) return;
    const changed = changedFields(confirmed, wanted.fields, status, new Date());
    if (Object.keys(changed).length === 0) return;
    await this.api.edit(guild_id, discord_event_id, changed);
    await turn.save({ confirmed: { ...(confirmed ?? wanted.fields), ...changed } });
  }

  private async move(turn: MirrorTurn, wanted: WantedScheduledEvent): Promise<void> {
    const { guild_id, discord_event_id, status } = turn.mirror;
    if (discord_event_id === null || status === null) return;
    for (const next of statusMoves(status, wanted.status)) {
      await this.api.setStatus(guild_id, discord_event_id, next);
      await turn.save({ status: next });
    }
  }

  /**
   * The scheduled event ended without us. That is fine when the event is over, too; otherwise a person removed it by
   * hand, and it is left alone until `create` asks for it again.
   */
  private async acceptEnd(turn: MirrorTurn, wanted: WantedScheduledEvent): Promise<void> {
    const over = isFinal(wanted.status) || wanted.fields.scheduled_end_time <= new Date();
    if (over) {
      await turn.save({ status: isFinal(wanted.status) ? wanted.status : DISCORD_STATUS.completed });
      return;
    }
    await turn.save({
      discord_event_id: null,
      status: null,
      confirmed: null,
      sync_state: 'detached',
      last_error:
        'The scheduled event was removed or ended by hand on Discord. Create it again to bring it back.',
    });
  }
}

function isTreated(error: unknown, treatment: DiscordFailure['treatment']): boolean {
  return error instanceof DiscordFailure && error.treatment === treatment;
}
