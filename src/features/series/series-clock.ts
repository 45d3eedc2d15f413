import { isDeepStrictEqual } from 'node:util';
import { Injectable, Logger } from '@nestjs/common';
import { HandlesTrigger } from '../../queue/handles.js';
import { OccurrencesService } from '../events/occurrences.service.js';
import { type Event, OPTIONAL_FIELDS } from '../events/rules/event.js';
import { fieldsOf } from '../templates/rules/template.js';
import { occurrenceOn, occurrencesAfter } from './recurrence.js';
import {
  type Occurrence,
  PUBLISH_DAYS_BEFORE,
  publicationOf,
  type SeriesContent,
  type SeriesRecord,
} from './rules/series.js';
import { SeriesRepository } from './series.repository.js';

/** How many series one look takes; what remains is for the next. */
const BATCH = 200;

/**
 * Makes the events of series when their turn comes, and carries changes of a series over to events made earlier. It only looks
 * ahead, so occurrences that passed while every process was down are not made; and it may be done twice, by two processes at once.
 */
@Injectable()
export class SeriesClock {
  private readonly logger = new Logger(SeriesClock.name);

  constructor(
    private readonly series: SeriesRepository,
    private readonly occurrences: OccurrencesService,
  ) {}

  @HandlesTrigger('sweep_series')
  async sweep(): Promise<void> {
    for (const id of await this.series.listDue(new Date(), BATCH)) {
      try {
        const series = await this.series.find(id);
        if (series !== null) await this.bring(series);
      } catch (error) {
        this.logger.error({ err: error, series_id: id }, 'A series is due, and its events could not be made');
      }
    }
  }

  /** Does what is due of a series. @returns the series after it; as it was given if somebody else has changed it meanwhile */
  async bring(series: SeriesRecord): Promise<SeriesRecord> {
    const now = new Date();
    if (series.before_change !== null) await this.carryOver(series, series.before_change);
    const days = PUBLISH_DAYS_BEFORE.max + 1;
    const coming = occurrencesAfter(series, now, days).map((occurrence) => ({
      ...occurrence,
      publication: publicationOf(occurrence, series.publish_days_before),
    }));
    await this.make(
      series,
      coming.filter(({ publication }) => publication <= now),
    );
    const next = coming.find(({ publication }) => publication > now);
    const settled = { due_at: next?.publication ?? null, before_change: null };
    return (await this.series.update(series, settled)) ?? series;
  }

  private async make(
    { id, org_id, event, created_by }: SeriesRecord,
    due: readonly Occurrence[],
  ): Promise<void> {
    const made = new Set((await this.occurrences.listToCome(id)).map(({ occurrence_on }) => occurrence_on));
    for (const { on, at } of due.filter((occurrence) => !made.has(occurrence.on))) {
      const input = { ...event, org_id, start_at_utc: at };
      await this.occurrences.make(created_by, input, { series_id: id, occurrence_on: on });
    }
  }

  /** Events that somebody changed by hand stay as they are; those of days that the series no longer has are cancelled. */
  private async carryOver(series: SeriesRecord, before: SeriesContent): Promise<void> {
    for (const event of await this.occurrences.listToCome(series.id)) {
      if (!isUntouched(event, before)) continue;
      const now = occurrenceOn(series, event.occurrence_on ?? '');
      if (now === null) await this.occurrences.cancel(event.id);
      else await this.occurrences.edit(event.id, { ...series.event, start_at_utc: now.at });
    }
  }
}

/** Whether an event is as its series made it. */
function isUntouched(event: Event, before: SeriesContent): boolean {
  const was = occurrenceOn(before, event.occurrence_on ?? '');
  return (
    was?.at.getTime() === event.start_at_utc.getTime() &&
    // A field that is newer than the series is as it is where nothing is said of it.
    isDeepStrictEqual(fieldsOf(event), fieldsOf({ ...OPTIONAL_FIELDS, ...before.event }))
  );
}
