import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { conflict, notFound } from '../../common/errors.js';
import { nonceOf } from '../../common/nonce.js';
import { DirectMessagesApi } from '../../discord-api/direct-messages.api.js';
import { ScheduledEventsApi } from '../../discord-api/scheduled-events.api.js';
import { textsIn } from '../../languages/languages.js';
import { EventsService } from '../events/events.service.js';
import type { EventRecord } from '../events/rules/event-record.js';
import { GuildsService } from '../guilds/guilds.service.js';
import { OrgMembersService } from '../organizations/org-members.service.js';
import { UsersService } from '../users/users.service.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { eventOf } from './rules/adoption.js';
import type { Mirror } from './rules/mirror.js';
import { DISCORD_STATUS, type FoundScheduledEvent } from './rules/scheduled-event.js';

/** Makes events of the scheduled events that people made on Discord. */
@Injectable()
export class AdoptionService {
  constructor(
    private readonly api: ScheduledEventsApi,
    private readonly guilds: GuildsService,
    private readonly events: EventsService,
    private readonly mirrors: DiscordEventsRepository,
  ) {}

  /**
   * Makes an event of a scheduled event, which becomes its mirror on that server. Doing it twice makes one event.
   * @throws not_found without such a server or scheduled event; forbidden for others than the organization's staff
   * @throws conflict `not_adoptable` for one that has begun, is over, or comes again and again; invalid as `EventsService.create`
   * @throws DiscordFailure
   */
  async adopt(actor: Actor, guildId: string, discordEventId: string): Promise<EventRecord> {
    const guild = await this.guilds.find(guildId);
    if (guild === null) throw notFound('guild');
    // Before anything is said of the server.
    await this.events.requireStaff(actor, guild.org_id);
    const known = await this.mirrors.findByDiscordEvent(discordEventId);
    if (known !== null) return this.publish(actor, known);
    const found = await this.api.find(guildId, discordEventId);
    if (found === null) throw notFound('scheduled_event');
    requireAdoptable(found);
    const draft = await this.events.create(actor, { ...eventOf(found, guild.org_id), state: 'draft' });
    const kept = await this.mirrors.adopt(draft.id, found);
    if (kept.event_id !== draft.id) await this.events.remove(actor, draft.id);
    return this.publish(actor, kept);
  }

  /** The draft is published once its mirror is known, so that no second scheduled event is made. */
  private async publish(actor: Actor, { event_id }: Mirror): Promise<EventRecord> {
    const event = await this.events.readToChange(actor, event_id);
    return event.state === 'draft' ? this.events.changeState(actor, event_id, 'publish') : event;
  }
}

function requireAdoptable({ status, recurring }: FoundScheduledEvent): void {
  if (status !== DISCORD_STATUS.scheduled)
    throw conflict('not_adoptable', 'Only a scheduled event that is still to come can become an event.');
  if (recurring)
    throw conflict('not_adoptable', 'A scheduled event that comes again and again cannot become one event.');
}

/** Asks people who make scheduled events on Discord whether they are to become events. */
@Injectable()
export class AdoptionOffers {
  private readonly logger = new Logger('Notices');

  constructor(
    private readonly guilds: GuildsService,
    private readonly members: OrgMembersService,
    private readonly users: UsersService,
    private readonly direct: DirectMessagesApi,
    private readonly mirrors: DiscordEventsRepository,
  ) {}

  /** Asks the person who made it, once, if they may make events of the server's organization. */
  async offer({ id, guild_id, creator_id, fields }: FoundScheduledEvent): Promise<void> {
    const guild = await this.guilds.find(guild_id);
    const user = creator_id === null ? null : await this.users.findByDiscordId(creator_id);
    if (guild === null || user === null || (await this.mirrors.findByDiscordEvent(id)) !== null) return;
    const role = await this.members.roleOf(guild.org_id, user.id);
    if (role !== 'admin' && role !== 'staff') return;
    const content = textsIn(user.locale).serverNotices.adopt(guild.guild_name, fields.name);
    try {
      await this.direct.send(user.discord_id, { content, fields: [] }, nonceOf('adoption', id));
    } catch (error) {
      this.logger.warn({ err: error, guild_id }, 'Somebody could not be asked about their scheduled event');
    }
  }
}
