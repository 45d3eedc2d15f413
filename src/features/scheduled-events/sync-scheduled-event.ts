import { Injectable, Logger } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { ScheduledEventsApi } from '../../discord-api/scheduled-events.api.js';
import { EventCalendar } from '../events/event-calendar.js';
import { EventsService } from '../events/events.service.js';
import type { Event } from '../events/rules/event.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import type { MirrorTurn } from './mirror-turn.js';
import { Presses } from './presses.js';
import { differingFields, judge } from './rules/read-back.js';
import {
  apart,
  changedFields,
  DISCORD_STATUS,
  fieldsForCreate,
  isFinal,
  isMarked,
  statusMoves,
  takenFrom,
  wantedScheduledEvent,
  type FoundScheduledEvent,
  type WantedScheduledEvent,
} from './rules/scheduled-event.js';

const REMOVED_BY_HAND =
  'The scheduled event was removed by hand on Discord. Create it again to bring it back.';
const NONE = { discord_event_id: null, adopted: false, status: null, confirmed: null } as const;

/** Makes a server's scheduled event match the truth, by the difference alone. */
@Injectable()
export class SyncScheduledEvent {
  private readonly logger = new Logger(SyncScheduledEvent.name);

  constructor(
    private readonly api: ScheduledEventsApi,
    private readonly calendar: EventCalendar,
    private readonly mirrors: DiscordEventsRepository,
    private readonly events: EventsService,
    private readonly presses: Presses,
  ) {}

  /** @throws DiscordFailure what Discord refused */
  async execute(turn: MirrorTurn, event: Event): Promise<void> {
    const wanted = wantedScheduledEvent(event, this.calendar.linkTo(event));
    await this.adoptLost(turn, event.id);
    if (turn.mirror.doubt !== null) await this.readBack(turn, wanted);
    try {
      await this.bring(turn, wanted);
    } catch (error) {
      if (!isSurprising(error)) throw error;
      // What was known is not so, or one thing is refused: the truth is read, and the rest is brought all the same.
      await this.readBack(turn, wanted);
      await this.bring(turn, wanted, true);
    }
  }

  /** Takes the scheduled event away from the server; one that is gone already is as good. */
  async remove(turn: MirrorTurn): Promise<void> {
    await this.adoptLost(turn, turn.mirror.event_id);
    await this.delete(turn);
  }

  /**
   * After a create whose answer was lost: looks for it among what our bot created there. What a person made is never
   * looked at, whatever its text says, nor what is kept as the mirror of another event.
   */
  private async adoptLost(turn: MirrorTurn, eventId: string): Promise<void> {
    const { creating_since, discord_event_id, guild_id } = turn.mirror;
    if (creating_since === null || discord_event_id !== null) return;
    const marked = (await this.api.listOwn(guild_id)).filter(({ fields }) =>
      isMarked(fields.description, eventId),
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

  /** Learns what Discord really has, and does what follows from it. */
  private async readBack(turn: MirrorTurn, wanted: WantedScheduledEvent): Promise<void> {
    const { event_id, guild_id, discord_event_id, doubt } = turn.mirror;
    if (discord_event_id === null) return;
    const found = await this.api.find(guild_id, discord_event_id);
    const verdict = judge(found, wanted, new Date());
    switch (verdict) {
      case 'removed':
        if (doubt?.missing === 'remake') await this.delete(turn);
        else await turn.detach('scheduled_event', REMOVED_BY_HAND, NONE);
        return;
      case 'outdated':
        await this.delete(turn);
        return;
      case 'over':
        await turn.save({
          status: isFinal(wanted.status) ? wanted.status : DISCORD_STATUS.completed,
        });
        return;
      case 'started':
      case 'completed':
        if (found !== null && !(await this.presses.count(turn.mirror, found.status))) {
          await this.undoPress(turn);
          return;
        }
        await this.events.follow(event_id, verdict === 'started' ? 'start' : 'complete');
        break;
      case 'kept':
        break;
    }
    if (found !== null) await this.learn(turn, found);
  }

  /** Nothing leads back from a start or an end: the scheduled event is made anew. */
  private async undoPress(turn: MirrorTurn): Promise<void> {
    const { event_id, guild_id } = turn.mirror;
    await this.delete(turn);
    await turn.save({ last_repair: { at: new Date(), fields: ['status'] } });
    this.logger.warn(
      { event_id, guild_id },
      'A scheduled event was started or ended by somebody who may not',
    );
  }

  private async learn(turn: MirrorTurn, { status, user_count, fields }: FoundScheduledEvent): Promise<void> {
    const { confirmed, event_id, guild_id } = turn.mirror;
    const changed = confirmed === null ? [] : differingFields(confirmed, fields);
    await turn.save({
      status,
      user_count,
      confirmed: confirmed !== null && changed.length === 0 ? confirmed : fields,
      ...(changed.length > 0 && { last_repair: { at: new Date(), fields: changed } }),
    });
    if (changed.length === 0) return;
    this.logger.warn(
      { event_id, guild_id, fields: changed },
      'A scheduled event was changed by hand on Discord',
    );
  }

  /** @param oneByOne sends each change by itself, so that one that is refused does not hold back the others */
  private async bring(turn: MirrorTurn, wanted: WantedScheduledEvent, oneByOne = false): Promise<void> {
    if (turn.mirror.detached.includes('scheduled_event')) return;
    if (turn.mirror.discord_event_id === null) {
      if (isFinal(wanted.status) || !(await this.create(turn, wanted))) return;
    }
    const { status } = turn.mirror;
    if (status === null || isFinal(status)) return;
    const refused = isFinal(wanted.status) ? null : await this.edit(turn, wanted, oneByOne);
    await this.move(turn, wanted);
    if (refused !== null) throw refused;
  }

  /** @returns false when there is nothing to create, because the event is over or too far ahead */
  private async create(turn: MirrorTurn, wanted: WantedScheduledEvent): Promise<boolean> {
    const fields = fieldsForCreate(wanted.fields, new Date());
    if (fields === null) return false;
    turn.postponedUntil = takenFrom(fields, new Date());
    if (turn.postponedUntil !== null) return false;
    await turn.requireAllowed('scheduled_events');
    await turn.requireAllowed('more_scheduled_events');
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
      // The claim ran out while Discord worked: the run that has it now may have created one too, so ours goes.
      await this.api.delete(turn.mirror.guild_id, id).catch(() => undefined);
      throw error;
    }
  }

  /** @returns what was refused when changes were sent one by one */
  private async edit(
    turn: MirrorTurn,
    wanted: WantedScheduledEvent,
    oneByOne: boolean,
  ): Promise<DiscordFailure | null> {
    const { guild_id, discord_event_id, confirmed, status } = turn.mirror;
    if (discord_event_id === null || status === null) return null;
    const changed = changedFields(confirmed, wanted.fields, status, new Date());
    if (Object.keys(changed).length === 0) return null;
    await turn.requireAllowed('scheduled_events');
    let refused: DiscordFailure | null = null;
    for (const part of oneByOne ? apart(changed) : [changed]) {
      try {
        await this.api.edit(guild_id, discord_event_id, part);
        await turn.save({ confirmed: { ...(turn.mirror.confirmed ?? wanted.fields), ...part } });
      } catch (error) {
        if (!oneByOne || !isTreated(error, 'fault')) throw error;
        refused ??= error;
      }
    }
    return refused;
  }

  private async move(turn: MirrorTurn, wanted: WantedScheduledEvent): Promise<void> {
    const { guild_id, discord_event_id, status } = turn.mirror;
    if (discord_event_id === null || status === null) return;
    for (const next of statusMoves(status, wanted.status)) {
      await turn.requireAllowed('scheduled_events');
      await this.api.setStatus(guild_id, discord_event_id, next);
      await turn.save({ status: next });
    }
  }

  private async delete(turn: MirrorTurn): Promise<void> {
    const { discord_event_id, guild_id, adopted } = turn.mirror;
    if (discord_event_id === null) return;
    try {
      if (!adopted) await this.api.delete(guild_id, discord_event_id);
    } catch (error) {
      if (!isTreated(error, 'gone')) throw error;
    }
    await turn.save(NONE);
  }
}

/** Whether a refusal says that Discord has something else than is known, or that a part of the request is wrong. */
function isSurprising(error: unknown): boolean {
  return isTreated(error, 'gone') || isTreated(error, 'finished') || isTreated(error, 'fault');
}

function isTreated(error: unknown, treatment: DiscordFailure['treatment']): error is DiscordFailure {
  return error instanceof DiscordFailure && error.treatment === treatment;
}
