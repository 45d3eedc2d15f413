import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/errors.js';
import type { Event } from '../events/rules/event.js';
import { EventsRepository } from '../events/events.repository.js';
import { ListUpcoming } from './list-upcoming.js';

/** Finds the event that a member names, among those that their server shows. */
@Injectable()
export class FindShownEvent {
  constructor(
    private readonly upcoming: ListUpcoming,
    private readonly events: EventsRepository,
  ) {}

  /**
   * @param named an id, as autocomplete gives it, or a part of the title, as typed
   * @throws not_found
   */
  async execute(guildId: string | null, named: string): Promise<Event> {
    const shown = await this.upcoming.execute(guildId);
    const listed = shown.find(({ id }) => id === named);
    if (listed !== undefined) return listed;
    const [titled] = await this.upcoming.execute(guildId, named);
    if (titled !== undefined) return titled;
    const event = await this.events.findById(named);
    const open = event?.visibility === 'public' || event?.visibility === 'unlisted';
    if (event === null || !open || event.state === 'draft') throw notFound('event');
    return event;
  }
}
