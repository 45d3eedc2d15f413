import { Injectable } from '@nestjs/common';
import type { BotEvent, BotEventType } from './rules/bot-event.js';
import { MembershipsService } from '../role-mappings/memberships.service.js';
import { EventPublisher } from '../webhooks/event-publisher.js';
import { WelcomeMember } from './welcome-member.js';

/** One consequence of an event. Doing it twice is harmless, at least soon after the first time. */
export interface Effect {
  readonly name: string;
  readonly run: (event: BotEvent) => Promise<void>;
}

/** After these, somebody may hold other roles than before. */
const TOUCHES_ROLES: ReadonlySet<BotEventType> = new Set(['member_joined', 'member_left', 'role_updated']);

/** Everything that follows from an event besides the entry in the audit trail. Counters are not among it: they are read from that. */
@Injectable()
export class BotEventEffects {
  readonly all: readonly Effect[] = [
    { name: 'publish', run: (event) => this.publish(event) },
    { name: 'welcome', run: (event) => this.welcome.execute(event) },
    { name: 'roles', run: (event) => this.syncRoles(event) },
  ];

  constructor(
    private readonly publisher: EventPublisher,
    private readonly welcome: WelcomeMember,
    private readonly memberships: MembershipsService,
  ) {}

  private async publish(event: BotEvent): Promise<void> {
    const { id, event_type, received_at, discord_id, guild_id, metadata } = event;
    const data = { event_type, discord_id, guild_id, metadata };
    await this.publisher.publish({ event_id: id, type: event_type, occurred_at: received_at, data });
  }

  private async syncRoles({ event_type, guild_id, discord_id }: BotEvent): Promise<void> {
    if (!TOUCHES_ROLES.has(event_type) || guild_id === null) return;
    await this.memberships.memberChanged(guild_id, discord_id);
  }
}
