import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { CLAIMED_NOW, GIVEN_BACK, UNCLAIMED } from '../../infra/claims.js';
import { withId } from '../../infra/with-id.js';
import { RetryLater } from '../../queue/rules/outcome.js';
import { CHANNEL_MAPPING_MODEL, type ChannelMappingDocument } from './channel-mappings.schema.js';
import type { ChannelMapping } from './rules/event-channels.js';

/** Which ones. */
export interface EventOnServer {
  readonly event_id: string;
  readonly guild_id: string;
}

/** An event's channels that one process alone works on. */
export interface ClaimedMapping extends ChannelMapping {
  readonly token: string;
}

/** How soon to look again while another process works on the channels. */
const TURN_MS = 1_000;
/** The fields that say which. */
const WHICH = { _id: 0, event_id: 1, guild_id: 1 } as const;

/** What channels were made for which event (`discord_channel_mappings`). */
@Injectable()
export class ChannelMappingsRepository {
  constructor(@InjectModel(CHANNEL_MAPPING_MODEL) private readonly mappings: Model<ChannelMappingDocument>) {}

  /** Writes down what staff chose. */
  async choose(which: EventOnServer, orgId: string, wanted: boolean): Promise<void> {
    const { wanted: _wanted, ...fresh } = freshFields(orgId);
    await this.mappings.updateOne(
      { event_id: which.event_id, guild_id: which.guild_id },
      { $set: { wanted }, $setOnInsert: fresh },
      { upsert: true },
    );
  }

  /** Takes an event's channels for this process alone. @throws RetryLater while another one has them */
  async claim({ event_id, guild_id }: EventOnServer, orgId: string): Promise<ClaimedMapping> {
    const token = uuidv7();
    const fresh = { $setOnInsert: freshFields(orgId) };
    await this.mappings.updateOne({ event_id, guild_id }, fresh, { upsert: true });
    const document = await this.mappings
      .findOneAndUpdate(
        { event_id, guild_id, ...UNCLAIMED },
        { $set: { claimed_by: token }, ...CLAIMED_NOW },
        { returnDocument: 'after' },
      )
      .lean();
    if (document === null) throw beingChanged();
    return { ...withId(document), token };
  }

  /** Keeps a claim. */
  async renew({ id, token }: ClaimedMapping): Promise<void> {
    await this.mappings.updateOne({ _id: id, claimed_by: token }, CLAIMED_NOW);
  }

  /** @throws RetryLater when another process has them by now, and nothing was saved */
  async save(
    { id, token }: ClaimedMapping,
    changes: Partial<Omit<ChannelMapping, 'id' | 'present'>>,
  ): Promise<void> {
    const change = { $set: changes, ...CLAIMED_NOW };
    const { matchedCount } = await this.mappings.updateOne({ _id: id, claimed_by: token }, change);
    if (matchedCount === 0) throw beingChanged();
  }

  /** Gives a claim back. */
  async release({ id, token }: ClaimedMapping): Promise<void> {
    await this.mappings.updateOne({ _id: id, claimed_by: token }, { $set: GIVEN_BACK });
  }

  /** What is in the way, in words; `null` when nothing is any more. */
  async saveError({ event_id, guild_id }: EventOnServer, reason: string | null): Promise<void> {
    await this.mappings.updateOne({ event_id, guild_id }, { $set: { last_error: reason } });
  }

  async find({ event_id, guild_id }: EventOnServer): Promise<ChannelMapping | null> {
    const document = await this.mappings.findOne({ event_id, guild_id }).lean();
    return document && withId(document);
  }

  /** What was made on some servers, oldest first. @param guildIds `null` for all */
  async list(
    guildIds: readonly string[] | null,
    after: string | null,
    limit: number,
  ): Promise<ChannelMapping[]> {
    const documents = await this.mappings
      .find({
        ...(guildIds !== null && { guild_id: { $in: [...guildIds] } }),
        ...(after !== null && { _id: { $gt: after } }),
      })
      .sort({ _id: 1 })
      .limit(limit)
      .lean();
    return documents.map(withId);
  }

  async listOfEvent(eventId: string, guildIds: readonly string[]): Promise<ChannelMapping[]> {
    const documents = await this.mappings
      .find({ event_id: eventId, guild_id: { $in: [...guildIds] } })
      .lean();
    return documents.map(withId);
  }

  /** The events for which something stands in the way on a server. */
  async listRefused(guildId: string): Promise<EventOnServer[]> {
    return this.mappings
      .find({ guild_id: guildId, last_error: { $ne: null }, state: { $ne: 'deleted' } }, WHICH)
      .lean();
  }

  /** What time alone brings about by now. */
  async listDue(now: Date, limit: number): Promise<ChannelMapping[]> {
    const due = this.mappings
      .find({ due_at: { $lte: now, $type: 'date' } })
      .sort({ due_at: 1 })
      .limit(limit);
    return (await due.lean()).map(withId);
  }

  /** The event of a channel of ours. */
  async findEvent(channelId: string): Promise<string | null> {
    const found = await this.mappings.findOne({ 'channels.channel_id': channelId }, { event_id: 1 }).lean();
    return found?.event_id ?? null;
  }

  /** Somebody entered a voice channel of ours, or one that may be: people can be faster than Discord's answer to its making. */
  async enter(guildId: string, channelId: string, discordId: string): Promise<void> {
    const enter = { $addToSet: { present: { channel_id: channelId, discord_id: discordId } } };
    const { matchedCount } = await this.mappings.updateOne({ 'channels.channel_id': channelId }, enter);
    if (matchedCount > 0) return;
    await this.mappings.updateMany(
      {
        guild_id: guildId,
        state: { $in: ['pending', 'open'] },
        channels: { $elemMatch: { channel_id: null } },
      },
      enter,
    );
  }

  /** The threads into which somebody was let. */
  async listAdmitting(discordId: string): Promise<EventOnServer[]> {
    return this.mappings.find({ 'channels.member_ids': discordId }, WHICH).lean();
  }

  /** Somebody is in an event's thread no more. */
  async forgetMember({ event_id, guild_id }: EventOnServer, discordId: string): Promise<void> {
    await this.mappings.updateOne(
      { event_id, guild_id },
      { $pull: { 'channels.$[thread].member_ids': discordId } },
      { arrayFilters: [{ 'thread.kind': 'thread' }] },
    );
  }

  /** Somebody left a channel. */
  async leave(channelId: string, discordId: string): Promise<void> {
    await this.mappings.updateMany(
      { 'present.discord_id': discordId },
      { $pull: { present: { channel_id: channelId, discord_id: discordId } } },
    );
  }

  /** Who is in the voice channels of a server, as its gateway knows. */
  async setPresent(guildId: string, present: ChannelMapping['present']): Promise<void> {
    for (const { _id, channels } of await this.mappings
      .find({ guild_id: guildId, state: { $ne: 'deleted' } }, { channels: 1 })
      .lean()) {
      const ids = channels.map(({ channel_id }) => channel_id);
      const isFinished = !ids.includes(null);
      const here = present.filter(({ channel_id }) => !isFinished || ids.includes(channel_id));
      await this.mappings.updateOne({ _id }, { $set: { present: here } });
    }
  }

  /** The events in whose voice channels somebody is. */
  async listPresenceOf(discordId: string): Promise<Pick<ChannelMapping, 'event_id' | 'guild_id'>[]> {
    return this.mappings
      .find({ 'present.discord_id': discordId }, { _id: 0, event_id: 1, guild_id: 1 })
      .lean();
  }

  async removePresence(discordId: string): Promise<void> {
    await this.mappings.updateMany(
      { 'present.discord_id': discordId },
      { $pull: { present: { discord_id: discordId } } },
    );
  }
}

/** Another process works on the channels. */
const beingChanged = (): RetryLater => new RetryLater('Another process has these channels.', TURN_MS, false);

function freshFields(orgId: string) {
  return {
    _id: uuidv7(),
    org_id: orgId,
    wanted: null,
    state: 'pending' as const,
    channels: [],
    present: [],
    last_error: null,
    archived_at: null,
    due_at: null,
    delete_at: null,
    created_at: new Date(),
  };
}
