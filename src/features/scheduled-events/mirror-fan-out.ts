import { Injectable, Logger } from '@nestjs/common';
import { LiveNews } from '../../infra/live-news.js';
import type { TriggerPayload } from '../../queue/catalogue.js';
import { HandlesTrigger } from '../../queue/handles.js';
import { EventEffects } from '../events/event-effects.js';
import { EventsService } from '../events/events.service.js';
import type { EventRecord } from '../events/rules/event-record.js';
import { GuildsService } from '../guilds/guilds.service.js';
import type { DirtyGuild, Guild } from '../guilds/rules/guild.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { MirrorJobs } from './mirror-jobs.js';

/** What was made due. */
export interface FanOut {
  readonly guild_ids: string[];
  readonly jobs_queued: number;
}

/** How many events, servers and mirrors one sweep takes; what remains is for the next. */
const BATCH = 500;

/** Makes mirrors due for what has changed. Running it twice is harmless. */
@Injectable()
export class MirrorFanOut {
  private readonly logger = new Logger(MirrorFanOut.name);

  constructor(
    private readonly effects: EventEffects,
    private readonly events: EventsService,
    private readonly guilds: GuildsService,
    private readonly mirrors: DiscordEventsRepository,
    private readonly jobs: MirrorJobs,
    private readonly news: LiveNews,
  ) {}

  /** Follows a change of an event, on every server of its organization. */
  @HandlesTrigger('mirror_event')
  async eventChanged({ event_id }: TriggerPayload<'mirror_event'>): Promise<void> {
    await this.followEvent(event_id);
  }

  /**
   * Makes an event's mirrors due on every server of its organization.
   * @param only these servers; all of the organization's when not given
   */
  async followEvent(eventId: string, only?: readonly string[]): Promise<FanOut> {
    const change = await this.effects.read(eventId);
    if (change === null) return { guild_ids: [], jobs_queued: 0 };
    const { event } = change;
    // Discord's limits make its part the longest, so that begins first.
    const [made] = await Promise.all([this.makeDue(event, only), this.effects.announce(change)]);
    if (only === undefined) await this.effects.settle(event);
    return made;
  }

  private async makeDue(event: EventRecord, only: readonly string[] | undefined): Promise<FanOut> {
    const guilds = event.state === 'draft' ? [] : await this.guilds.ofOrganization(event.org_id);
    const guildIds = guilds
      .filter(({ guild_id, sync_enabled }) => sync_enabled && only?.includes(guild_id) !== false)
      .map(({ guild_id }) => guild_id);
    const due = await this.mirrors.markDue(event.id, guildIds, event.shown);
    const jobs = await this.jobs.enqueue(due);
    return { guild_ids: due.map(({ guild_id }) => guild_id), jobs_queued: jobs.length };
  }

  /**
   * Follows a change of a server's registration: shows every current event of its organization there and none of another
   * one, or takes all of them away.
   */
  @HandlesTrigger('mirror_guild')
  async followGuild({ guild_id: guildId }: TriggerPayload<'mirror_guild'>): Promise<void> {
    const dirty = await this.guilds.findDirty(guildId);
    if (dirty === null) return;
    this.news.tell(`guild:${guildId}`);
    if (dirty.removed) await this.takeAway(dirty);
    else await this.show(dirty);
  }

  /** Finds every event, server and mirror whose trigger was lost. One that fails does not hold up the others. */
  @HandlesTrigger('sweep_mirrors')
  async sweep(): Promise<void> {
    for (const { guild } of await this.guilds.listDirty(BATCH))
      await this.attempt({ guild_id: guild.guild_id }, () => this.followGuild(guild));
    for (const id of await this.effects.listDue(BATCH))
      await this.attempt({ event_id: id }, () => this.followEvent(id));
    await this.jobs.enqueue(await this.mirrors.listDue(new Date(), BATCH));
  }

  private async attempt(of: Readonly<Record<string, string>>, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error({ err: error, ...of }, 'Mirrors could not be made due; the next sweep tries again');
    }
  }

  private async show(dirty: DirtyGuild): Promise<void> {
    const { guild } = dirty;
    await this.takeAwayForeign(guild);
    await this.mirrors.markGuildBack(guild.guild_id);
    await this.mirrors.retryFailed(guild.guild_id);
    const eventIds = await this.events.listCurrentIds(guild.org_id);
    for (const eventId of eventIds) await this.followEvent(eventId, [guild.guild_id]);
    await this.jobs.enqueue(await this.mirrors.markDueAgain(guild.guild_id, eventIds));
    await this.guilds.settle(dirty);
  }

  /** What an organization showed that has lost the server to another one. */
  private async takeAwayForeign({ guild_id, org_id }: Guild): Promise<void> {
    const shown = (await this.mirrors.listByGuild(guild_id)).map(({ event_id }) => event_id);
    for (const eventId of await this.events.listForeignIds(shown, org_id)) {
      await this.jobs.enqueue(await this.mirrors.markAbsent(eventId, [guild_id]));
    }
  }

  private async takeAway(dirty: DirtyGuild): Promise<void> {
    const { guild_id } = dirty.guild;
    await this.mirrors.markGuildAbsent(guild_id);
    await this.guilds.settle(dirty);
    await this.jobs.enqueue(await this.mirrors.listByGuild(guild_id));
  }
}
