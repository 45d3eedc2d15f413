import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import type { Job } from '../../queue/rules/job.js';
import { mayBeShownOn } from '../access/rules/event-access.js';
import { EventCalendar } from '../events/event-calendar.js';
import { EventsService } from '../events/events.service.js';
import type { Event } from '../events/rules/event.js';
import { isClosed } from '../events/rules/transitions.js';
import { GuildsService } from '../guilds/guilds.service.js';
import type { Guild } from '../guilds/rules/guild.js';
import type { Capability, ServerFault } from '../guilds/rules/server-fault.js';
import { ServerFaultsService } from '../guilds/server-faults.service.js';
import { MirrorReader, type PartState, type ReadMirror } from './mirror-reader.js';
import { compareMessages, compareScheduledEvents, type ComparedField } from './rules/comparison.js';
import type { Mirror } from './rules/mirror.js';
import { type CountedLimit, countedLimits } from './rules/preview-warnings.js';
import { fieldsForCreate, isFinal, wantedScheduledEvent } from './rules/scheduled-event.js';
import { type RenderedMessage, SignupMessagesService } from './signup-messages.service.js';

/** A part of what a server shows of an event, as it should be and as it is. */
export interface ComparedPart {
  readonly state: PartState;
  readonly fields: readonly ComparedField[];
}

/** What a server should show of an event, what Discord has at this moment, and what may be why they differ. */
export interface MirrorComparison {
  readonly event_id: string;
  readonly guild_id: string;
  readonly guild_name: string;
  readonly compared_at: Date;
  readonly sync_state: Mirror['sync_state'];
  readonly last_error: string | null;
  readonly scheduled_event: ComparedPart;
  readonly signup_message: ComparedPart;
  /** What Discord refuses there. */
  readonly faults: readonly ServerFault[];
  /** Limits of Discord by which texts of the event are cut. */
  readonly exceeded_limits: readonly CountedLimit[];
  readonly job: Job | null;
}

/** What may be refused of a mirror. */
const OF_MIRRORS: readonly Capability[] = ['scheduled_events', 'more_scheduled_events', 'signup_messages'];

/** Compares what a server should show of an event with what Discord has, for its staff; it changes nothing. */
@Injectable()
export class MirrorComparisons {
  constructor(
    private readonly events: EventsService,
    private readonly guilds: GuildsService,
    private readonly reader: MirrorReader,
    private readonly rendering: SignupMessagesService,
    private readonly calendar: EventCalendar,
    private readonly faults: ServerFaultsService,
  ) {}

  /**
   * @throws not_found, forbidden as `EventsService.readToChange`; not_found when the server is not to show the event
   * @throws DiscordFailure when Discord does not say
   */
  async compare(actor: Actor, eventId: string, guildId: string): Promise<MirrorComparison> {
    const event = await this.events.readToChange(actor, eventId);
    const guild = await this.guilds.find(guildId);
    const read = guild?.org_id === event.org_id ? await this.reader.read(event.id, guildId) : null;
    if (guild === null || read === null) throw notFound('mirror');
    const [rendered, faults] = await Promise.all([
      this.rendering.render(event, guild),
      this.faults.openOn(guildId),
    ]);
    const { mirror, row, job } = read;
    const isWanted = mirror.intent === 'present' && guild.sync_enabled && mayBeShownOn(event, guild);
    return {
      event_id: event.id,
      guild_id: guildId,
      guild_name: guild.guild_name,
      compared_at: new Date(),
      sync_state: mirror.sync_state,
      last_error: mirror.last_error,
      scheduled_event: this.scheduledEvent(event, read, isWanted),
      signup_message: signupMessage(event, guild, read, isWanted ? rendered : null),
      faults: faults.filter(
        ({ capability, channel_id }) =>
          OF_MIRRORS.includes(capability) && (channel_id === null || channel_id === row?.channel_id),
      ),
      exceeded_limits: isWanted ? this.exceededBy(event, rendered) : [],
      job,
    };
  }

  private scheduledEvent(event: Event, read: ReadMirror, isWanted: boolean): ComparedPart {
    const { state, found } = read.scheduledEvent;
    if (state === 'unreadable') return { state, fields: [] };
    const now = new Date();
    const wanted = wantedScheduledEvent(event, this.calendar.linkTo(event));
    // One that is over is not made any more.
    const isToBe =
      found !== null || (!isFinal(wanted.status) && fieldsForCreate(wanted.fields, now) !== null);
    const { confirmed, status } = read.mirror;
    const events = { wanted: isWanted && isToBe ? wanted : null, found, confirmed, status };
    return { state, fields: compareScheduledEvents(events, now) };
  }

  private exceededBy(event: Event, { body }: RenderedMessage): CountedLimit[] {
    const { fields } = wantedScheduledEvent(event, this.calendar.linkTo(event));
    return countedLimits(event, { message: body, scheduled_event: fields }).filter(
      ({ length, limit }) => length > limit,
    );
  }
}

function signupMessage(
  event: Event,
  guild: Guild,
  { row, message: { state, found } }: ReadMirror,
  rendered: RenderedMessage | null,
): ComparedPart {
  if (state === 'unreadable') return { state, fields: [] };
  const hasChannel = (row?.channel_id ?? guild.event_channel_id) !== null;
  const isToBe = hasChannel && (!isClosed(event.state) || (row !== null && row.message_id !== null));
  const fields = compareMessages({
    wanted: isToBe ? (rendered?.body ?? null) : null,
    found,
    isConfirmed: row !== null && row.confirmed_digest === rendered?.digest,
    isOver: row?.active === false && found !== null,
  });
  return { state, fields };
}
