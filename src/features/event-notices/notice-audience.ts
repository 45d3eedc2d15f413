import { Injectable } from '@nestjs/common';
import { EventsService } from '../events/events.service.js';
import type { EventWithRoster } from '../events/rules/event-record.js';
import { GuildsService } from '../guilds/guilds.service.js';
import type { Guild } from '../guilds/rules/guild.js';
import type { User } from '../users/rules/user.js';
import { UsersService } from '../users/users.service.js';
import { deliveriesOf, fallbacksOf, type NewDelivery } from './rules/delivery.js';
import { concerned, isStillTrue, type Notice } from './rules/notice.js';

/** Finds the channels and people that a notice goes to; none when it is not true any more. */
@Injectable()
export class NoticeAudience {
  constructor(
    private readonly events: EventsService,
    private readonly guilds: GuildsService,
    private readonly users: UsersService,
  ) {}

  async deliveriesOf(notice: Notice): Promise<NewDelivery[]> {
    const event = await this.eventOf(notice);
    if (event === null) return [];
    const people = await this.people(concerned(notice, event));
    return deliveriesOf(notice, event, await this.serversOf(event), people, new Date());
  }

  /** @param userIds those whom no direct message reached */
  async fallbacksOf(notice: Notice, userIds: readonly string[]): Promise<NewDelivery[]> {
    const event = await this.eventOf(notice);
    if (event === null) return [];
    return fallbacksOf(notice, event, await this.serversOf(event), await this.people(userIds));
  }

  private async eventOf(notice: Notice): Promise<EventWithRoster | null> {
    const event = await this.events.findWithRoster(notice.event_id);
    return event !== null && isStillTrue(notice, event, new Date()) ? event : null;
  }

  private async serversOf({ org_id }: EventWithRoster): Promise<Guild[]> {
    return this.guilds.ofOrganization(org_id);
  }

  private async people(userIds: readonly string[]): Promise<User[]> {
    return [...(await this.users.findAll(userIds)).values()];
  }
}
