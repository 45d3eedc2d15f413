import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventEffects } from '../events/event-effects.js';
import { EventsService } from '../events/events.service.js';
import { attendanceIsOpen } from '../events/rules/check-in.js';
import type { EventRecord } from '../events/rules/event-record.js';
import type { User } from '../users/rules/user.js';
import { UsersService } from '../users/users.service.js';
import { EventPresenceRepository } from './event-presence.repository.js';
import { attendanceOf } from './rules/attendance.js';
import { channelsIn, minutesWithin, type Span, windowOf } from './rules/presence.js';
import { VoicePresenceRepository } from './voice-presence.repository.js';

/** Counts who came to an event when it is completed, and anew as long as organizers note who came. Twice is once. */
@Injectable()
export class AttendanceCounter implements OnModuleInit {
  constructor(
    private readonly effects: EventEffects,
    private readonly events: EventsService,
    private readonly users: UsersService,
    private readonly voice: VoicePresenceRepository,
    private readonly rows: EventPresenceRepository,
  ) {}

  onModuleInit(): void {
    this.effects.follow((event) => this.eventChanged(event));
  }

  private async eventChanged(event: EventRecord): Promise<void> {
    if (event.state === 'completed' && attendanceIsOpen(event, new Date())) await this.count(event.id);
  }

  private async count(eventId: string): Promise<void> {
    const event = await this.events.findWithRoster(eventId);
    if (event === null) return;
    const minutes = await this.minutesByUser(event);
    const before = new Map(
      (await this.rows.listOfEvent(eventId)).map((row) => [row.user_id, row.minutes] as const),
    );
    const entries = new Map(event.roster.map((entry) => [entry.user_id, entry]));
    const counted = [...new Set([...entries.keys(), ...minutes.keys()])].flatMap((userId) => {
      // What was counted once stays, although voice states are not kept for long.
      const present = Math.max(minutes.get(userId) ?? 0, before.get(userId) ?? 0);
      const attendance = attendanceOf(entries.get(userId) ?? null, present, event.duration_minutes);
      const isOfInterest = attendance.signed_up || present > 0 || before.has(userId);
      return isOfInterest ? [[userId, attendance] as const] : [];
    });
    const { org_id, start_at_utc } = event;
    await this.rows.save({ event_id: eventId, org_id, start_at_utc }, new Map(counted));
  }

  private async minutesByUser(event: EventRecord): Promise<Map<string, number>> {
    const window = windowOf(event);
    const spans = new Map<string, Span[]>();
    for (const { discord_id, joined_at, left_at } of await this.voice.listIn(
      event.id,
      channelsIn(event.location),
      window,
    ))
      spans.set(discord_id, [...(spans.get(discord_id) ?? []), { from: joined_at, to: left_at }]);
    const users: readonly User[] = await this.users.findByDiscordIds([...spans.keys()]);
    const now = new Date();
    return new Map(
      users.map(({ id, discord_id }) => [id, minutesWithin(spans.get(discord_id) ?? [], window, now)]),
    );
  }
}
