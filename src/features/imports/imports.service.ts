import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { DomainError } from '../../common/errors.js';
import { LOCALES, textsIn } from '../../languages/languages.js';
import { EventsService } from '../events/events.service.js';
import { EVENT_TYPES, type EventType } from '../events/rules/event.js';
import type { NewEvent } from '../events/rules/input.js';
import { UsersService } from '../users/users.service.js';
import { readCalendar } from './calendar-reader.js';
import { ImportsRepository } from './imports.repository.js';
import { type Entry, readEntry } from './rules/entry.js';
import { readTable } from './table-reader.js';

/** A file with events. */
export interface EventsFile {
  readonly kind: 'calendar' | 'table';
  readonly text: string;
}

export interface ImportWish {
  readonly org_id: string;
  /** Only says what each row would become. */
  readonly dry_run?: boolean | undefined;
  /** IANA name of the clock on which times without a zone are read; the actor's own when left out. */
  readonly timezone?: string | undefined;
  readonly state?: 'draft' | 'published' | undefined;
}

/**
 * `new`: would be made · `created` · `exists`: it was imported before, and is left as it is · `skipped`: not to be imported, for
 * example because it is over · `invalid`.
 */
export const IMPORT_OUTCOMES = ['new', 'created', 'exists', 'skipped', 'invalid'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** What became of a row, or would. */
export interface ImportedRow {
  readonly row: number;
  readonly title: string;
  readonly start_at_utc: Date | null;
  readonly outcome: ImportOutcome;
  readonly event_id?: string;
  readonly message?: string;
}

/** Brings an organization's events in from a calendar file or a table. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly events: EventsService,
    private readonly users: UsersService,
    private readonly imports: ImportsRepository,
  ) {}

  /**
   * Makes an event of each row that is none yet. Repeating it is harmless.
   * @throws not_found, forbidden as `EventsService.requireStaff`; invalid for a file that cannot be read, or is too long
   */
  async import(actor: Actor, wish: ImportWish, { kind, text }: EventsFile): Promise<ImportedRow[]> {
    await this.events.requireStaff(actor, wish.org_id);
    const { timezone, locale } = await this.users.require(actor.user_id);
    const zone = wish.timezone ?? timezone;
    const now = new Date();
    const entries = kind === 'calendar' ? await readCalendar(text, zone) : await readTable(text, zone, now);
    const reading = { words: TYPES_BY_WORD, description: textsIn(locale).organizer.defaultDescription };
    const seen = new Set<string>();
    const rows: ImportedRow[] = [];
    for (const entry of entries) {
      const read = readEntry(entry, reading, now);
      const outcome =
        'event' in read
          ? await this.take(actor, wish, entry, read.event, seen.has(entry.uid))
          : { outcome: read.outcome, message: read.message };
      if ('event' in read) seen.add(entry.uid);
      rows.push({ row: entry.row, title: entry.title, start_at_utc: entry.start, ...outcome });
    }
    return rows;
  }

  private async take(
    actor: Actor,
    { org_id, dry_run = false, state }: ImportWish,
    { uid }: Entry,
    fields: Omit<NewEvent, 'org_id'>,
    isSeen: boolean,
  ): Promise<Pick<ImportedRow, 'outcome' | 'event_id' | 'message'>> {
    const before = await this.imports.find(org_id, uid);
    if (before !== null && (await this.events.find(before)) !== null)
      return { outcome: 'exists', event_id: before };
    if (dry_run) return { outcome: isSeen ? 'exists' : 'new' };
    const id = await this.imports.claim(org_id, uid);
    try {
      await this.events.create(actor, { ...fields, org_id, state }, id);
      return { outcome: 'created', event_id: id };
    } catch (error) {
      // The same file was sent twice at once.
      if ((await this.events.find(id)) !== null) return { outcome: 'exists', event_id: id };
      if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
      const faults = error.errors.map(({ field, message }) => `${field} ${message}`);
      return { outcome: 'invalid', message: faults.length > 0 ? faults.join('; ') : error.message };
    }
  }
}

/** The types of events as people call them, in every language, in small letters. */
const TYPES_BY_WORD: ReadonlyMap<string, EventType> = new Map(
  LOCALES.flatMap((locale) =>
    EVENT_TYPES.map((type) => [textsIn(locale).eventTypes[type].toLowerCase(), type] as const),
  ),
);
