import { Injectable } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { whileClaimed } from '../../infra/claims.js';
import type { JobPayload } from '../../queue/catalogue.js';
import { GivesUpJob, HandlesJob, type JobResult } from '../../queue/handles.js';
import type { Job } from '../../queue/rules/job.js';
import { outcomeOf, PermanentFailure } from '../../queue/rules/outcome.js';
import { EventsService } from '../events/events.service.js';
import type { EventWithRoster } from '../events/rules/event-record.js';
import { isOpen } from '../events/rules/transitions.js';
import { GuildsService } from '../guilds/guilds.service.js';
import type { Guild } from '../guilds/rules/guild.js';
import { ServerFaultsService } from '../guilds/server-faults.service.js';
import {
  type ClaimedMapping,
  ChannelMappingsRepository,
  type EventOnServer,
} from './channel-mappings.repository.js';
import { EventChannels } from './event-channels.service.js';
import { EventThread } from './event-thread.service.js';
import { layoutOf } from './rules/event-channels.js';

/** What Discord may refuse, by how an event's channels are laid out. */
const NEEDS = {
  channels: { capability: 'channels', more: 'more_channels' },
  thread: { capability: 'threads', more: 'more_threads' },
} as const;

/** Brings an event's channels on one server in step with the event. The one piece of code behind making, admitting, archiving and deleting. */
@Injectable()
export class ChannelJobsService {
  constructor(
    private readonly mappings: ChannelMappingsRepository,
    private readonly channels: EventChannels,
    private readonly thread: EventThread,
    private readonly events: EventsService,
    private readonly guilds: GuildsService,
    private readonly faults: ServerFaultsService,
  ) {}

  /** @throws RetryLater not now, try again · PermanentFailure a person has to mend something */
  @HandlesJob('create_channels', 'archive_channels')
  async match({
    event_id,
    guild_id,
  }: JobPayload<'create_channels' | 'archive_channels'>): Promise<JobResult> {
    const event = await this.events.findWithRoster(event_id);
    const guild = await this.guilds.find(guild_id);
    const known = await this.mappings.find({ event_id, guild_id });
    const isOn = event !== null && event.org_id === guild?.org_id && isOpen(event.state);
    const isWanted = known?.wanted ?? guild?.auto_create_channels ?? false;
    if (known === null ? !isOn || !isWanted : known.channels.length === 0 && !(isOn && isWanted))
      return { skipped: 'no channels' };
    const mapping = await this.mappings.claim({ event_id, guild_id }, event?.org_id ?? '');
    try {
      await this.requireAllowed(mapping, guild);
      await whileClaimed(
        () => this.mappings.renew(mapping),
        () => this.bring(mapping, isOn ? event : null, guild),
      );
      await this.succeeded(mapping, guild);
      return { event_id, guild_id };
    } catch (error) {
      throw await this.judge(error, mapping, guild);
    } finally {
      await this.mappings.release(mapping);
    }
  }

  /** The reason stands with the channels; a change of the event, or a retry, sets them going again. */
  @GivesUpJob('create_channels', 'archive_channels')
  async giveUp(which: EventOnServer, _job: Job, reason: string): Promise<void> {
    await this.mappings.saveError(which, reason);
  }

  private async bring(
    mapping: ClaimedMapping,
    event: EventWithRoster | null,
    guild: Guild | null,
  ): Promise<void> {
    const form = isThread(mapping, guild) ? this.thread : this.channels;
    if (event !== null && guild !== null) return form.open(mapping, event, guild);
    const closed = event ?? (await this.events.findWithRoster(mapping.event_id));
    return form.close(mapping, closed, guild?.channel_retention_days ?? null);
  }

  /** @throws PermanentFailure what is known to be refused, without asking Discord again */
  private async requireAllowed(mapping: ClaimedMapping, guild: Guild | null): Promise<void> {
    const needs = needsOf(mapping, guild);
    const open = await this.faults.openOn(mapping.guild_id);
    const fault = open.find(
      ({ capability, channel_id, explained }) =>
        capability === needs.capability && channel_id === needs.channel_id && explained,
    );
    if (fault !== undefined) throw new PermanentFailure(fault.message);
  }

  /** What was refused before is allowed again. */
  private async succeeded(mapping: ClaimedMapping, guild: Guild | null): Promise<void> {
    if (mapping.last_error === null) return;
    await this.mappings.saveError(mapping, null);
    if (guild !== null) await this.faults.succeeded(guild, [needsOf(mapping, guild).capability]);
  }

  /** Tells the organizer what a person on the server has to mend; what is refused stands with the channels. @returns what it means for the job */
  private async judge(error: unknown, mapping: ClaimedMapping, guild: Guild | null): Promise<unknown> {
    const isRefusal = error instanceof DiscordFailure;
    if (isRefusal && guild !== null) await this.report(error, mapping, guild);
    if (isRefusal || error instanceof PermanentFailure) await this.mappings.saveError(mapping, error.message);
    return isRefusal ? outcomeOf(error) : error;
  }

  private async report(
    { treatment, message }: DiscordFailure,
    mapping: ClaimedMapping,
    guild: Guild,
  ): Promise<void> {
    const { guild_id } = guild;
    const { capability, more, channel_id } = needsOf(mapping, guild);
    if (treatment === 'forbidden')
      await this.faults.report(guild, { guild_id, channel_id, message, capability, kind: 'permission' });
    if (treatment === 'capacity')
      await this.faults.report(guild, {
        guild_id,
        channel_id: null,
        message,
        capability: more,
        kind: 'full',
      });
  }
}

/** What was begun counts; before that, the server's setting. */
function isThread({ channels }: ClaimedMapping, guild: Guild | null): boolean {
  return (layoutOf(channels) ?? guild?.channel_layout) === 'thread';
}

function needsOf(mapping: ClaimedMapping, guild: Guild | null) {
  return isThread(mapping, guild)
    ? { ...NEEDS.thread, channel_id: guild?.event_channel_id ?? null }
    : { ...NEEDS.channels, channel_id: null };
}
