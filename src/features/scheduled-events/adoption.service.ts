import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Actor } from '../../common/actor.js';
import { DiscordFailure } from '../../common/discord-failure.js';
import { conflict, hiddenAs, notFound } from '../../common/errors.js';
import { madeAt } from '../../common/snowflake.js';
import { nonceOf } from '../../common/nonce.js';
import { SNOWFLAKE } from '../../common/snowflake.js';
import { foldText } from '../../common/text.js';
import { DirectMessagesApi } from '../../discord-api/direct-messages.api.js';
import { ScheduledEventsApi } from '../../discord-api/scheduled-events.api.js';
import { textsIn } from '../../languages/languages.js';
import { EventsService } from '../events/events.service.js';
import type { EventRecord } from '../events/rules/event-record.js';
import { GuildsService } from '../guilds/guilds.service.js';
import type { Guild } from '../guilds/rules/guild.js';
import { OrgMembersService } from '../organizations/org-members.service.js';
import type { User } from '../users/rules/user.js';
import { UsersService } from '../users/users.service.js';
import { AdoptionOffersRepository } from './adoption-offers.repository.js';
import { AdoptedMirrorsRepository } from './adopted-mirrors.repository.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { MirrorJobs } from './mirror-jobs.js';
import { eventOf, formatAdoptionId } from './rules/adoption.js';
import type { Mirror } from './rules/mirror.js';
import { DISCORD_STATUS, type FoundScheduledEvent } from './rules/scheduled-event.js';

/** What is offered while somebody types is asked of Discord once. */
const KEPT = { max: 500, ttl: 5_000 };

/** Makes events of the scheduled events that people made on Discord. */
@Injectable()
export class AdoptionService {
  private readonly made = new LRUCache<string, FoundScheduledEvent[]>({
    ...KEPT,
    fetchMethod: (guildId) => this.api.listOthers(guildId),
  });

  constructor(
    private readonly api: ScheduledEventsApi,
    private readonly guilds: GuildsService,
    private readonly events: EventsService,
    private readonly mirrors: DiscordEventsRepository,
    private readonly adopted: AdoptedMirrorsRepository,
    private readonly jobs: MirrorJobs,
  ) {}

  /**
   * Makes an event of a scheduled event, which becomes its mirror on that server; of one that comes again and again, an event of its next
   * occurrence. Doing it twice makes one event.
   * @param named its id, or a part of its name, as typed
   * @throws not_found without such a server or scheduled event; forbidden for others than the organization's staff
   * @throws conflict `not_adoptable` for one that has begun or is over; invalid as `EventsService.create`
   * @throws DiscordFailure
   */
  async adopt(actor: Actor, guildId: string, named: string): Promise<EventRecord> {
    const guild = await this.guilds.find(guildId);
    if (guild === null) throw notFound('guild');
    // Before anything is said of the server.
    await hiddenAs('guild', this.events.requireStaff(actor, guild.org_id));
    const id = SNOWFLAKE.test(named) ? named : (await this.adoptable(guildId, named))[0]?.id;
    if (id === undefined) throw notFound('scheduled_event');
    const known = await this.mirrors.findByDiscordEvent(id);
    if (known !== null) return this.publish(actor, known);
    const found = await this.api.find(guildId, id);
    if (found === null) throw notFound('scheduled_event');
    return this.adoptFound(actor, guild, found);
  }

  /** Scheduled events that people made on a server, and that are still to come. @param word a part of their names @throws DiscordFailure */
  async adoptable(guildId: string, word: string): Promise<FoundScheduledEvent[]> {
    const made = (await this.made.fetch(guildId)) ?? [];
    const wanted = foldText(word);
    return made.filter(
      ({ status, fields }) => status === DISCORD_STATUS.scheduled && foldText(fields.name).includes(wanted),
    );
  }

  /** The next occurrence of a recurring scheduled event of which an earlier one is an event: it becomes one of the same organizer's. */
  async followSeries(found: FoundScheduledEvent): Promise<void> {
    if (!found.recurring || found.status !== DISCORD_STATUS.scheduled) return;
    const last = await this.adopted.findSeries(found.id);
    const guild = last && (await this.guilds.find(found.guild_id));
    const before = last && (await this.events.find(last.event_id));
    if (guild === null || before === null || before.state === 'cancelled') return;
    if (before.start_at_utc >= found.fields.scheduled_start_time) return;
    await this.adoptFound({ user_id: before.created_by, site_admin: false }, guild, found);
  }

  /** Whether a scheduled event, or an occurrence of it, is an event. */
  async isAdopted(discordEventId: string): Promise<boolean> {
    const mirror = await this.mirrors.findByDiscordEvent(discordEventId);
    return mirror !== null || (await this.adopted.findSeries(discordEventId)) !== null;
  }

  /** As `followSeries`, after a time in which the gateway told nothing. @throws DiscordFailure */
  async catchUp(guildId: string, discordEventId: string): Promise<void> {
    if ((await this.adopted.findSeries(discordEventId)) === null) return;
    const found = await this.api.find(guildId, discordEventId);
    if (found !== null) await this.followSeries(found);
  }

  private async adoptFound(
    actor: Actor,
    { org_id }: Guild,
    found: FoundScheduledEvent,
  ): Promise<EventRecord> {
    if (found.status !== DISCORD_STATUS.scheduled)
      throw conflict('not_adoptable', 'Only a scheduled event that is still to come can become an event.');
    const draft = await this.events.create(actor, { ...eventOf(found, org_id), state: 'draft' });
    const kept = found.recurring
      ? await this.adopted.adoptOccurrence(draft.id, found)
      : await this.adopted.adopt(draft.id, found);
    if (kept.event_id !== draft.id) await this.events.remove(actor, draft.id);
    const event = await this.publish(actor, kept);
    // Some are interested already.
    if (kept.discord_event_id !== null) await this.jobs.countAttendees(kept);
    return event;
  }

  /** The draft is published once its mirror is known, so that no second scheduled event is made. */
  private async publish(actor: Actor, { event_id }: Mirror): Promise<EventRecord> {
    const event = await this.events.readToChange(actor, event_id);
    if (event.state !== 'draft') return event;
    try {
      return await this.events.changeState(actor, event_id, 'publish');
    } catch (error) {
      // Another process may have been faster.
      const now = await this.events.readToChange(actor, event_id);
      if (now.state === 'draft') throw error;
      return now;
    }
  }
}

/** What becomes of scheduled events that people make on Discord, as their server's settings say. */
@Injectable()
export class AdoptionOffers {
  private readonly logger = new Logger('Notices');

  constructor(
    private readonly guilds: GuildsService,
    private readonly members: OrgMembersService,
    private readonly users: UsersService,
    private readonly direct: DirectMessagesApi,
    private readonly offers: AdoptionOffersRepository,
    private readonly adoption: AdoptionService,
  ) {}

  /**
   * Makes it an event, or asks the person who made it, once, if they may make events of the server's organization.
   * @throws DiscordFailure while Discord is away; it is offered with the next comparison
   */
  async offer(found: FoundScheduledEvent): Promise<void> {
    const guild = await this.guilds.find(found.guild_id);
    // What is older than the registration was not made with VerseLink in mind.
    if (guild === null || madeAt(found.id) < guild.created_at) return;
    if (guild.adopt_events !== 'never') await this.offerTo(guild, found);
    await this.offers.settle(found);
  }

  /** As `offer`, for scheduled events that are no mirrors, after a time in which the gateway told nothing. @throws DiscordFailure */
  async catchUp(strange: readonly FoundScheduledEvent[]): Promise<void> {
    const planned = strange.filter(({ status }) => status === DISCORD_STATUS.scheduled);
    if (planned.length === 0) return;
    const settled = await this.offers.settledAmong(planned.map(({ id }) => id));
    for (const found of planned) if (!settled.has(found.id)) await this.offer(found);
  }

  /** Discord's id of every server whose scheduled events may become events. */
  everyServer(): AsyncIterable<string> {
    return this.guilds.everyId();
  }

  private async offerTo(guild: Guild, found: FoundScheduledEvent): Promise<void> {
    const user = found.creator_id && (await this.users.findByDiscordId(found.creator_id));
    if (!user || (await this.adoption.isAdopted(found.id))) return;
    const role = await this.members.roleOf(guild.org_id, user.id);
    if (role !== 'admin' && role !== 'staff') return;
    if (guild.adopt_events === 'always' && (await this.adopts(user, found))) return;
    await this.ask(user, guild, found);
  }

  /** @returns whether it did */
  private async adopts(user: User, { guild_id, id }: FoundScheduledEvent): Promise<boolean> {
    try {
      await this.adoption.adopt({ user_id: user.id, site_admin: user.site_admin }, guild_id, id);
      return true;
    } catch (error) {
      this.logger.warn(
        { err: error, guild_id },
        'A scheduled event did not become an event; its maker is asked',
      );
      return false;
    }
  }

  private async ask(user: User, { guild_name, guild_id }: Guild, found: FoundScheduledEvent): Promise<void> {
    const texts = textsIn(user.locale).serverNotices;
    const answerOf = (yes: boolean) => formatAdoptionId({ yes, guildId: guild_id, discordEventId: found.id });
    const question = {
      content: texts.adopt(guild_name, found.fields.name),
      fields: [],
      buttons: [
        { label: texts.adoptYes, custom_id: answerOf(true) },
        { label: texts.adoptNo, custom_id: answerOf(false) },
      ],
    };
    try {
      await this.direct.send(user.discord_id, question, nonceOf('adoption', found.id));
    } catch (error) {
      if (error instanceof DiscordFailure && error.treatment === 'wait') throw error;
      this.logger.warn({ err: error, guild_id }, 'Somebody could not be asked about their scheduled event');
    }
  }
}
