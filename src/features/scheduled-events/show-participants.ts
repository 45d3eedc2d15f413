import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/errors.js';
import { mayBeShownOn } from '../access/rules/event-access.js';
import { RosterRepository } from '../events/roster.repository.js';
import { SignupsService } from '../events/signups.service.js';
import { GuildsRepository } from '../guilds/guilds.repository.js';
import type { Locale } from '../users/rules/user.js';
import { describeParticipants } from './rules/participants.js';

/** Who takes part in an event, for a member who sees its signup message. */
@Injectable()
export class ShowParticipants {
  constructor(
    private readonly rosters: RosterRepository,
    private readonly guilds: GuildsRepository,
    private readonly signups: SignupsService,
  ) {}

  /** @throws not_found, also where the server may not show the event */
  async execute(eventId: string, guildId: string | null, locale: Locale): Promise<string> {
    const event = await this.rosters.find(eventId);
    const guild = guildId === null ? null : await this.guilds.findByGuildId(guildId);
    if (event === null || !mayBeShownOn(event, guild)) throw notFound('event');
    return describeParticipants(event, await this.signups.listShown(event), locale);
  }
}
