import { Injectable } from '@nestjs/common';
import { InteractiveMessagesRepository } from './interactive-messages.repository.js';

/** Brings back a signup message that a person deleted on Discord. */
@Injectable()
export class ReviveSignupMessage {
  constructor(private readonly messages: InteractiveMessagesRepository) {}

  async execute(eventId: string, guildId: string): Promise<void> {
    const row = await this.messages.find(eventId, guildId);
    if (row?.active === false && row.message_id === null) await this.messages.delete(row.id);
  }
}
