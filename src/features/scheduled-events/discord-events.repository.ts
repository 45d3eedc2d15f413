import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import type { Mirror } from './rules/mirror.js';
import type { DiscordStatus } from './rules/scheduled-event.js';
import { insertNew } from '../../infra/insert-new.js';
import { MIRROR_MODEL, type MirrorDocument } from './discord-events.schema.js';

/** What reconciling may change on a mirror. */
export type MirrorChange = Partial<
  Pick<
    Mirror,
    | 'intent'
    | 'discord_event_id'
    | 'status'
    | 'confirmed'
    | 'user_count'
    | 'confirmed_revision'
    | 'sync_state'
    | 'last_error'
    | 'creating_since'
    | 'next_attempt_at'
  >
>;

/** A mirror that its holder alone may work on, until the claim runs out. */
export interface ClaimedMirror {
  readonly mirror: Mirror;
  readonly token: string;
}

/** Mirrors of events on Discord servers (`discord_events`). */
@Injectable()
export class DiscordEventsRepository {
  constructor(@InjectModel(MIRROR_MODEL) private readonly mirrors: Model<MirrorDocument>) {}

  /**
   * Makes sure that mirrors exist on these servers and are due for `revision`. Those that were detached or removed by a
   * person stay so.
   * @returns the mirrors with work to do
   */
  async markDue(eventId: string, guildIds: readonly string[], revision: number): Promise<Mirror[]> {
    const now = new Date();
    const which = { event_id: eventId, guild_id: { $in: [...guildIds] } };
    await this.mirrors.updateMany(
      { ...which, wanted_revision: { $lt: revision }, sync_state: { $nin: ['detached', 'removed'] } },
      {
        $set: { wanted_revision: revision, sync_state: 'pending', next_attempt_at: now, updated_at: now },
      },
    );
    const mirrors = await this.ensure(eventId, guildIds, revision);
    return mirrors.filter(({ sync_state }) => sync_state === 'pending');
  }

  /** Makes mirrors due as asked for by a person; those that were detached or removed start anew. @returns the mirrors */
  async revive(eventId: string, guildIds: readonly string[], revision: number): Promise<Mirror[]> {
    const now = new Date();
    const which = { event_id: eventId, guild_id: { $in: [...guildIds] } };
    await this.ensure(eventId, guildIds, revision);
    await this.mirrors.updateMany(
      { ...which, sync_state: { $in: ['detached', 'removed'] } },
      { $set: { discord_event_id: null, status: null, confirmed: null } },
    );
    await this.mirrors.updateMany(which, {
      $set: {
        intent: 'present',
        sync_state: 'pending',
        next_attempt_at: now,
        updated_at: now,
        last_error: null,
      },
      $max: { wanted_revision: revision },
    });
    return this.list(which);
  }

  /** Makes existing mirrors due, but for those that a person took away. @returns the mirrors concerned */
  async markDueAgain(eventId: string, guildIds: readonly string[]): Promise<Mirror[]> {
    const which = {
      event_id: eventId,
      guild_id: { $in: [...guildIds] },
      intent: 'present',
      sync_state: { $nin: ['detached', 'removed'] },
    } as const;
    return this.makePending(which, {});
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
    await this.makePending({ guild_id: guildId }, { intent: 'absent' });
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
        $or: [{ claim: null }, { 'claim.until': { $lt: now } }],
      })
      .sort({ next_attempt_at: 1 })
      .limit(limit)
      .lean();
    return documents.map(toMirror);
  }

  /** A mirror that was due at `since`, and has not been made due anew, fails; the next change makes it due again. */
  async giveUp(eventId: string, guildId: string, since: Date, lastError: string): Promise<void> {
    await this.mirrors.updateOne(
      { event_id: eventId, guild_id: guildId, sync_state: 'pending', next_attempt_at: { $lte: since } },
      { $set: { sync_state: 'failed', last_error: lastError, updated_at: new Date() } },
    );
  }

  /** Failed mirrors of a server become due again, for example after its settings or permissions changed. */
  async retryFailed(guildId: string): Promise<void> {
    const now = new Date();
    await this.mirrors.updateMany(
      { guild_id: guildId, sync_state: 'failed' },
      { $set: { sync_state: 'pending', next_attempt_at: now, updated_at: now } },
    );
  }

  /** Counts for the statistics. */
  async countByStatus(status?: DiscordStatus, since?: Date): Promise<number> {
    return this.mirrors.countDocuments({
      discord_event_id: { $type: 'string' },
      ...(status !== undefined && { status }),
      ...(since !== undefined && { created_at: { $gte: since } }),
    });
  }

  /** Takes the mirror for `ms` milliseconds; `null` while somebody else has it. */
  async claim(eventId: string, guildId: string, ms: number): Promise<ClaimedMirror | null> {
    const now = new Date();
    const token = uuidv7();
    const document = await this.mirrors
      .findOneAndUpdate(
        { event_id: eventId, guild_id: guildId, $or: [{ claim: null }, { 'claim.until': { $lt: now } }] },
        { $set: { claim: { token, until: new Date(now.getTime() + ms) } } },
        { returnDocument: 'after' },
      )
      .lean();
    return document === null ? null : { mirror: toMirror(document), token };
  }

  /** Saves under a claim and renews it for `ms` milliseconds. @returns `null` when the claim was lost and nothing was saved */
  async saveClaimed(id: string, token: string, change: MirrorChange, ms: number): Promise<Mirror | null> {
    const now = new Date();
    const until = new Date(now.getTime() + ms);
    const document = await this.mirrors
      .findOneAndUpdate(
        { _id: id, 'claim.token': token, 'claim.until': { $gt: now } },
        { $set: { ...change, 'claim.until': until, updated_at: now } },
        { returnDocument: 'after' },
      )
      .lean();
    return document === null ? null : toMirror(document);
  }

  /**
   * Records that Discord shows a revision: `synced`, unless something newer is wanted by now. A mirror that
   * turned out to be detached meanwhile stays so.
   */
  async confirm(id: string, token: string, confirmedRevision: number): Promise<void> {
    const mine = {
      _id: id,
      'claim.token': token,
      sync_state: { $ne: 'detached' },
      intent: 'present',
    } as const;
    await this.mirrors.updateOne(mine, { $set: { confirmed_revision: confirmedRevision, last_error: null } });
    await this.mirrors.updateOne(
      { ...mine, wanted_revision: { $lte: confirmedRevision } },
      { $set: { sync_state: 'synced' } },
    );
  }

  /** Records that Discord shows the event no more, unless it is wanted again by now. */
  async confirmAbsent(id: string, token: string): Promise<void> {
    await this.mirrors.updateOne(
      { _id: id, 'claim.token': token, intent: 'absent' },
      { $set: { sync_state: 'removed', last_error: null } },
    );
  }

  /** Forgets the mirrors that were taken away from a server. */
  async forget(id: string): Promise<void> {
    await this.mirrors.deleteOne({ _id: id, intent: 'absent' });
  }

  async release(id: string, token: string): Promise<void> {
    await this.mirrors.updateOne({ _id: id, 'claim.token': token }, { $set: { claim: null } });
  }

  private async makePending(
    which: QueryFilter<MirrorDocument>,
    change: { readonly intent?: 'absent' },
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

function newMirror(eventId: string, guildId: string, revision: number): MirrorDocument {
  const now = new Date();
  return {
    _id: uuidv7(),
    event_id: eventId,
    guild_id: guildId,
    intent: 'present',
    discord_event_id: null,
    status: null,
    confirmed: null,
    user_count: null,
    wanted_revision: revision,
    confirmed_revision: 0,
    sync_state: 'pending',
    last_error: null,
    creating_since: null,
    next_attempt_at: now,
    claim: null,
    created_at: now,
    updated_at: now,
  };
}

function toMirror({ _id, claim: _claim, ...mirror }: MirrorDocument): Mirror {
  return { id: _id, ...mirror };
}
