import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import type { Mirror } from './rules/mirror.js';
import type { DiscordStatus } from './rules/scheduled-event.js';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
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
   * Makes sure that a mirror exists and is due for `revision`. A mirror that was detached or removed by a person stays so.
   * @returns whether there is work to do
   */
  async markDue(event_id: string, guild_id: string, revision: number): Promise<boolean> {
    const now = new Date();
    const due = {
      wanted_revision: revision,
      sync_state: 'pending',
      next_attempt_at: now,
      updated_at: now,
    } as const;
    const updated = await this.mirrors.updateOne(
      {
        event_id,
        guild_id,
        wanted_revision: { $lt: revision },
        sync_state: { $nin: ['detached', 'removed'] },
      },
      { $set: due },
    );
    if (updated.matchedCount === 1) return true;
    const created = await this.insert(event_id, guild_id, revision);
    if (created) return true;
    return (await this.mirrors.countDocuments({ event_id, guild_id, sync_state: 'pending' })) === 1;
  }

  /** Makes a mirror due as asked for by a person; one that was detached or removed starts anew. */
  async revive(event_id: string, guild_id: string, revision: number): Promise<void> {
    const now = new Date();
    await this.insert(event_id, guild_id, revision);
    await this.mirrors.updateOne(
      { event_id, guild_id, sync_state: { $in: ['detached', 'removed'] } },
      { $set: { discord_event_id: null, status: null, confirmed: null } },
    );
    await this.mirrors.updateOne(
      { event_id, guild_id },
      {
        $set: {
          intent: 'present',
          sync_state: 'pending',
          next_attempt_at: now,
          updated_at: now,
          last_error: null,
        },
        $max: { wanted_revision: revision },
      },
    );
  }

  /** Makes existing mirrors due, but for those that a person took away. @returns the server ids concerned */
  async markDueAgain(event_id: string, guildIds: readonly string[]): Promise<string[]> {
    const which = {
      event_id,
      guild_id: { $in: [...guildIds] },
      intent: 'present',
      sync_state: { $nin: ['detached', 'removed'] },
    } as const;
    return this.makePending(which, {});
  }

  /** Asks for an event's mirrors on these servers to be taken away from Discord. @returns the server ids concerned */
  async markAbsent(event_id: string, guildIds: readonly string[]): Promise<string[]> {
    const which = { event_id, guild_id: { $in: [...guildIds] }, sync_state: { $ne: 'removed' } } as const;
    return this.makePending(which, { intent: 'absent' });
  }

  /** Asks for all of a server's mirrors to be taken away, those that were taken away before included. */
  async markGuildAbsent(guild_id: string): Promise<void> {
    await this.makePending({ guild_id }, { intent: 'absent' });
  }

  async find(event_id: string, guild_id: string): Promise<Mirror | null> {
    const document = await this.mirrors.findOne({ event_id, guild_id }).lean();
    return document === null ? null : toMirror(document);
  }

  async listByEvent(event_id: string): Promise<Mirror[]> {
    return (await this.mirrors.find({ event_id }).sort({ _id: 1 }).lean()).map(toMirror);
  }

  async listByGuild(guild_id: string): Promise<Mirror[]> {
    return (await this.mirrors.find({ guild_id }).sort({ _id: 1 }).lean()).map(toMirror);
  }

  /** Those of these scheduled events that are kept as a mirror on the server. */
  async keptAmong(guild_id: string, discordEventIds: readonly string[]): Promise<Set<string | null>> {
    const which = { guild_id, discord_event_id: { $in: [...discordEventIds] } };
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
  async giveUp(event_id: string, guild_id: string, since: Date, last_error: string): Promise<void> {
    await this.mirrors.updateOne(
      { event_id, guild_id, sync_state: 'pending', next_attempt_at: { $lte: since } },
      { $set: { sync_state: 'failed', last_error, updated_at: new Date() } },
    );
  }

  /** Failed mirrors of a server become due again, for example after its settings or permissions changed. */
  async retryFailed(guild_id: string): Promise<void> {
    const now = new Date();
    await this.mirrors.updateMany(
      { guild_id, sync_state: 'failed' },
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
  async claim(event_id: string, guild_id: string, ms: number): Promise<ClaimedMirror | null> {
    const now = new Date();
    const token = uuidv7();
    const document = await this.mirrors
      .findOneAndUpdate(
        { event_id, guild_id, $or: [{ claim: null }, { 'claim.until': { $lt: now } }] },
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
   * Records that Discord shows `confirmed_revision`: `synced`, unless something newer is wanted by now. A mirror that
   * turned out to be detached meanwhile stays so.
   */
  async confirm(id: string, token: string, confirmed_revision: number): Promise<void> {
    const mine = {
      _id: id,
      'claim.token': token,
      sync_state: { $ne: 'detached' },
      intent: 'present',
    } as const;
    await this.mirrors.updateOne(mine, { $set: { confirmed_revision, last_error: null } });
    await this.mirrors.updateOne(
      { ...mine, wanted_revision: { $lte: confirmed_revision } },
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
  ): Promise<string[]> {
    const now = new Date();
    const found = await this.mirrors.find(which, { guild_id: 1 }).lean();
    await this.mirrors.updateMany(which, {
      $set: { ...change, sync_state: 'pending', next_attempt_at: now, updated_at: now },
    });
    return found.map(({ guild_id }) => guild_id);
  }

  private async insert(event_id: string, guild_id: string, revision: number): Promise<boolean> {
    const now = new Date();
    try {
      const mirror: MirrorDocument = {
        _id: uuidv7(),
        event_id,
        guild_id,
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
      await this.mirrors.insertMany([mirror], { lean: true });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}

function toMirror({ _id, claim: _claim, ...mirror }: MirrorDocument): Mirror {
  return { id: _id, ...mirror };
}
