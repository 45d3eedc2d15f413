import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { encodeCursor, idIn } from '../../common/cursor.js';
import { defined } from '../../common/defined.js';
import { conflict, DomainError, invalid, notFound } from '../../common/errors.js';
import { type Page, pageOf } from '../../common/page.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import type { Locale } from '../../languages/languages.js';
import { AuditService } from '../audit/audit.service.js';
import { EventsService } from '../events/events.service.js';
import { OccurrencesService } from '../events/occurrences.service.js';
import type { EventRecord } from '../events/rules/event-record.js';
import { OPTIONAL_FIELDS } from '../events/rules/event.js';
import { requireRoom } from '../organizations/rules/limits.js';
import { fieldsOf, type TemplateFields } from '../templates/rules/template.js';
import { TemplatesService } from '../templates/templates.service.js';
import { dayOf, occurrenceOn, occurrencesAfter, readRule, requireRecurrence } from './recurrence.js';
import {
  MOST_SKIPPED,
  type Occurrence,
  PUBLISH_DAYS_BEFORE,
  type Recurrence,
  type Series,
  type SeriesRecord,
} from './rules/series.js';
import { ruleInWords } from './rules/words.js';
import { SeriesClock } from './series-clock.js';
import { SeriesRepository } from './series.repository.js';

type When = Omit<Recurrence, 'skipped'>;

/** What may be changed of a series. */
export interface SeriesChanges extends Partial<Undefinable<When>> {
  readonly event?: Partial<Undefinable<TemplateFields>> | undefined;
  readonly publish_days_before?: number | undefined;
}

type Undefinable<T> = { readonly [Key in keyof T]: T[Key] | undefined };

/** A series to be made: what `event` leaves out is the template's, or the event's that becomes its first occurrence. */
export interface NewSeries extends When, Omit<SeriesChanges, keyof When> {
  readonly org_id: string;
  readonly template_id?: string | undefined;
  readonly event_id?: string | undefined;
}

/** A series with the occurrences that come next. */
export interface SeriesWithNext extends Series {
  readonly next_occurrences: readonly Occurrence[];
}

const MINUTE_MS = 60_000;
/** How many occurrences are told ahead. */
const TOLD_AHEAD = 5;

/** Series of events, for an organization's staff. */
@Injectable()
export class SeriesService implements KeepsPersonalData {
  constructor(
    private readonly series: SeriesRepository,
    private readonly clock: SeriesClock,
    private readonly events: EventsService,
    private readonly occurrences: OccurrencesService,
    private readonly templates: TemplatesService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Makes a series, and the events whose turn has come.
   * @throws not_found, forbidden, invalid as `EventsService.create`; not_found without such a template or event
   * @throws invalid for a rule, zone or start that is none; conflict `limit_reached`, `in_series`
   */
  async create(actor: Actor, wish: NewSeries): Promise<SeriesWithNext> {
    const { org_id, template_id = null, event_id, event: given = {}, rule, timezone, local_start } = wish;
    await this.events.requireStaff(actor, org_id);
    requireRoom('series', await this.series.count(org_id));
    const now = new Date();
    const recurrence = { rule, timezone, local_start, skipped: [] };
    const first = requireRecurrence(recurrence, now);
    const example = event_id === undefined ? null : await this.exampleOf(actor, org_id, event_id, recurrence);
    const whole = await this.templates.complete(actor, template_id, {
      ...(example && fieldsOf(example)),
      ...defined(given),
      org_id,
      start_at_utc: first.at,
    });
    await this.events.planned(actor, whole);
    const series: SeriesRecord = {
      id: uuidv7(),
      org_id,
      event: fieldsOf({ ...OPTIONAL_FIELDS, ...(whole as TemplateFields) }),
      ...recurrence,
      // Not made a second time, should we die before the event is known as an occurrence.
      skipped: example === null ? [] : [dayOf(example.start_at_utc, timezone)],
      publish_days_before: wish.publish_days_before ?? PUBLISH_DAYS_BEFORE.usual,
      created_by: actor.user_id,
      created_at: now,
      updated_at: now,
      revision: 1,
      due_at: now,
      before_change: null,
    };
    await this.series.create(series);
    const joined = example === null ? series : await this.join(series, example);
    await this.record(actor, 'series.created', joined);
    return withNext(await this.clock.bring(joined));
  }

  /** The occurrences that a series would have next; nothing is saved. @throws as `create`, for its rule, zone and start */
  async nextOf(actor: Actor, orgId: string, recurrence: When): Promise<Occurrence[]> {
    await this.events.requireStaff(actor, orgId);
    const whole = { ...recurrence, skipped: [] };
    requireRecurrence(whole, new Date());
    return occurrencesAfter(whole, new Date(), TOLD_AHEAD);
  }

  /** Newest first. @throws not_found, forbidden as `EventsService.requireStaff`; invalid for a cursor of another list */
  async list(
    actor: Actor,
    orgId: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<SeriesWithNext>> {
    await this.events.requireStaff(actor, orgId);
    const rows = await this.series.list(orgId, idIn(cursor ?? null), limit + 1);
    return pageOf(rows.map(withNext), limit, ({ id }) => encodeCursor([id]));
  }

  /** @throws not_found, forbidden as `EventsService.requireStaff` */
  async read(actor: Actor, id: string): Promise<SeriesWithNext> {
    return withNext(await this.load(actor, id));
  }

  /**
   * Changes a series, and the events to come that were made from it, but for those that were changed by hand.
   * @throws as `create`; conflict `series_changed` when somebody else changes it at the same moment
   */
  async update(actor: Actor, id: string, { event = {}, ...changes }: SeriesChanges): Promise<SeriesWithNext> {
    const series = await this.settled(await this.load(actor, id));
    const wanted = { ...series, ...defined(changes), event: { ...series.event, ...defined(event) } };
    const { at } = requireRecurrence(wanted, new Date());
    await this.events.planned(actor, { ...wanted.event, org_id: series.org_id, start_at_utc: at });
    const { rule, timezone, local_start, publish_days_before } = wanted;
    const updated = await this.series.update(series, {
      ...{ event: wanted.event, rule, timezone, local_start, publish_days_before },
      before_change: contentOf(series),
      due_at: new Date(),
      updated_at: new Date(),
    });
    if (updated === null) throw changedMeanwhile();
    await this.record(actor, 'series.changed', updated, { ...changes, ...event });
    return withNext(await this.clock.bring(updated));
  }

  /**
   * Lets one occurrence not take place: it is not made, or its event is cancelled.
   * @param day that names it, on the calendar of the series' zone
   * @throws not_found, forbidden as `EventsService.requireStaff`; invalid when the series has none on that day
   * @throws conflict `limit_reached`, `series_changed`, or as the event refuses to be cancelled
   */
  async skip(actor: Actor, id: string, day: string): Promise<SeriesWithNext> {
    const series = await this.load(actor, id);
    const event = await this.occurrences.find({ series_id: id, occurrence_on: day });
    const isKnown = series.skipped.includes(day) || event !== null || occurrenceOn(series, day) !== null;
    if (!isKnown) throw invalid([{ field: 'occurrence', message: 'is no occurrence of the series' }]);
    const today = dayOf(new Date(), series.timezone);
    const skipped = [...new Set([...series.skipped.filter((known) => known >= today), day])].sort();
    if (skipped.length > MOST_SKIPPED)
      throw conflict('limit_reached', `A series skips at most ${MOST_SKIPPED} days.`);
    // First what may be refused: an occurrence that took place is not written down as skipped. A cancelled one is not made again.
    if (event !== null && event.state !== 'cancelled')
      await this.events.changeState(actor, event.id, 'cancel');
    const updated = await this.series.update(series, { skipped, due_at: new Date(), updated_at: new Date() });
    if (updated === null) throw changedMeanwhile();
    await this.record(actor, 'series.skipped', updated);
    return withNext(await this.clock.bring(updated));
  }

  /** Ends a series; the events that were made from it stay. @throws not_found, forbidden as `EventsService.requireStaff` */
  async remove(actor: Actor, id: string): Promise<void> {
    const series = await this.load(actor, id);
    if (!(await this.series.remove(id))) throw notFound('series');
    await this.record(actor, 'series.deleted', series);
  }

  /** When a series takes place, in words. */
  wordsOf(series: Series, locale: Locale): string {
    return ruleInWords(readRule(series), series, locale);
  }

  async exportOf({ user_id }: Person): Promise<unknown> {
    return (await this.series.listMadeBy(user_id)).map(withNext);
  }

  async erase({ user_id }: Person, tombstone: string): Promise<void> {
    await this.series.replaceMaker(user_id, tombstone);
  }

  /** How many series an organization has. */
  async countOf(orgId: string): Promise<number> {
    return this.series.count(orgId);
  }

  /** Who may not see the organization learns nothing of its series. */
  private async load(actor: Actor, id: string): Promise<SeriesRecord> {
    const series = await this.series.find(id);
    if (series === null) throw notFound('series');
    try {
      await this.events.requireStaff(actor, series.org_id);
    } catch (error) {
      throw error instanceof DomainError && error.kind === 'not_found' ? notFound('series') : error;
    }
    return series;
  }

  /** With every earlier change carried over, so that the next one knows what events look like. */
  private async settled(series: SeriesRecord): Promise<SeriesRecord> {
    return series.before_change === null ? series : this.clock.bring(series);
  }

  /** The event that becomes the first occurrence. */
  private async exampleOf(
    actor: Actor,
    orgId: string,
    eventId: string,
    recurrence: Recurrence,
  ): Promise<EventRecord> {
    const event = await this.events.readToChange(actor, eventId);
    if (event.org_id !== orgId) throw notFound('event');
    if (event.series_id !== null) throw conflict('in_series', 'The event belongs to a series already.');
    const occurrence = occurrenceOn(recurrence, dayOf(event.start_at_utc, recurrence.timezone));
    // A rule knows no seconds.
    const off = occurrence && Math.abs(occurrence.at.getTime() - event.start_at_utc.getTime());
    if (off !== null && off < MINUTE_MS) return event;
    throw invalid([{ field: 'event_id', message: 'does not start at an occurrence of the rule' }]);
  }

  private async join(series: SeriesRecord, event: EventRecord): Promise<SeriesRecord> {
    const on = dayOf(event.start_at_utc, series.timezone);
    try {
      await this.occurrences.join(event.id, { series_id: series.id, occurrence_on: on });
    } catch (error) {
      await this.series.remove(series.id);
      throw error;
    }
    return (await this.series.update(series, { skipped: [] })) ?? series;
  }

  private async record(
    actor: Actor,
    action: `series.${'created' | 'changed' | 'skipped' | 'deleted'}`,
    { id, org_id }: Series,
    change: object = {},
  ): Promise<void> {
    await this.audit.record(actor, { action, org_id, target_id: id, change });
  }
}

function contentOf({
  event,
  rule,
  timezone,
  local_start,
  skipped,
}: SeriesRecord): SeriesRecord['before_change'] {
  return { event, rule, timezone, local_start, skipped };
}

function withNext({
  revision: _revision,
  due_at: _due,
  before_change: _before,
  ...series
}: SeriesRecord): SeriesWithNext {
  return { ...series, next_occurrences: occurrencesAfter(series, new Date(), TOLD_AHEAD) };
}

function changedMeanwhile(): DomainError {
  return conflict('series_changed', 'The series was changed at the same moment: read it again.');
}
