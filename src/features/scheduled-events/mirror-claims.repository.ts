import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { CLAIMED_NOW, GIVEN_BACK, UNCLAIMED } from '../../infra/claims.js';
import { toMirror } from './discord-events.repository.js';
import { MIRROR_MODEL, type MirrorDocument } from './discord-events.schema.js';
import type { Mirror } from './rules/mirror.js';

/** What reconciling may change on a mirror. */
export type MirrorChange = Partial<
  Pick<
    Mirror,
    | 'intent'
    | 'discord_event_id'
    | 'adopted'
    | 'status'
    | 'confirmed'
    | 'user_count'
    | 'confirmed_revision'
    | 'sync_state'
    | 'detached'
    | 'doubt'
    | 'last_repair'
    | 'last_error'
    | 'creating_since'
    | 'next_attempt_at'
  >
>;

/** A mirror that its holder alone may work on, as long as the claim is renewed. */
export interface ClaimedMirror {
  readonly mirror: Mirror;
  readonly token: string;
}

/** Mirrors while one worker alone works on them (`discord_events.claimed_by`). */
@Injectable()
export class MirrorClaimsRepository {
  constructor(@InjectModel(MIRROR_MODEL) private readonly mirrors: Model<MirrorDocument>) {}

  /** Takes the mirror; `null` while somebody else has it. */
  async claim(eventId: string, guildId: string): Promise<ClaimedMirror | null> {
    const token = uuidv7();
    const document = await this.mirrors
      .findOneAndUpdate(
        { event_id: eventId, guild_id: guildId, ...UNCLAIMED },
        { $set: { claimed_by: token }, ...CLAIMED_NOW },
        { returnDocument: 'after' },
      )
      .lean();
    return document === null ? null : { mirror: toMirror(document), token };
  }

  /** Keeps a claim. */
  async renew(id: string, token: string): Promise<void> {
    await this.mirrors.updateOne({ _id: id, claimed_by: token }, CLAIMED_NOW);
  }

  /** Saves under a claim and renews it. @returns `null` when the claim was lost and nothing was saved */
  async saveClaimed(id: string, token: string, change: MirrorChange): Promise<Mirror | null> {
    const document = await this.mirrors
      .findOneAndUpdate(
        { _id: id, claimed_by: token },
        { $set: { ...change, updated_at: new Date() }, ...CLAIMED_NOW },
        { returnDocument: 'after' },
      )
      .lean();
    return document === null ? null : toMirror(document);
  }

  /**
   * Records that Discord shows a revision: the mirror is `synced`, unless something newer is wanted by now, it has to be looked
   * at again, or a person removed a part of it.
   */
  async confirm({ id, doubt, detached }: Mirror, token: string, confirmedRevision: number): Promise<void> {
    const mine = { _id: id, claimed_by: token, intent: 'present' } as const;
    const whole = detached.length === 0;
    await this.mirrors.updateOne(mine, {
      $set: { confirmed_revision: confirmedRevision, ...(whole && { last_error: null }) },
    });
    if (doubt !== null) {
      await this.mirrors.updateOne({ ...mine, 'doubt.since': doubt.since }, { $set: { doubt: null } });
    }
    await this.mirrors.updateOne(
      {
        ...mine,
        wanted_revision: { $lte: confirmedRevision },
        doubt: null,
        sync_state: { $ne: 'suspended' },
      },
      { $set: { sync_state: whole ? 'synced' : 'detached' } },
    );
  }

  /** Records that Discord shows the event no more, unless it is wanted again by now. */
  async confirmAbsent(id: string, token: string): Promise<void> {
    await this.mirrors.updateOne(
      { _id: id, claimed_by: token, intent: 'absent' },
      { $set: { sync_state: 'removed', last_error: null } },
    );
  }

  /** Forgets the mirrors that were taken away from a server. */
  async forget(id: string): Promise<void> {
    await this.mirrors.deleteOne({ _id: id, intent: 'absent' });
  }

  async release(id: string, token: string): Promise<void> {
    await this.mirrors.updateOne({ _id: id, claimed_by: token }, { $set: GIVEN_BACK });
  }

  /** A mirror that was due at `since`, and has not been made due anew, fails; the next change makes it due again. */
  async giveUp(eventId: string, guildId: string, since: Date, lastError: string): Promise<void> {
    await this.mirrors.updateOne(
      { event_id: eventId, guild_id: guildId, sync_state: 'pending', next_attempt_at: { $lte: since } },
      { $set: { sync_state: 'failed', last_error: lastError, updated_at: new Date() } },
    );
  }

  async exists(eventId: string, guildId: string): Promise<boolean> {
    return (await this.mirrors.exists({ event_id: eventId, guild_id: guildId })) !== null;
  }
}
