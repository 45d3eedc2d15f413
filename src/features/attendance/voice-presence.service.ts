import { Injectable } from '@nestjs/common';
import { ChannelMappingsService } from '../channel-mappings/channel-mappings.service.js';
import { EventHistory } from '../events/event-history.js';
import { GuildsService } from '../guilds/guilds.service.js';
import { channelsIn, windowOf } from './rules/presence.js';
import { type VoicePresence, VoicePresenceRepository } from './voice-presence.repository.js';

/** Somebody in a voice channel of a server, by Discord's ids. */
export interface InVoice {
  readonly channel_id: string;
  readonly discord_id: string;
}

/** The longest event, and the time before it in which people gather. */
const LONGEST_MS = 86_400_000 + 3_600_000;

/**
 * Follows who is in voice channels. What is kept of it once somebody has left is their time in the channels of events: those made
 * for an event, and those that its location names.
 */
@Injectable()
export class VoicePresenceService {
  constructor(
    private readonly presence: VoicePresenceRepository,
    private readonly guilds: GuildsService,
    private readonly channels: ChannelMappingsService,
    private readonly events: EventHistory,
  ) {}

  /** Somebody on a server is in this channel now; in none when it is `null`. */
  async moved(guildId: string, discordId: string, channelId: string | null): Promise<void> {
    if ((await this.guilds.find(guildId)) === null) return;
    const now = new Date();
    const noted = await this.presence.listPresent(guildId, discordId);
    for (const one of noted) if (one.channel_id !== channelId) await this.end(one, now);
    if (channelId !== null) await this.enter(guildId, { channel_id: channelId, discord_id: discordId }, now);
  }

  /** Who is in voice channels of a server, as the gateway says when it has connected anew. */
  async seenOn(guildId: string, present: readonly InVoice[]): Promise<void> {
    if ((await this.guilds.find(guildId)) === null) return;
    const now = new Date();
    for (const one of await this.presence.listPresent(guildId))
      if (!present.some((other) => isSame(one, other))) await this.end(one, now);
    for (const one of present) await this.enter(guildId, one, now);
  }

  private async enter(guildId: string, { channel_id, discord_id }: InVoice, now: Date): Promise<void> {
    const eventId = await this.channels.eventOf(channel_id);
    await this.presence.enter({ guild_id: guildId, channel_id, discord_id, event_id: eventId }, now);
  }

  private async end(presence: VoicePresence, now: Date): Promise<void> {
    if (!(await this.presence.leave(presence, now))) return;
    if (presence.event_id === null && !(await this.isPlaceOfEvent(presence, now)))
      await this.presence.remove(presence);
  }

  /** Whether an event was held in this channel meanwhile. */
  private async isPlaceOfEvent(
    { guild_id, channel_id, joined_at }: VoicePresence,
    now: Date,
  ): Promise<boolean> {
    const guild = await this.guilds.find(guild_id);
    if (guild === null) return false;
    const from = new Date(joined_at.getTime() - LONGEST_MS);
    const events = await this.events.listBetween(guild.org_id, from, new Date(now.getTime() + LONGEST_MS));
    return events.some((event) => {
      const window = windowOf(event);
      return channelsIn(event.location).includes(channel_id) && window.from < now && window.to > joined_at;
    });
  }
}

function isSame(a: InVoice, b: InVoice): boolean {
  return a.channel_id === b.channel_id && a.discord_id === b.discord_id;
}
