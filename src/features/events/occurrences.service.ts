import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { DomainError } from '../../common/errors.js';
import { AuditService } from '../audit/audit.service.js';
import { EventTriggers } from './event-triggers.js';
import { EventWriter } from './event-writer.js';
import { EventsRepository } from './events.repository.js';
import { newEvent } from './new-event.js';
import type { Command } from './rules/commands.js';
import type { Event } from './rules/event.js';
import type { EventRecord } from './rules/event-record.js';
import type { EventChanges, NewEvent } from './rules/input.js';

/** Which occurrence of a series an event is. */
export interface OccurrenceKey {
  readonly series_id: string;
  readonly occurrence_on: string;
}

/** Events as occurrences of a series, for the room of series, which has checked who asks; often it is the clock. */
@Injectable()
export class OccurrencesService {
  constructor(
    private readonly events: EventsRepository,
    private readonly writer: EventWriter,
    private readonly triggers: EventTriggers,
    private readonly audit: AuditService,
  ) {}

  /** Makes the event of an occurrence, once however often it is asked for. @throws invalid for a start that is not in the future */
  async make(createdBy: string, input: NewEvent, key: OccurrenceKey): Promise<void> {
    const event = newEvent(createdBy, { ...input, ...key }, uuidv7(), new Date());
    if ((await this.events.create(event)) === null) return;
    this.triggers.changed(event.id);
    const { id, org_id } = event;
    await this.audit.record(null, { action: 'event.created', org_id, event_id: id, target_id: id });
  }

  /** The events of a series that are published and have not begun. */
  async listToCome(seriesId: string): Promise<Event[]> {
    const events = await this.events.listOccurrences(seriesId, new Date());
    return events.filter(({ state }) => state === 'published');
  }

  async find({ series_id, occurrence_on }: OccurrenceKey): Promise<EventRecord | null> {
    return this.events.findOccurrence(series_id, occurrence_on);
  }

  /** Makes an event an occurrence of a series. @throws conflict `in_series` */
  async join(eventId: string, key: OccurrenceKey): Promise<void> {
    await this.writer.submit(eventId, { type: 'join_series', id: uuidv7(), ...key });
  }

  /** Changes an event as its series was changed; what the event does not allow is left as it is. */
  async edit(eventId: string, changes: EventChanges): Promise<void> {
    await this.unlessRefused(eventId, {
      type: 'edit',
      id: uuidv7(),
      changes,
      new_role_ids: (changes.roles ?? []).map(() => uuidv7()),
      new_ship_ids: (changes.fleet_ships ?? []).map(() => uuidv7()),
      expected_edition: null,
    });
  }

  /** Cancels an event that its series does not have any more. */
  async cancel(eventId: string): Promise<void> {
    await this.unlessRefused(eventId, { type: 'cancel', id: uuidv7(), reason: null });
  }

  private async unlessRefused(eventId: string, command: Command): Promise<void> {
    try {
      await this.writer.submit(eventId, command);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
    }
  }
}
