import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/errors.js';
import { describeParticipants } from './rules/participants.js';
import type { Locale } from '../users/rules/user.js';
import { EventsRepository } from '../events/events.repository.js';
import { SignupsRepository } from '../events/signups.repository.js';

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
