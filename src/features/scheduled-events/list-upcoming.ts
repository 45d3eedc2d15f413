import { Injectable } from '@nestjs/common';
import type { EventSummary } from '../events/rules/event.js';
import { earliestUpcomingStart, isUpcoming } from '../events/rules/upcoming.js';
import { EventsRepository, type EventViewer } from '../events/events.repository.js';
import { GuildsRepository } from '../guilds/guilds.repository.js';
import { foldTitle } from './rules/title-search.js';

/** More do not fit into one answer. */
const LIMIT = 25;
/** How many are looked through for a word. */
const LOOK_THROUGH = 200;
const PUBLIC: EventViewer = { all: false, member_of: [], staff_of: [] };

/** What is to come, for members of a Discord server: its organization's events; all public ones where none is registered. */
@Injectable()
export class ListUpcoming {
  constructor(
    private readonly events: EventsRepository,
    private readonly guilds: GuildsRepository,
  ) {}

  /** @param word only events whose title contains it, whatever its case, accents and spaces */
  async execute(guildId: string | null, word = ''): Promise<EventSummary[]> {
    const now = new Date();
    const guild = guildId === null ? null : await this.guilds.findByGuildId(guildId);
    const viewer = guild === null ? PUBLIC : { ...PUBLIC, member_of: [guild.org_id] };
    const filter = { from: earliestUpcomingStart(now), org_id: guild?.org_id };
    const events = await this.events.listSummaries(filter, viewer, LOOK_THROUGH);
    const wanted = foldTitle(word);
    return events
      .filter((event) => isUpcoming(event, now) && foldTitle(event.title).includes(wanted))
      .slice(0, LIMIT);
  }
}
