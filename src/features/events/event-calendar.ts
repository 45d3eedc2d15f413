import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { Config } from '../../config/config.js';
import { Vault } from '../../infra/vault.js';
import { VISIBILITIES } from '../organizations/rules/organization.js';
import { UsersService } from '../users/users.service.js';
import { calendarFile } from './calendar-file.js';
import { EventAccess } from './event-access.js';
import { EventsRepository } from './events.repository.js';
import { RosterRepository } from './roster.repository.js';
import { calendarPath } from './rules/calendar-text.js';
import type { Event } from './rules/event.js';

/** How far back a calendar that is read again and again goes, and how many events it has at most. */
const KEPT_MS = 30 * 86_400_000;
const MOST_EVENTS = 500;

/** A link to an event's calendar file, and the key in it. */
export interface CalendarKey {
  readonly key: string;
  readonly url: string;
}

/**
 * Writes events as calendar files (RFC 5545), and makes the keys that open one event's file: calendar programs show no token. A
 * key is kept nowhere, since it can be made again; revoking raises the event's `calendar_key_version`.
 */
@Injectable()
export class EventCalendar {
  constructor(
    private readonly access: EventAccess,
    private readonly events: EventsRepository,
    private readonly rosters: RosterRepository,
    private readonly users: UsersService,
    private readonly vault: Vault,
    private readonly config: Config,
  ) {}

  /**
   * @param actor `null` for someone who has not signed in
   * @param key opens the file of an event that was published to everyone
   * @throws not_found when there is no such event, or the actor may not know of it
   */
  async export(
    actor: Actor | null,
    eventId: string,
    key: string | null = null,
  ): Promise<{ file_name: string; content: string }> {
    const event = (await this.opened(eventId, key)) ?? (await this.access.toRead(actor, eventId));
    return { file_name: `${event.slug}.ics`, content: this.fileOf([event]) };
  }

  /** The link that opens an event's file for everyone who has it. @throws not_found as `export` */
  async keyFor(actor: Actor, eventId: string): Promise<CalendarKey> {
    return this.keyOf(await this.access.toRead(actor, eventId));
  }

  /** Where a calendar finds an event's file; of a private event with its key, for those who see where the link is shown. */
  linkTo(event: Event): string {
    return event.visibility === 'private' ? this.keyOf(event).url : this.plainLinkTo(event);
  }

  /**
   * What somebody comes to, or may, as far as they still may know of it: of the last month and to come, the cancelled among them.
   * @throws not_found without such a user; unavailable as `EventAccess.seenAmong`
   */
  async ofMember(userId: string): Promise<Event[]> {
    const { site_admin } = await this.users.require(userId);
    const own = await this.rosters.listOwn(userId, keptSince(), MOST_EVENTS);
    const events = own.map(({ event }) => event);
    return this.access.seenAmong({ user_id: userId, site_admin }, events);
  }

  /** As `ofMember`, what an organization has published; unlisted and private events only if they are asked for. */
  async ofOrganization(orgId: string, includePrivate: boolean): Promise<Event[]> {
    const visibilities = includePrivate ? VISIBILITIES : (['public'] as const);
    return this.events.listPublished(orgId, visibilities, keptSince(), MOST_EVENTS);
  }

  /** One calendar with all of these events. @param subscription what it is called, where programs read it again and again */
  fileOf(events: readonly Event[], subscription?: { readonly name: string }): string {
    return calendarFile(
      events.map((event) => ({ ...event, url: this.plainLinkTo(event) })),
      subscription,
    );
  }

  private async opened(eventId: string, key: string | null): Promise<Event | null> {
    if (key === null) return null;
    const event = await this.events.findById(eventId);
    const isKey = event !== null && this.vault.isProofOf(provenBy(event), key);
    return isKey && event.state !== 'draft' ? event : null;
  }

  private keyOf(event: Event): CalendarKey {
    const key = this.vault.proofOf(provenBy(event));
    return { key, url: `${this.plainLinkTo(event)}?key=${key}` };
  }

  private plainLinkTo({ id }: Event): string {
    return this.config.publicUrl + calendarPath(id);
  }
}

function keptSince(): Date {
  return new Date(Date.now() - KEPT_MS);
}

/** What a key proves. */
function provenBy({ id, calendar_key_version: version }: Event): string {
  return `calendar/${id}/${version}`;
}
