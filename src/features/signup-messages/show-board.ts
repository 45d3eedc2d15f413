import { Injectable } from '@nestjs/common';
import type { Event } from '../../domain/events/event.js';
import { buildBoard } from '../../domain/signup-messages/board.js';
import { toBoardMessage, type BoardMessage } from '../../domain/signup-messages/board-message.js';
import type { Locale } from '../../domain/users/user.js';
import { SignupsRepository } from '../../repositories/signups/signups.repository.js';

/** An event as its signup message shows it at this moment, in a reader's own language. */
@Injectable()
export class ShowBoard {
  constructor(private readonly signups: SignupsRepository) {}

  async execute(event: Event, locale: Locale): Promise<BoardMessage> {
    return toBoardMessage(buildBoard(event, await this.signups.listShown(event.id), locale), event.id);
  }
}
