import { Injectable } from '@nestjs/common';
import { notFound } from '../../domain/errors.js';
import { describeParticipants } from '../../domain/signup-messages/participants.js';
import type { Locale } from '../../domain/users/user.js';
import { EventsRepository } from '../../repositories/events/events.repository.js';
import { SignupsRepository } from '../../repositories/signups/signups.repository.js';

/** Who takes part in an event, for a member who sees its signup message. */
@Injectable()
export class ShowParticipants {
  constructor(
    private readonly events: EventsRepository,
    private readonly signups: SignupsRepository,
  ) {}

  /** @throws not_found */
  async execute(eventId: string, locale: Locale): Promise<string> {
    const event = await this.events.findById(eventId);
    if (event === null) throw notFound('event');
    return describeParticipants(event, await this.signups.listShown(eventId), locale);
  }
}
