import { Injectable } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { ChannelsApi } from '../../discord-api/channels.api.js';
import { textsIn } from '../../languages/languages.js';
import type { EventWithRoster } from '../events/rules/event-record.js';
import type { Guild } from '../guilds/rules/guild.js';
import { ChannelAccess } from './channel-access.js';
import { ChannelMappingsRepository, type ClaimedMapping } from './channel-mappings.repository.js';
import {
  CHANNEL_TYPE,
  foundAgain,
  layoutOf,
  mergedOverwrites,
  plannedChannels,
  retentionOf,
  sameOverwrites,
  type ChannelMapping,
  type FoundChannel,
  type MadeChannel,
  type Overwrite,
  type PlannedChannel,
} from './rules/event-channels.js';

/** What Discord's audit log says of each change. */
export const CHANGE_REASON = 'VerseLink: channels of an event';
/** How soon to look again whether people have left a voice channel. */
const EMPTIED_MS = 60_000;

/**
 * Makes an event's channels on one server, and puts them away. Every method throws `DiscordFailure`, or `RetryLater` when another process
 * has them by now; running it twice is harmless.
 */
@Injectable()
export class EventChannels {
  constructor(
    private readonly mappings: ChannelMappingsRepository,
    private readonly access: ChannelAccess,
    private readonly discord: ChannelsApi,
  ) {}

  /** Makes what is missing, and lets exactly those in who are to be. One that was deleted by hand stays away. */
  async open(mapping: ClaimedMapping, event: EventWithRoster, guild: Guild): Promise<void> {
    const overwrites = await this.access.overwrites(mapping, event, false);
    const { text, voice } = textsIn(guild.locale).eventChannels;
    const there = await this.discord.list(guild.guild_id);
    let { channels } = mapping;
    const fresh: string[] = [];
    const layout = (layoutOf(channels) ?? guild.channel_layout) === 'text' ? 'text' : 'category';
    for (const planned of plannedChannels(event, layout, { text, voice })) {
      const known = channels.find(({ key }) => key === planned.key);
      if (known?.channel_id) {
        await this.admit(there, known.channel_id, overwrites);
        continue;
      }
      const parentId = planned.kind === 'category' ? null : categoryOf(channels, there, fresh);
      const made = await this.make({ mapping, channels, there }, known ?? planned, parentId, overwrites);
      channels = [...channels.filter(({ key }) => key !== made.key), made];
      if (made.channel_id !== null) fresh.push(made.channel_id);
      await this.mappings.save(mapping, { channels, state: 'open' });
    }
  }

  /**
   * Lets people read and no more, deletes voice channels that are empty, and all of it when its time has come.
   * @param keptDays how long channels stay after the event; `null` for ever
   */
  async close(
    mapping: ClaimedMapping,
    event: EventWithRoster | null,
    keptDays: number | null,
  ): Promise<void> {
    const overwrites = await this.access.overwrites(mapping, event, true);
    const there = await this.discord.list(mapping.guild_id);
    const channels = withFound(mapping.channels, there);
    const { archivedAt, deleteAt, isTime } = retentionOf(mapping, keptDays);
    const left: MadeChannel[] = [];
    // The category goes last, so that none of its channels is left behind.
    for (const channel of [...channels].sort(
      (a, b) => Number(a.kind === 'category') - Number(b.kind === 'category'),
    )) {
      if (channel.channel_id === null || !there.some(({ id }) => id === channel.channel_id)) continue;
      const isFree = channel.kind === 'category' ? left.length === 0 : isEmpty(mapping, channel.channel_id);
      const goes = (isTime || channel.kind === 'voice') && isFree;
      if (goes) await this.remove(channel.channel_id);
      else {
        await this.admit(there, channel.channel_id, overwrites);
        left.push(channel);
      }
    }
    const waits = left.some(({ kind }) => kind === 'voice');
    await this.mappings.save(mapping, {
      channels: left,
      state: left.length === 0 ? 'deleted' : 'archived',
      archived_at: archivedAt,
      delete_at: deleteAt,
      due_at: left.length === 0 ? null : waits || isTime ? new Date(Date.now() + EMPTIED_MS) : deleteAt,
    });
  }

  /** What is tried is written down first, so that a create whose answer is lost is found again and not repeated. */
  private async make(
    {
      mapping,
      channels,
      there,
    }: {
      readonly mapping: ClaimedMapping;
      readonly channels: readonly MadeChannel[];
      readonly there: readonly FoundChannel[];
    },
    wanted: PlannedChannel | MadeChannel,
    parentId: string | null,
    overwrites: readonly Overwrite[],
  ): Promise<MadeChannel> {
    const { key, kind, name } = wanted;
    if ('known_ids' in wanted) {
      const found = foundAgain(wanted, parentId, there);
      if (found !== undefined) {
        await this.admit(there, found.id, overwrites);
        return { ...wanted, channel_id: found.id };
      }
    }
    const known = 'known_ids' in wanted ? wanted.known_ids : there.map(({ id }) => id);
    const trying: MadeChannel = { key, kind, name, channel_id: null, known_ids: known };
    const others = channels.filter((channel) => channel.key !== key);
    await this.mappings.save(mapping, { channels: [...others, trying] });
    try {
      const channel = { name, type: CHANNEL_TYPE[kind], parent_id: parentId, overwrites };
      const id = await this.discord.create(mapping.guild_id, channel, CHANGE_REASON);
      return { ...trying, channel_id: id, known_ids: [] };
    } catch (error) {
      if (error instanceof DiscordFailure && !error.outcomeUnknown)
        await this.mappings.save(mapping, { channels: others });
      throw error;
    }
  }

  private async admit(
    there: readonly FoundChannel[],
    channelId: string,
    overwrites: readonly Overwrite[],
  ): Promise<void> {
    const channel = there.find(({ id }) => id === channelId);
    if (channel === undefined) return;
    const wanted = mergedOverwrites(overwrites, channel.overwrites);
    if (!sameOverwrites(wanted, channel.overwrites))
      await this.discord.setOverwrites(channelId, wanted, CHANGE_REASON);
  }

  private async remove(channelId: string): Promise<void> {
    try {
      await this.discord.delete(channelId, CHANGE_REASON);
    } catch (error) {
      if (!(error instanceof DiscordFailure) || error.treatment !== 'gone') throw error;
    }
  }
}

/** The category, unless somebody deleted it. */
function categoryOf(
  channels: readonly MadeChannel[],
  there: readonly FoundChannel[],
  fresh: readonly string[],
): string | null {
  const id = channels.find(({ kind }) => kind === 'category')?.channel_id ?? null;
  return id !== null && (fresh.includes(id) || there.some((channel) => channel.id === id)) ? id : null;
}

/** With the ids of those whose making was not heard of. */
function withFound(channels: readonly MadeChannel[], there: readonly FoundChannel[]): MadeChannel[] {
  const category = channels.find(({ kind }) => kind === 'category');
  const parentId = category && (category.channel_id ?? foundAgain(category, null, there)?.id ?? null);
  return channels.map((channel) => {
    if (channel.channel_id !== null) return channel;
    const found = foundAgain(channel, channel.kind === 'category' ? null : (parentId ?? null), there);
    return { ...channel, channel_id: found?.id ?? null };
  });
}

function isEmpty({ present }: ChannelMapping, channelId: string): boolean {
  return !present.some(({ channel_id }) => channel_id === channelId);
}
