import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { DomainError } from '../../common/errors.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { Config } from '../../config/config.js';
import { HandlesTrigger } from '../../queue/handles.js';
import { UsersService } from '../users/users.service.js';
import { EventAccess } from './event-access.js';
import { EventTriggers } from './event-triggers.js';
import { EventWriter } from './event-writer.js';
import { RosterRepository } from './roster.repository.js';
import type { EventRecord } from './rules/event-record.js';

const DAY_MS = 86_400_000;
/** How many old events are looked at in one turn. */
const BATCH = 100;

/** What events hold about a person: their answers, and that they made or help with events. */
@Injectable()
export class SignupErasure implements KeepsPersonalData {
  constructor(
    private readonly writer: EventWriter,
    private readonly rosters: RosterRepository,
    private readonly triggers: EventTriggers,
    private readonly access: EventAccess,
    private readonly users: UsersService,
    private readonly config: Config,
  ) {}

  /** Titles only of events that they still may know of. */
  async exportOf({ user_id }: Person): Promise<unknown> {
    const { site_admin } = await this.users.require(user_id);
    const answered = await this.rosters.listAnsweredBy(user_id);
    const organized = await this.rosters.listOrganizedBy(user_id);
    const seen = await this.access.seenAmong({ user_id, site_admin }, [...answered, ...organized]);
    const titleOf = (event: EventRecord) => (seen.includes(event) ? event.title : null);
    return {
      signups: answered.flatMap((event) =>
        event.roster.map(({ commands: _commands, ...entry }) => ({
          event_id: event.id,
          title: titleOf(event),
          ...entry,
        })),
      ),
      events_organized: organized.map((event) => ({ id: event.id, title: titleOf(event) })),
    };
  }

  /** Seats of events to come go to who waits. Over past events the entry stands for somebody, so that counts stay true. */
  async erase({ user_id }: Person, tombstone: string): Promise<void> {
    for (const { id } of await this.rosters.listAnsweredBy(user_id)) {
      await this.withdraw(id, user_id);
      await this.rosters.replacePerson(id, user_id, tombstone);
      this.writer.forget(id);
      this.triggers.changed(id);
    }
    await this.rosters.replaceOrganizer(user_id, tombstone);
  }

  /** Lets events that are long over say no more who was there; what was counted stays. */
  @HandlesTrigger('forget_rosters')
  async forgetOldRosters(): Promise<void> {
    const before = new Date(Date.now() - this.config.retentionDays.rosters * DAY_MS);
    let forgotten: string[];
    do {
      forgotten = await this.rosters.forgetPeople(before, BATCH);
      for (const eventId of forgotten) {
        this.writer.forget(eventId);
        this.triggers.changed(eventId);
      }
    } while (forgotten.length === BATCH);
  }

  private async withdraw(eventId: string, userId: string): Promise<void> {
    try {
      await this.writer.submit(eventId, { type: 'withdraw', id: uuidv7(), user_id: userId });
    } catch (error) {
      // Withdrawn already, or the event is over.
      if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
    }
  }
}
