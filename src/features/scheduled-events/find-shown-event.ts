import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/errors.js';
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
   * @returns the event's id
   * @throws not_found
   */
  async execute(guildId: string | null, named: string): Promise<string> {
    const shown = await this.upcoming.execute(guildId);
    if (shown.some(({ id }) => id === named)) return named;
    const [titled] = await this.upcoming.execute(guildId, named);
    if (titled !== undefined) return titled.id;
    const event = await this.events.findById(named);
    const open = event?.visibility === 'public' || event?.visibility === 'unlisted';
    if (event === null || !open || event.state === 'draft') throw notFound('event');
    return event.id;
  }
}
