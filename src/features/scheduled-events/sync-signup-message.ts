import { Injectable } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { nonceOf } from '../../common/nonce.js';
import { MessagesApi } from '../../discord-api/messages.api.js';
import type { Event } from '../events/rules/event.js';
import { isClosed } from '../events/rules/transitions.js';
import type { Guild } from '../guilds/rules/guild.js';
import { InteractiveMessagesRepository } from './interactive-messages.repository.js';
import type { MirrorTurn } from './mirror-turn.js';
import type { InteractiveMessage } from './rules/mirror.js';
import { plainBody, type SignupMessageBody } from './rules/signup-message-body.js';
import { SignupMessagesService, type RenderedMessage } from './signup-messages.service.js';

const DELETED_BY_HAND =
  'The signup message was deleted by hand on Discord. Create it again to bring it back.';

/** Makes a server's signup message match the truth. */
@Injectable()
export class SyncSignupMessage {
  constructor(
    private readonly api: MessagesApi,
    private readonly messages: InteractiveMessagesRepository,
    private readonly rendering: SignupMessagesService,
  ) {}

  /** @throws DiscordFailure what Discord refused */
  async execute(turn: MirrorTurn, event: Event, guild: Guild): Promise<void> {
    const over = isClosed(event.state);
    const existing = await this.messages.find(event.id, guild.guild_id);
    const channelId = existing?.channel_id ?? guild.event_channel_id;
    if (channelId === null || existing?.active === false) return;
    if (over && existing?.message_id === undefined) return;

    const row = await this.inItsChannel(
      await this.messages.ensure(event.id, guild.guild_id, channelId),
      guild,
      over,
    );
    turn.channelId = row.channel_id;
    await this.deleteReplaced(row);
    const message = await this.rendering.render(event, guild);
    if (row.message_id === null) await this.post(turn, row, message, over);
    else await this.follow(turn, row, row.message_id, message, over);
  }

  /** Takes the message away; one that is gone already is as good. */
  async remove(eventId: string, guildId: string): Promise<void> {
    const row = await this.messages.find(eventId, guildId);
    if (row === null) return;
    const messageId = row.message_id ?? (await this.findLost(row));
    await this.deleteReplaced(row);
    if (messageId !== null) await this.deleteMessage(row.channel_id, messageId);
    await this.messages.delete(row.id);
  }

  /** A message follows the server's event channel, unless staff chose another one for it, or it is over. */
  private async inItsChannel(
    row: InteractiveMessage,
    guild: Guild,
    over: boolean,
  ): Promise<InteractiveMessage> {
    const { event_channel_id } = guild;
    const stays = row.chosen || over || event_channel_id === null || event_channel_id === row.channel_id;
    if (stays || row.posting_since !== null) return row;
    await this.messages.moveTo(row, event_channel_id);
    return (await this.messages.find(row.event_id, row.guild_id)) ?? row;
  }

  /** Edits the message, after a look at what people did to it, as far as there is reason to look. */
  private async follow(
    turn: MirrorTurn,
    row: InteractiveMessage,
    messageId: string,
    message: RenderedMessage,
    over: boolean,
  ): Promise<void> {
    const found = turn.mirror.doubt === null ? 'whole' : await this.look(row.channel_id, messageId);
    if (found === 'gone') return this.afterDeletion(turn, row, message, over);
    if (found === 'whole') return this.edit(turn, row, messageId, message, over);
    await this.edit(turn, { ...row, confirmed_digest: null }, messageId, message, over);
    await turn.save({ last_repair: { at: new Date(), fields: ['signup_message'] } });
  }

  private async look(channelId: string, messageId: string): Promise<'whole' | 'hidden' | 'gone'> {
    try {
      return await this.api.look(channelId, messageId);
    } catch (error) {
      // Without the right to read the channel's history; the edit will tell.
      if (error instanceof DiscordFailure && error.treatment === 'forbidden') return 'whole';
      throw error;
    }
  }

  private async afterDeletion(
    turn: MirrorTurn,
    row: InteractiveMessage,
    message: RenderedMessage,
    over: boolean,
  ): Promise<void> {
    if (turn.mirror.doubt?.missing !== 'remake') {
      await this.detach(turn, row);
      return;
    }
    const anew = { message_id: null, confirmed_digest: null };
    await this.messages.update(row.id, anew);
    await this.post(turn, { ...row, ...anew }, message, over);
  }

  private async detach(turn: MirrorTurn, { id }: InteractiveMessage): Promise<void> {
    await this.messages.update(id, { active: false, message_id: null, posting_since: null });
    await turn.detach('signup_message', DELETED_BY_HAND);
  }

  private async deleteReplaced({ id, replaces }: InteractiveMessage): Promise<void> {
    if (replaces === null) return;
    await this.deleteMessage(replaces.channel_id, replaces.message_id);
    await this.messages.update(id, { replaces: null });
  }

  private async deleteMessage(channelId: string, messageId: string): Promise<void> {
    try {
      await this.api.delete(channelId, messageId);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  private async post(
    turn: MirrorTurn,
    row: InteractiveMessage,
    message: RenderedMessage,
    over: boolean,
  ): Promise<void> {
    await turn.requireAllowed('signup_messages', row.channel_id);
    const lost = await this.findLost(row);
    if (lost !== null) {
      await sendable(message.body, (body) => this.api.edit(row.channel_id, lost, body));
      await this.saveShown(row, lost, message, over);
      return;
    }
    if (over) return;
    const since = row.posting_since ?? new Date();
    await this.messages.update(row.id, { posting_since: since });
    try {
      // The same for each try of one post, and another one for the next: Discord remembers it for minutes.
      const nonce = nonceOf('signup-message', `${row.id}/${since.toISOString()}`);
      const messageId = await sendable(message.body, (body) => this.api.post(row.channel_id, body, nonce));
      await this.saveShown(row, messageId, message, over);
      turn.posted = messageId;
    } catch (error) {
      const refused = error instanceof DiscordFailure && !error.outcomeUnknown;
      if (refused) await this.messages.update(row.id, { posting_since: null });
      throw error;
    }
  }

  private async edit(
    turn: MirrorTurn,
    row: InteractiveMessage,
    messageId: string,
    message: RenderedMessage,
    over: boolean,
  ): Promise<void> {
    if (row.confirmed_digest === message.digest) return;
    await turn.requireAllowed('signup_messages', row.channel_id);
    try {
      await sendable(message.body, (body) => this.api.edit(row.channel_id, messageId, body));
    } catch (error) {
      if (!isGone(error)) throw error;
      await this.afterDeletion(turn, row, message, over);
      return;
    }
    await this.saveShown(row, messageId, message, over);
  }

  private async saveShown(
    { id }: InteractiveMessage,
    messageId: string,
    { digest }: RenderedMessage,
    over: boolean,
  ): Promise<void> {
    await this.messages.update(id, {
      message_id: messageId,
      confirmed_digest: digest,
      last_edited_at: new Date(),
      posting_since: null,
      active: !over,
    });
  }

  /** After a post whose answer was lost: the message that Discord already has, if any. */
  private async findLost(row: InteractiveMessage): Promise<string | null> {
    if (row.posting_since === null) return null;
    return this.api.findSignupMessage(row.channel_id, row.event_id);
  }
}

/** Sends a message; when Discord finds fault with it, once more without what is only decoration. */
async function sendable<T>(
  body: SignupMessageBody,
  send: (body: SignupMessageBody) => Promise<T>,
): Promise<T> {
  try {
    return await send(body);
  } catch (error) {
    if (!(error instanceof DiscordFailure) || error.treatment !== 'fault') throw error;
    return send(plainBody(body));
  }
}

function isGone(error: unknown): boolean {
  return error instanceof DiscordFailure && error.treatment === 'gone';
}
