import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { notFound } from '../../common/errors.js';
import { foldText } from '../../common/text.js';
import { mayBeShownOn } from '../access/rules/event-access.js';
import { EventCalendar } from '../events/event-calendar.js';
import { EventsService } from '../events/events.service.js';
import type { EventWithRoster } from '../events/rules/event-record.js';
import type { Event, EventSummary } from '../events/rules/event.js';
import type { SignupRow } from '../events/rules/signup-row.js';
import { SignupsService } from '../events/signups.service.js';
import { GuildsService } from '../guilds/guilds.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { UsersService } from '../users/users.service.js';
import { describeParticipants, type ListPage, type ListReader } from './rules/participants.js';
import { type MessageContext, renderSignupMessage } from './rules/signup-message.js';
import { toMessageBody, type SignupMessageBody } from './rules/signup-message-body.js';

/** A signup message ready to be sent, with what tells it from another. */
export interface RenderedMessage {
  readonly body: SignupMessageBody;
  readonly digest: string;
}

/** The message of an event for the readers of a server. */
export type PreviewMessage = (reader: Pick<MessageContext, 'locale' | 'guild_id'>) => SignupMessageBody;

const KEPT_EVENTS = 200;
/** A person's changed name shows in messages that are made after this long. */
const KEPT_MS = 60_000;

/** What the messages of an event show on all servers. */
interface Loaded {
  readonly event: Event;
  readonly signups: readonly SignupRow[];
  readonly about: Omit<MessageContext, 'locale' | 'guild_id'>;
}

/** What members see of events on Discord. */
@Injectable()
export class SignupMessagesService {
  private readonly loaded = new LRUCache<string, Promise<Loaded>>({ max: KEPT_EVENTS, ttl: KEPT_MS });

  constructor(
    private readonly events: EventsService,
    private readonly signups: SignupsService,
    private readonly guilds: GuildsService,
    private readonly users: UsersService,
    private readonly organizations: OrganizationsService,
    private readonly calendar: EventCalendar,
  ) {}

  /**
   * An event's signup message for the readers of a server. What it shows is read once for all servers, as long as it looks
   * the same.
   */
  async render(
    { id, shown }: Pick<Event, 'id' | 'shown'>,
    reader: Pick<MessageContext, 'locale' | 'guild_id'>,
  ): Promise<RenderedMessage> {
    const key = `${id}:${shown}`;
    const known = this.loaded.get(key);
    const loading = known ?? this.load(id);
    if (known === undefined) {
      this.loaded.set(key, loading);
      loading.catch(() => this.loaded.delete(key));
    }
    const { event, signups, about } = await loading;
    const body = toMessageBody(renderSignupMessage(event, signups, { ...about, ...reader }), event.id);
    const digest = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
    return { body, digest };
  }

  /** An event as its signup message shows it at this moment, in a reader's own language. @throws not_found */
  async show(
    eventId: string,
    reader: Pick<MessageContext, 'locale' | 'guild_id'>,
  ): Promise<SignupMessageBody> {
    const event = await this.events.find(eventId);
    if (event === null) throw notFound('event');
    return (await this.render(event, reader)).body;
  }

  /** Renders the messages that an event would have which is not saved: what they show is read once for all servers. */
  async previewer(event: EventWithRoster): Promise<PreviewMessage> {
    const [signups, about] = await Promise.all([this.signups.listShown(event), this.about(event)]);
    return (reader) => toMessageBody(renderSignupMessage(event, signups, { ...about, ...reader }), event.id);
  }

  /** Who takes part in an event, for a member who sees its signup message. @throws not_found, also where the server may not show the event */
  async participants(eventId: string, reader: ListReader, page = 0): Promise<ListPage> {
    const event = await this.events.findWithRoster(eventId);
    const guild = reader.guild_id === null ? null : await this.guilds.find(reader.guild_id);
    if (event === null || !mayBeShownOn(event, guild)) throw notFound('event');
    return describeParticipants(event, await this.signups.listShown(event), reader, page);
  }

  /**
   * What is to come, for members of a Discord server: its organization's events; all public ones where none is registered.
   * @param word only events whose title contains it, whatever its case, accents and spaces
   */
  async listUpcoming(guildId: string | null, word = ''): Promise<EventSummary[]> {
    const guild = guildId === null ? null : await this.guilds.find(guildId);
    const events = await this.events.listUpcoming(guild?.org_id ?? null);
    const wanted = foldText(word);
    return events.filter(({ title }) => foldText(title).includes(wanted));
  }

  /**
   * The event that a member names, among those that their server shows.
   * @param named an id, as autocomplete gives it, or a part of the title, as typed
   * @returns the event's id
   * @throws not_found
   */
  async findNamed(guildId: string | null, named: string): Promise<string> {
    const shown = await this.listUpcoming(guildId);
    if (shown.some(({ id }) => id === named)) return named;
    const [titled] = await this.listUpcoming(guildId, named);
    if (titled !== undefined) return titled.id;
    const event = await this.events.find(named);
    const open = event?.visibility === 'public' || event?.visibility === 'unlisted';
    if (event === null || !open || event.state === 'draft') throw notFound('event');
    return event.id;
  }

  private async load(eventId: string): Promise<Loaded> {
    const event = await this.events.findWithRoster(eventId);
    if (event === null) throw notFound('event');
    const [signups, about] = await Promise.all([this.signups.listShown(event), this.about(event)]);
    return { event, signups, about };
  }

  private async about(event: Event): Promise<Loaded['about']> {
    const { created_by, org_id } = event;
    const [organizer, organization] = await Promise.all([
      this.users.find(created_by),
      this.organizations.find(org_id),
    ]);
    return {
      organizer,
      organization: organization?.name ?? null,
      calendar_url: this.calendar.linkTo(event),
    };
  }
}
