import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { notFound } from '../../common/errors.js';
import { foldText } from '../../common/text.js';
import { mayBeShownOn } from '../access/rules/event-access.js';
import { EventsService } from '../events/events.service.js';
import type { Event, EventSummary } from '../events/rules/event.js';
import { SignupsService } from '../events/signups.service.js';
import { GuildsService } from '../guilds/guilds.service.js';
import type { Locale } from '../../languages/languages.js';
import { describeParticipants } from './rules/participants.js';
import { renderSignupMessage } from './rules/signup-message.js';
import { toMessageBody, type SignupMessageBody } from './rules/signup-message-body.js';

/** A signup message ready to be sent, with what tells it from another. */
export interface RenderedMessage {
  readonly body: SignupMessageBody;
  readonly digest: string;
}

/** More do not fit into one answer. */
const LISTED = 25;
/** One event in one language counts as one. */
const KEPT_MESSAGES = 500;
/** A person's changed name shows in messages that are made after this long. */
const KEPT_MS = 60_000;

/** What members see of events on Discord. */
@Injectable()
export class SignupMessagesService {
  private readonly rendered = new LRUCache<string, Promise<RenderedMessage>>({
    max: KEPT_MESSAGES,
    ttl: KEPT_MS,
  });

  constructor(
    private readonly events: EventsService,
    private readonly signups: SignupsService,
    private readonly guilds: GuildsService,
  ) {}

  /** An event's signup message; made once for all servers of a language, as long as it looks the same. */
  async render({ id, shown }: Pick<Event, 'id' | 'shown'>, locale: Locale): Promise<RenderedMessage> {
    const key = `${id}:${shown}:${locale}`;
    const known = this.rendered.get(key);
    if (known !== undefined) return known;
    const rendering = this.renderNow(id, locale);
    this.rendered.set(key, rendering);
    rendering.catch(() => this.rendered.delete(key));
    return rendering;
  }

  /** An event as its signup message shows it at this moment, in a reader's own language. @throws not_found */
  async show(eventId: string, locale: Locale): Promise<SignupMessageBody> {
    const event = await this.events.find(eventId);
    if (event === null) throw notFound('event');
    return (await this.render(event, locale)).body;
  }

  /** Who takes part in an event, for a member who sees its signup message. @throws not_found, also where the server may not show the event */
  async participants(eventId: string, guildId: string | null, locale: Locale): Promise<string> {
    const event = await this.events.findWithRoster(eventId);
    const guild = guildId === null ? null : await this.guilds.find(guildId);
    if (event === null || !mayBeShownOn(event, guild)) throw notFound('event');
    return describeParticipants(event, await this.signups.listShown(event), locale);
  }

  /**
   * What is to come, for members of a Discord server: its organization's events; all public ones where none is registered.
   * @param word only events whose title contains it, whatever its case, accents and spaces
   */
  async listUpcoming(guildId: string | null, word = ''): Promise<EventSummary[]> {
    const guild = guildId === null ? null : await this.guilds.find(guildId);
    const events = await this.events.listUpcoming(guild?.org_id ?? null);
    const wanted = foldText(word);
    return events.filter(({ title }) => foldText(title).includes(wanted)).slice(0, LISTED);
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

  private async renderNow(eventId: string, locale: Locale): Promise<RenderedMessage> {
    const event = await this.events.findWithRoster(eventId);
    if (event === null) throw notFound('event');
    const message = renderSignupMessage(event, await this.signups.listShown(event), locale);
    const body = toMessageBody(message, event.id);
    const digest = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
    return { body, digest };
  }
}
