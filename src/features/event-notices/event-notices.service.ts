import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { HandlesTrigger } from '../../queue/handles.js';
import { type EnqueueRequest, JobQueue } from '../../queue/job-queue.js';
import { EventEffects } from '../events/event-effects.js';
import type { EventRecord, EventWithRoster } from '../events/rules/event-record.js';
import type { RosterEntry } from '../events/rules/roster.js';
import { NoticeAudience } from './notice-audience.js';
import { EventNoticesRepository } from './event-notices.repository.js';
import { NoticeDeliveriesRepository } from './notice-deliveries.repository.js';
import { ReminderClock } from './reminder-clock.js';
import type { NewDelivery } from './rules/delivery.js';
import { noticesOf, type NewNotice, type Notice, type NoticeForecast } from './rules/notice.js';

/** How many notices one look takes; what remains is for the next. */
const BATCH = 200;
/** How soon to look again whether all direct messages of a notice are out. */
const COLLECT_MS = 2_000;

/**
 * What members are told about events. A notice is noted first, then made into one delivery for each channel and person, each
 * with its job; when the direct ones are out, those who could not be reached are collected. Every step may be done twice.
 */
@Injectable()
export class EventNoticesService implements OnModuleInit, KeepsPersonalData {
  private readonly logger = new Logger(EventNoticesService.name);

  constructor(
    private readonly effects: EventEffects,
    private readonly clock: ReminderClock,
    private readonly notices: EventNoticesRepository,
    private readonly deliveries: NoticeDeliveriesRepository,
    private readonly audience: NoticeAudience,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.effects.follow((event, entries) => this.eventChanged(event, entries));
  }

  /** Notes what is to be told. @returns those that were not noted before */
  async note(fresh: readonly NewNotice[]): Promise<Notice[]> {
    const added = await this.notices.add(fresh);
    if (added.length > 0) await this.jobs.runNow('sweep_notices');
    return added;
  }

  /** What members would be told of a change that is not made yet. */
  async forecast(before: EventWithRoster, after: EventWithRoster): Promise<NoticeForecast[]> {
    if (after.state === 'draft') return [];
    const event = { ...after, effects_revision: before.revision };
    const entries = after.roster.filter(({ rev }) => rev > before.revision);
    return Promise.all(noticesOf(event, entries).map((notice) => this.audience.forecast(notice, event)));
  }

  /** Does what is due. One notice that fails does not keep the others. */
  @HandlesTrigger('sweep_notices')
  async sweep(): Promise<void> {
    await this.clock.strike();
    for (const notice of await this.notices.listDue(new Date(), BATCH)) {
      try {
        await (notice.stage === 'new' ? this.spread(notice) : this.collect(notice));
      } catch (error) {
        this.logger.error({ err: error, notice_id: notice.id }, 'Members could not be told yet');
      }
    }
  }

  async exportOf({ user_id }: Person): Promise<unknown> {
    return {
      told: await this.deliveries.listOf(user_id),
      announcements: await this.notices.listWrittenBy(user_id),
    };
  }

  async erase({ user_id }: Person, tombstone: string): Promise<void> {
    await this.deliveries.erasePerson(user_id);
    await this.notices.erasePerson(user_id, tombstone);
  }

  /** An event changed, somebody's seat in it, or a server that shows it. */
  private async eventChanged(event: EventRecord, entries: readonly RosterEntry[]): Promise<void> {
    await this.clock.set(event);
    if (event.state !== 'draft') await this.note(noticesOf(event, entries));
  }

  private async spread(notice: Notice): Promise<void> {
    const fresh = await this.audience.deliveriesOf(notice);
    await this.send(notice, fresh, jobTypeOf(notice));
    await this.audience.writeDown(notice, fresh);
    // Whom an announcement mentions has read it in the channel.
    const collects = notice.kind !== 'announcement' && fresh.some(({ way }) => way === 'direct');
    await this.notices.advance(notice.id, 'told', collects ? new Date(Date.now() + COLLECT_MS) : null);
  }

  private async collect(notice: Notice): Promise<void> {
    if (await this.deliveries.hasPending(notice.id))
      return this.notices.advance(notice.id, 'told', new Date(Date.now() + COLLECT_MS));
    const unreached = await this.deliveries.listUnreached(notice.id);
    if (unreached.length > 0)
      await this.send(notice, await this.audience.fallbacksOf(notice, unreached), 'announcement');
    await this.notices.advance(notice.id, 'told', null);
  }

  private async send(
    notice: Notice,
    fresh: readonly NewDelivery[],
    type: 'reminder' | 'announcement' | 'notify_user',
  ): Promise<void> {
    await this.deliveries.add(notice, fresh);
    const orders = fresh.map(({ id, guild_id }): EnqueueRequest => ({
      type,
      payload: { event_id: notice.event_id, guild_id, delivery_id: id },
    }));
    await this.jobs.enqueueAll(orders);
  }
}

function jobTypeOf({ kind }: Notice): 'reminder' | 'announcement' | 'notify_user' {
  return kind === 'reminder' || kind === 'announcement' ? kind : 'notify_user';
}
