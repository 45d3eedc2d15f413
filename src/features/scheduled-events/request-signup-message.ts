import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '../../common/actor.js';
import { DomainError } from '../../common/errors.js';
import type { InteractiveMessage } from './rules/mirror.js';
import { DiscordEventsRepository } from './discord-events.repository.js';
import { InteractiveMessagesRepository } from './interactive-messages.repository.js';
import { ServerChecks } from '../guilds/server-checks.js';
import { EnqueueMirrors } from './enqueue-mirrors.js';
import { StaffedEvent } from './staffed-event.js';

/** How long the request waits for the job that posts the message: less than the deadline of every request (10 s). */
const WAIT_MS = 8_000;
const LOOK_EVERY_MS = 100;

/** Puts an event's signup message into a channel chosen by the staff. */
@Injectable()
export class RequestSignupMessage {
  constructor(
    private readonly staffed: StaffedEvent,
    private readonly checks: ServerChecks,
    private readonly mirrors: DiscordEventsRepository,
    private readonly messages: InteractiveMessagesRepository,
    private readonly enqueue: EnqueueMirrors,
  ) {}

  /**
   * @returns the message once Discord has it; the one there is when it is in this channel already
   * @throws invalid `guild_id` that is not the organization's · `channel_id` that cannot hold the server's messages
   * @throws DiscordFailure when Discord cannot be asked about the channel
   * @throws DomainError `unavailable` when Discord does not take it in time; the work goes on
   */
  async execute(
    actor: Actor,
    eventId: string,
    guildId: string,
    channelId: string,
  ): Promise<InteractiveMessage> {
    const event = await this.staffed.load(actor, eventId);
    await this.staffed.requireGuild(event, guildId);
    await this.checks.requireChannel(guildId, channelId);
    await this.messages.moveTo(event.id, guildId, channelId);
    await this.enqueue.execute(await this.mirrors.revive(event.id, [guildId], event.shown));
    return this.waitForMessage(event.id, guildId);
  }

  private async waitForMessage(eventId: string, guildId: string): Promise<InteractiveMessage> {
    const deadline = Date.now() + WAIT_MS;
    while (Date.now() < deadline) {
      const row = await this.messages.find(eventId, guildId);
      if (row !== null && row.message_id !== null) return row;
      const mirror = await this.mirrors.find(eventId, guildId);
      if (mirror?.sync_state === 'failed') break;
      await sleep(LOOK_EVERY_MS);
    }
    const mirror = await this.mirrors.find(eventId, guildId);
    const reason = mirror?.last_error ?? 'Discord has not taken the message yet.';
    throw new DomainError('unavailable', 'signup_message_not_posted', reason);
  }
}
