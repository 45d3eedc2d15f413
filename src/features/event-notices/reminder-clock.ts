import { Injectable, Logger } from '@nestjs/common';
import { EventsService } from '../events/events.service.js';
import type { EventRecord } from '../events/rules/event-record.js';
import { GuildsService } from '../guilds/guilds.service.js';
import { EventNoticesRepository, type Reminder } from './event-notices.repository.js';
import { showingServers } from './rules/delivery.js';
import { reminderOf } from './rules/notice.js';
import { allOffsets, dueOffsets, nextReminder } from './rules/reminders.js';

/** How many events one look takes; what remains is for the next. */
const BATCH = 500;

/** Knows when each event is to be reminded of next. The time only goes forward, so nothing is reminded of whose time has passed. */
@Injectable()
export class ReminderClock {
  private readonly logger = new Logger(ReminderClock.name);

  constructor(
    private readonly events: EventsService,
    private readonly guilds: GuildsService,
    private readonly notices: EventNoticesRepository,
  ) {}

  /** Sets the clock of an event that changed, or whose servers did. Twice is once. */
  async set(event: EventRecord): Promise<void> {
    if (event.state !== 'published') return this.notices.removeReminder(event.id);
    const { start_at_utc: start } = event;
    const known = await this.notices.findReminder(event.id);
    const now = new Date();
    const next = nextReminder(start, await this.offsetsOf(event), earliestOf(known, event, now));
    const isKnown =
      known?.start_at_utc.getTime() === start.getTime() && known.next_at?.getTime() === next?.getTime();
    if (!isKnown) await this.notices.setReminder({ id: event.id, start_at_utc: start, next_at: next });
  }

  /** Notes the reminders that are due. One event that fails does not keep the others. */
  async strike(): Promise<void> {
    for (const reminder of await this.notices.listRemindersDue(new Date(), BATCH)) {
      try {
        await this.remind(reminder);
      } catch (error) {
        this.logger.error({ err: error, event_id: reminder.id }, 'An event could not be reminded of yet');
      }
    }
  }

  private async remind(reminder: Reminder): Promise<void> {
    const { id, start_at_utc: start, next_at: from } = reminder;
    const event = await this.events.find(id);
    if (event === null || from === null) return this.notices.removeReminder(id);
    const isSame = event.state === 'published' && event.start_at_utc.getTime() === start.getTime();
    if (!isSame) return this.set(event);
    const now = new Date();
    const offsets = await this.offsetsOf(event);
    // Noted before the clock goes on, so that a process that dies in between notes them once more, which is harmless.
    await this.notices.add(
      dueOffsets(start, offsets, from, now).map((offset) => reminderOf(event, offset, now)),
    );
    await this.notices.advanceReminder(reminder, nextReminder(start, offsets, now));
  }

  private async offsetsOf(event: EventRecord): Promise<readonly number[]> {
    return allOffsets(event, showingServers(event, await this.guilds.ofOrganization(event.org_id)));
  }
}

/**
 * The time after which reminders count. Of a new start: since it was said, however late it is found out. Otherwise now, or, where
 * one is due that was not noted yet, just before it.
 */
function earliestOf(known: Reminder | null, event: EventRecord, now: Date): Date {
  if (known?.start_at_utc.getTime() !== event.start_at_utc.getTime()) return event.updated_at;
  const { next_at: waits } = known;
  return waits !== null && waits <= now ? new Date(waits.getTime() - 1) : now;
}
