import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/errors.js';
import { RosterRepository } from '../events/roster.repository.js';
import { SignupsService } from '../events/signups.service.js';
import type { Locale } from '../users/rules/user.js';
import { buildBoard } from './rules/board.js';
import { toBoardMessage, type BoardMessage } from './rules/board-message.js';

/** An event as its signup message shows it at this moment, in a reader's own language. */
@Injectable()
export class ShowBoard {
  constructor(
    private readonly rosters: RosterRepository,
    private readonly signups: SignupsService,
  ) {}

  /** @throws not_found */
  async execute(eventId: string, locale: Locale): Promise<BoardMessage> {
    const event = await this.rosters.find(eventId);
    if (event === null) throw notFound('event');
    return toBoardMessage(buildBoard(event, await this.signups.listShown(event), locale), event.id);
  }
}
