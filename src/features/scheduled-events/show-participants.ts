import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/errors.js';
import { mayBeShownOn } from '../access/rules/event-access.js';
import { GuildsRepository } from '../guilds/guilds.repository.js';
import { describeParticipants } from './rules/participants.js';
import type { Locale } from '../users/rules/user.js';
import { EventsRepository } from '../events/events.repository.js';
import { SignupsRepository } from '../events/signups.repository.js';

/** Who takes part in an event, for a member who sees its signup message. */
@Injectable()
export class ShowParticipants {
  constructor(
    private readonly events: EventsRepository,
    private readonly guilds: GuildsRepository,
    private readonly signups: SignupsRepository,
  ) {}

  /** @throws not_found, also where the server may not show the event */
  async execute(eventId: string, guildId: string | null, locale: Locale): Promise<string> {
    const event = await this.events.findById(eventId);
    const guild = guildId === null ? null : await this.guilds.findByGuildId(guildId);
    if (event === null || !mayBeShownOn(event, guild)) throw notFound('event');
    return describeParticipants(event, await this.signups.listShown(eventId), locale);
  }
}
