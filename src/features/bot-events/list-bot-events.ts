import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { type Page, pageOf } from '../../common/page.js';
import type { BotEvent } from './rules/bot-event.js';
import { type BotEventFilter, BotEventsRepository } from './bot-events.repository.js';

/** The audit trail, newest first. For site admins. */
@Injectable()
export class ListBotEvents {
  constructor(private readonly events: BotEventsRepository) {}

  /** @throws invalid when the cursor is none of ours */
  async execute(filter: BotEventFilter, limit: number, cursor: string | null): Promise<Page<BotEvent>> {
    const [time, id] = cursor === null ? [] : decodeCursor(cursor, ['number', 'string']);
    const before = id === undefined ? null : { received_at: new Date(Number(time)), id: String(id) };
    const rows = await this.events.list(filter, limit + 1, before);
    return pageOf(rows, limit, (row) => encodeCursor([row.received_at.getTime(), row.id]));
  }
}
