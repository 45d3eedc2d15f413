import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { AuditEntry } from '../audit/rules/audit-entry.js';
import { EventsService } from '../events/events.service.js';
import type { EventWithRoster } from '../events/rules/event-record.js';
import type { RosterEntry } from '../events/rules/roster.js';
import { GuildsService } from '../guilds/guilds.service.js';
import type { Guild } from '../guilds/rules/guild.js';
import type { User } from '../users/rules/user.js';
import { UsersService } from '../users/users.service.js';
import { NoticeDeliveriesRepository } from './notice-deliveries.repository.js';
import { deliveriesOf, fallbacksOf, type NewDelivery, showingServers } from './rules/delivery.js';
import { type NoticeReason, whyTold } from './rules/why-told.js';
import {
  concerned,
  isStillTrue,
  isToldOf,
  type NewNotice,
  type Notice,
  type NoticeForecast,
} from './rules/notice.js';

/** Finds the channels and people that a notice goes to; none when it is not true any more. */
@Injectable()
export class NoticeAudience {
  constructor(
    private readonly events: EventsService,
    private readonly guilds: GuildsService,
    private readonly users: UsersService,
    private readonly deliveries: NoticeDeliveriesRepository,
    private readonly audit: AuditService,
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

  /** How many a notice would reach that is not noted yet. */
  async forecast(fresh: NewNotice, event: EventWithRoster): Promise<NoticeForecast> {
    const { kind } = fresh;
    const userIds = concerned({ ...fresh, stage: 'new', created_at: new Date() }, event);
    const people = await this.people(userIds);
    return { kind, people: userIds.length, direct: people.filter((user) => isToldOf(user, kind)).length };
  }

  /** Why somebody was told something of an event, or was not. */
  async why(event: EventWithRoster, entry: RosterEntry): Promise<NoticeReason[]> {
    const { user_id } = entry;
    const [user, deliveries, guilds] = await Promise.all([
      this.users.find(user_id),
      this.deliveries.listOf(user_id),
      this.serversOf(event),
    ]);
    if (user === null) return [];
    const own = deliveries.filter(({ event_id }) => event_id === event.id);
    return whyTold(event, entry, user, showingServers(event, guilds), own, new Date());
  }

  /** Says in the event's timeline how many a notice goes to. */
  async writeDown(notice: Notice, fresh: readonly NewDelivery[]): Promise<void> {
    await this.audit.add(entriesOf(notice, fresh));
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

/** What an event's timeline says of it; an announcement stands there already, with who wrote it. */
function entriesOf({ id, event_id, kind, created_at }: Notice, fresh: readonly NewDelivery[]): AuditEntry[] {
  if (kind === 'announcement' || fresh.length === 0) return [];
  const direct = fresh.filter(({ way }) => way === 'direct').length;
  return [
    {
      id: `notice/${id}`,
      ...{ org_id: null, event_id, action: `notice.${kind}`, actor_id: null, target_id: null },
      ...{ fields: [], values: { direct, servers: fresh.length - direct } },
      ...{ source: 'system', request_id: null, at: created_at },
    },
  ];
}
