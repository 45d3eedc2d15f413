import { Injectable } from '@nestjs/common';
import type { Event } from '../events/rules/event.js';
import { buildBoard } from './rules/board.js';
import { toBoardMessage, type BoardMessage } from './rules/board-message.js';
import type { Locale } from '../users/rules/user.js';
import { SignupsRepository } from '../events/signups.repository.js';

/** An event as its signup message shows it at this moment, in a reader's own language. */
@Injectable()
export class ShowBoard {
  constructor(private readonly signups: SignupsRepository) {}

  async execute(event: Event, locale: Locale): Promise<BoardMessage> {
    return toBoardMessage(buildBoard(event, await this.signups.listShown(event.id), locale), event.id);
  }
}
