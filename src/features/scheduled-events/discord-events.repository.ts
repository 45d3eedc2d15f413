import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import type { Doubt, Mirror, MirrorPart } from './rules/mirror.js';
import { FINAL_STATUSES, type DiscordStatus } from './rules/scheduled-event.js';
import { UNCLAIMED } from '../../infra/claims.js';
import { ANY_TEXT } from '../../infra/partial-indexes.js';
import { insertNew } from '../../infra/insert-new.js';
import { MIRROR_MODEL, type MirrorDocument } from './discord-events.schema.js';

/** A filter: the scheduled event is not over, as far as is known. Years of those that are cost nothing. */
const NOT_OVER = { status: { $nin: [...FINAL_STATUSES] } };

/** Mirrors of events on Discord servers (`discord_events`). */
@Injectable()
export class DiscordEventsRepository {
  constructor(@InjectModel(MIRROR_MODEL) private readonly mirrors: Model<MirrorDocument>) {}

  /**
   * Makes sure that mirrors exist on these servers and are due for `revision`. Those that were removed, or that the bot cannot
   * reach, stay so.
   * @returns the mirrors with work to do
   */
  async markDue(eventId: string, guildIds: readonly string[], revision: number): Promise<Mirror[]> {
    const now = new Date();
    const which = { event_id: eventId, guild_id: { $in: [...guildIds] } };
    await this.mirrors.updateMany(
      { ...which, wanted_revision: { $lt: revision }, sync_state: { $nin: ['removed', 'suspended'] } },
      {
        $set: { wanted_revision: revision, sync_state: 'pending', next_attempt_at: now, updated_at: now },
      },
    );
    const mirrors = await this.ensure(eventId, guildIds, revision);
    return mirrors.filter(({ sync_state }) => sync_state === 'pending');
  }

  /**
   * Makes mirrors due as asked for by a person; those that were detached or removed start anew, and what is missing on Discord
   * is made again.
   * @returns the mirrors
   */
  async revive(eventId: string, guildIds: readonly string[], revision: number): Promise<Mirror[]> {
    const now = new Date();
    const which = { event_id: eventId, guild_id: { $in: [...guildIds] } };
    await this.ensure(eventId, guildIds, revision);
    await this.mirrors.updateMany(which, {
      $set: {
        intent: 'present',
        with_server: false,
        sync_state: 'pending',
        detached: [],
        doubt: { since: now, missing: 'remake' },
        next_attempt_at: now,
        updated_at: now,
        last_error: null,
      },
      $max: { wanted_revision: revision },
    });
    return this.list(which);
  }

  /** Has an event's mirrors compared with Discord again, but for those that were taken away. @returns the mirrors concerned */
  async doubtEvent(eventId: string, guildIds: readonly string[]): Promise<Mirror[]> {
    return this.doubt({ event_id: eventId, guild_id: { $in: [...guildIds] } }, 'detach');
  }

  /** Has the mirror of a scheduled event compared with Discord again. @returns none when it is not a mirror */
  async doubtScheduledEvent(discordEventId: string): Promise<Mirror[]> {
    return this.doubt({ discord_event_id: discordEventId }, 'detach');
  }

  /** Says that the bot is not in a server: nothing is sent there any more. */
  async suspend(guildId: string, lastError: string): Promise<void> {
    await this.mirrors.updateMany(
      { guild_id: guildId, intent: 'present', sync_state: { $ne: 'removed' } },
      { $set: { sync_state: 'suspended', last_error: lastError, updated_at: new Date() } },
    );
  }

  /** Has everything shown again in a server to which the bot has returned. @returns the mirrors concerned */
  async resume(guildId: string): Promise<Mirror[]> {
    return this.doubt({ guild_id: guildId, sync_state: 'suspended' }, 'remake');
  }

  /** Has all of a server's mirrors compared with Discord again, and what is missing there made again. @returns those concerned */
  async doubtServer(guildId: string): Promise<Mirror[]> {
    return this.doubt({ guild_id: guildId }, 'remake');
  }

  /** Saves how many people are interested in a scheduled event. */
  async saveUserCount(discordEventId: string, userCount: number): Promise<void> {
    await this.mirrors.updateOne({ discord_event_id: discordEventId }, { $set: { user_count: userCount } });
  }

  /** Makes what a server shows of these events due again, for example because its language or channel changed. @returns the mirrors concerned */
  async markDueAgain(guildId: string, eventIds: readonly string[]): Promise<Mirror[]> {
    const there = { $nin: ['removed', 'suspended'] } as const;
    return this.makePending(
      { guild_id: guildId, event_id: { $in: [...eventIds] }, intent: 'present', sync_state: there },
      {},
    );
  }

  /** Asks for an event's mirrors on these servers to be taken away from Discord. @returns the mirrors concerned */
  async markAbsent(eventId: string, guildIds: readonly string[]): Promise<Mirror[]> {
    const which = {
      event_id: eventId,
      guild_id: { $in: [...guildIds] },
      sync_state: { $ne: 'removed' },
    } as const;
    return this.makePending(which, { intent: 'absent' });
  }

  /** Asks for all of a server's mirrors to be taken away, those that were taken away before included. */
  async markGuildAbsent(guildId: string): Promise<void> {
    await this.makePending({ guild_id: guildId }, { intent: 'absent', with_server: true });
  }

  async find(eventId: string, guildId: string): Promise<Mirror | null> {
    const document = await this.mirrors.findOne({ event_id: eventId, guild_id: guildId }).lean();
    return document === null ? null : toMirror(document);
  }

  async listByEvent(eventId: string): Promise<Mirror[]> {
    return this.list({ event_id: eventId });
  }

  async listByGuild(guildId: string): Promise<Mirror[]> {
    return this.list({ guild_id: guildId });
  }

  /** Those of a server, newest first. @param before only those older than this id */
  async listPage(guildId: string, before: string | null, limit: number): Promise<Mirror[]> {
    const which = { guild_id: guildId, ...(before !== null && { _id: { $lt: before } }) };
    return (await this.mirrors.find(which).sort({ _id: -1 }).limit(limit).lean()).map(toMirror);
  }

  /** Those of a server whose scheduled events are to come or running. */
  async listLive(guildId: string): Promise<Mirror[]> {
    return this.list({ guild_id: guildId, discord_event_id: { $ne: null }, ...NOT_OVER });
  }

  /** A server that was taken away is back: what went with it is shown again. */
  async markGuildBack(guildId: string): Promise<void> {
    const back = { intent: 'present', with_server: false, detached: [] } as const;
    const which = { guild_id: guildId, intent: 'absent', with_server: true } as const;
    await this.mirrors.updateMany(which, {
      $set: { ...back, sync_state: 'pending', doubt: { since: new Date(), missing: 'remake' } },
    });
  }

  async findByDiscordEvent(discordEventId: string): Promise<Mirror | null> {
    const document = await this.mirrors.findOne({ discord_event_id: discordEventId }).lean();
    return document === null ? null : toMirror(document);
  }

  /** Servers that show something that is not over, or should. */
  async listGuildIds(): Promise<string[]> {
    const there = { intent: 'present', sync_state: { $ne: 'removed' } } as const;
    return this.mirrors.distinct('guild_id', { ...there, ...NOT_OVER });
  }

  /** Those of these scheduled events that are kept as a mirror on the server. */
  async keptAmong(guildId: string, discordEventIds: readonly string[]): Promise<Set<string | null>> {
    const which = { guild_id: guildId, discord_event_id: { $in: [...discordEventIds] } };
    const kept = await this.mirrors.find(which, { discord_event_id: 1 }).lean();
    return new Set(kept.map(({ discord_event_id }) => discord_event_id));
  }

  /** Pending mirrors whose time has come and that no worker has in hand, most overdue first. */
  async listDue(now: Date, limit: number): Promise<Mirror[]> {
    const documents = await this.mirrors
      .find({
        sync_state: 'pending',
        next_attempt_at: { $lte: now },
        ...UNCLAIMED,
      })
      .sort({ next_attempt_at: 1 })
      .limit(limit)
      .lean();
    return documents.map(toMirror);
  }

  /** Failed mirrors of a server become due again, for example after its settings or permissions changed. */
  async retryFailed(guildId: string): Promise<void> {
    const now = new Date();
    await this.mirrors.updateMany(
      { guild_id: guildId, sync_state: 'failed' },
      { $set: { sync_state: 'pending', next_attempt_at: now, updated_at: now } },
    );
  }

  /** Mirrors that are due, and since when the oldest of them has been. */
  async findBehind(): Promise<{ readonly count: number; readonly oldest: Date | null }> {
    const due = { sync_state: 'pending', next_attempt_at: { $lte: new Date() } } as const;
    const [count, oldest] = await Promise.all([
      this.mirrors.countDocuments(due),
      this.mirrors.findOne(due, { next_attempt_at: 1 }).sort({ next_attempt_at: 1 }).lean(),
    ]);
    return { count, oldest: oldest?.next_attempt_at ?? null };
  }

  /** Counts for the statistics. */
  async countByStatus(status?: DiscordStatus, since?: Date): Promise<number> {
    return this.mirrors.countDocuments({
      discord_event_id: ANY_TEXT,
      ...(status !== undefined && { status }),
      ...(since !== undefined && { created_at: { $gte: since } }),
    });
  }

  private async doubt(which: QueryFilter<MirrorDocument>, missing: Doubt['missing']): Promise<Mirror[]> {
    const concerned = { sync_state: { $ne: 'removed' }, intent: 'present', ...which } as const;
    const found = await this.list(concerned);
    const now = new Date();
    const due = { sync_state: 'pending', next_attempt_at: now, updated_at: now } as const;
    const rest = missing === 'remake' ? concerned : { ...concerned, doubt: null };
    // What is to be made again stays so.
    if (missing === 'detach')
      await this.mirrors.updateMany(
        { ...concerned, doubt: { $ne: null } },
        { $set: { ...due, 'doubt.since': now } },
      );
    await this.mirrors.updateMany(rest, { $set: { ...due, doubt: { since: now, missing } } });
    return found;
  }

  private async makePending(
    which: QueryFilter<MirrorDocument>,
    change: { readonly intent?: 'absent'; readonly with_server?: true },
  ): Promise<Mirror[]> {
    const now = new Date();
    const found = await this.list(which);
    await this.mirrors.updateMany(which, {
      $set: { ...change, sync_state: 'pending', next_attempt_at: now, updated_at: now },
    });
    return found.map((mirror) => ({ ...mirror, ...change }));
  }

  private async list(which: QueryFilter<MirrorDocument>): Promise<Mirror[]> {
    return (await this.mirrors.find(which).sort({ _id: 1 }).lean()).map(toMirror);
  }

  /** The mirrors of an event on these servers; those that are missing are made, due for `revision`. */
  private async ensure(eventId: string, guildIds: readonly string[], revision: number): Promise<Mirror[]> {
    const which = { event_id: eventId, guild_id: { $in: [...guildIds] } };
    const found = await this.list(which);
    const known = new Set(found.map(({ guild_id }) => guild_id));
    const missing = guildIds.filter((guildId) => !known.has(guildId));
    if (missing.length === 0) return found;
    await insertNew(
      this.mirrors,
      missing.map((guildId) => newMirror(eventId, guildId, revision)),
    );
    return this.list(which);
  }
}

/** A mirror as it begins. */
export function newMirror(eventId: string, guildId: string, revision: number): MirrorDocument {
  const now = new Date();
  return {
    _id: uuidv7(),
    event_id: eventId,
    guild_id: guildId,
    intent: 'present',
    with_server: false,
    discord_event_id: null,
    adopted: false,
    status: null,
    confirmed: null,
    user_count: null,
    wanted_revision: revision,
    confirmed_revision: 0,
    sync_state: 'pending',
    detached: [],
    doubt: null,
    last_repair: null,
    last_error: null,
    creating_since: null,
    next_attempt_at: now,
    created_at: now,
    updated_at: now,
  };
}

/** A mirror as the database keeps it. */
export function toMirror({ _id, claimed_by: _by, claimed_at: _at, ...mirror }: MirrorDocument): Mirror {
  return { id: _id, ...addedLater(mirror.sync_state), ...mirror };
}

/** Mirrors that were written before these fields came. */
function addedLater(
  state: Mirror['sync_state'],
): Pick<Mirror, 'adopted' | 'detached' | 'doubt' | 'last_repair' | 'with_server'> {
  const detached: MirrorPart[] = state === 'detached' ? ['scheduled_event'] : [];
  return { adopted: false, detached, doubt: null, last_repair: null, with_server: false };
}
