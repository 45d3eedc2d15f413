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
import { ChannelAccess } from './channel-access.js';
import {
  type ClaimedMapping,
  ChannelMappingsRepository,
  type EventOnServer,
} from './channel-mappings.repository.js';
import { beingChanged, EventChannels } from './event-channels.service.js';

/** Brings an event's channels on one server in step with the event. The one piece of code behind making, admitting, archiving and deleting. */
@Injectable()
export class ChannelJobsService {
  constructor(
    private readonly mappings: ChannelMappingsRepository,
    private readonly channels: EventChannels,
    private readonly access: ChannelAccess,
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
    if (mapping === null) throw beingChanged();
    try {
      await this.requireAllowed(guild_id);
      await whileClaimed(
        () => this.mappings.renew(mapping),
        () => this.bring(mapping, isOn ? event : null, guild),
      );
      await this.mappings.saveError(mapping, null);
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
    const overwrites = await this.access.overwrites(
      mapping,
      event ?? (await this.events.findWithRoster(mapping.event_id)),
      event === null,
    );
    if (event !== null && guild !== null) await this.channels.open(mapping, event, guild, overwrites);
    else await this.channels.close(mapping, overwrites, guild?.channel_retention_days ?? null);
  }

  /** @throws PermanentFailure what is known to be refused, without asking Discord again */
  private async requireAllowed(guildId: string): Promise<void> {
    const open = await this.faults.openOn(guildId);
    const fault = open.find(({ capability, explained }) => capability === 'channels' && explained);
    if (fault !== undefined) throw new PermanentFailure(fault.message);
  }

  /** Tells the organizer what a person on the server has to mend. @returns what it means for the job */
  private async judge(
    error: unknown,
    { event_id, guild_id }: ClaimedMapping,
    guild: Guild | null,
  ): Promise<unknown> {
    if (!(error instanceof DiscordFailure)) return error;
    const { treatment, message } = error;
    await this.mappings.saveError({ event_id, guild_id }, message);
    const where = { guild_id, channel_id: null, message };
    if (guild !== null && treatment === 'forbidden')
      await this.faults.report(guild, { ...where, capability: 'channels', kind: 'permission' });
    if (guild !== null && treatment === 'capacity')
      await this.faults.report(guild, { ...where, capability: 'more_channels', kind: 'full' });
    return outcomeOf(error);
  }
}
