import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { nonceOf } from '../../common/nonce.js';
import { DirectMessagesApi } from '../../discord-api/direct-messages.api.js';
import { MessagesApi } from '../../discord-api/messages.api.js';
import { whileClaimed } from '../../infra/claims.js';
import type { JobPayload } from '../../queue/catalogue.js';
import { GivesUpJob, HandlesJob, type JobResult } from '../../queue/handles.js';
import { outcomeOf, PermanentFailure, RetryLater } from '../../queue/rules/outcome.js';
import { ServerFaultsService } from '../guilds/server-faults.service.js';
import { NotifyJobs } from '../notifications/notify-jobs.js';
import { NoticeDeliveriesRepository, type ClaimedDelivery } from './notice-deliveries.repository.js';
import { NoticeLetters, type Letter } from './notice-letters.js';
import type { Delivery } from './rules/delivery.js';
import { parseNoticeId } from './rules/notice-id.js';

/** How soon to look again while another process sends it. */
const TURN_MS = 1_000;
/** How soon to look again whether a person has mended what Discord refuses. */
const MENDED_MS = 60_000;

type Done = Pick<Delivery, 'state'> & Partial<Delivery>;

/**
 * Sends each message once, whatever happens: a process takes it for itself, writes down that it tries, and only then sends it;
 * where a try has an unknown outcome, the message is looked for by its button before it is sent again. A process that slept through
 * its claim while it was sending meets the message of the next one by its nonce.
 */
@Injectable()
export class NoticeDeliveriesService implements OnModuleInit {
  constructor(
    private readonly deliveries: NoticeDeliveriesRepository,
    private readonly letters: NoticeLetters,
    private readonly direct: DirectMessagesApi,
    private readonly messages: MessagesApi,
    private readonly faults: ServerFaultsService,
    private readonly notifying: NotifyJobs,
  ) {}

  onModuleInit(): void {
    this.notifying.tellOf('delivery_id', {
      tell: (id) => this.deliver({ delivery_id: id }),
      giveUp: (id) => this.giveUp({ delivery_id: id }),
    });
  }

  /** @throws RetryLater not now, try again · PermanentFailure it cannot be sent */
  @HandlesJob('reminder', 'announcement')
  async deliver({
    delivery_id: id,
  }: Pick<JobPayload<'reminder' | 'announcement'>, 'delivery_id'>): Promise<JobResult> {
    const delivery = await this.deliveries.claim(id);
    if (delivery === null) return this.leaveToOthers(id);
    try {
      return await whileClaimed(
        () => this.deliveries.renew(delivery),
        () => this.settle(delivery),
      );
    } finally {
      await this.deliveries.release(delivery);
    }
  }

  @GivesUpJob('reminder', 'announcement')
  async giveUp({
    delivery_id: id,
  }: Pick<JobPayload<'reminder' | 'announcement'>, 'delivery_id'>): Promise<void> {
    await this.deliveries.fail(id);
  }

  private async leaveToOthers(id: string): Promise<JobResult> {
    const state = (await this.deliveries.find(id))?.state;
    if (state === 'pending' || state === 'failed') throw beingSent();
    return { skipped: 'done before' };
  }

  private async settle(delivery: ClaimedDelivery): Promise<JobResult> {
    const done = await this.carryOut(delivery).catch((error: unknown) => this.judge(error, delivery));
    await this.note(delivery, done);
    return { ...done };
  }

  private async note(delivery: ClaimedDelivery, changes: Partial<Delivery>): Promise<void> {
    if (!(await this.deliveries.save(delivery, changes))) throw beingSent();
  }

  private async carryOut(delivery: ClaimedDelivery): Promise<Done> {
    const key = nonceOf('notice', delivery.id);
    if (delivery.tried_since !== null && (await this.stands(delivery, key))) return { state: 'sent' };
    const letter = await this.letters.write(delivery, key, new Date());
    if (letter === null) return { state: 'skipped' };
    if (letter.to === 'channel') await this.requireAllowed(letter);
    const channelId = letter.to === 'channel' ? letter.channelId : null;
    await this.note(delivery, { tried_since: new Date(), channel_id: channelId });
    if (letter.to === 'person') {
      await this.direct.send(letter.discordId, letter.message, key);
      return { state: 'sent' };
    }
    const messageId = await this.messages.post(letter.channelId, letter.body, key);
    await this.faults.succeeded(letter.guild, [letter.feature]);
    return { state: 'sent', message_id: messageId };
  }

  /** Whether a message whose sending has an unknown outcome is there. */
  private async stands(delivery: Delivery, key: string): Promise<boolean> {
    const isOfIt = (customId: string): boolean => parseNoticeId(customId)?.key === key;
    if (delivery.channel_id !== null)
      return (await this.messages.findOwn(delivery.channel_id, isOfIt)) !== null;
    const discordId = await this.letters.discordIdOf(delivery);
    return discordId !== null && (await this.direct.has(discordId, isOfIt));
  }

  /** @throws RetryLater while a person has to mend what is known to be refused: nothing is asked of Discord meanwhile */
  private async requireAllowed({ guild, feature, channelId }: Letter & { to: 'channel' }): Promise<void> {
    const open = await this.faults.openOn(guild.guild_id);
    const fault = open.find(
      ({ capability, channel_id, explained }) =>
        capability === feature && channel_id === channelId && explained,
    );
    if (fault !== undefined) throw new RetryLater(fault.message, MENDED_MS, false);
  }

  /** What a refusal makes of a message. @throws what it means for the job */
  private async judge(error: unknown, delivery: ClaimedDelivery): Promise<Done> {
    if (!(error instanceof DiscordFailure)) throw error;
    const { treatment, outcomeUnknown } = error;
    if (!outcomeUnknown) await this.note(delivery, { tried_since: null });
    if (delivery.way === 'direct') {
      if (treatment === 'closed' || treatment === 'forbidden') return { state: 'closed' };
      if (treatment === 'gone') return { state: 'skipped' };
    } else if (treatment === 'forbidden' || treatment === 'gone') {
      await this.report(error, delivery);
      throw new RetryLater(error.message, MENDED_MS, true);
    }
    const outcome = outcomeOf(error);
    if (outcome instanceof PermanentFailure) await this.note(delivery, { state: 'failed' });
    throw outcome;
  }

  /** Tells the organizer what a person on the server has to mend. */
  private async report({ treatment, message }: DiscordFailure, delivery: Delivery): Promise<void> {
    const letter = await this.letters.write(delivery, '', new Date());
    if (letter?.to !== 'channel') return;
    const { guild, feature, channelId } = letter;
    const kind = treatment === 'gone' ? 'channel' : 'permission';
    await this.faults.report(guild, {
      guild_id: guild.guild_id,
      capability: feature,
      kind,
      channel_id: channelId,
      message,
    });
  }
}

const beingSent = (): RetryLater => new RetryLater('Another process sends this message.', TURN_MS, false);
