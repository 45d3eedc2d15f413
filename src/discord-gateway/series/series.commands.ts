import { Injectable, UseInterceptors } from '@nestjs/common';
import type { ChatInputCommandInteraction } from 'discord.js';
import { Context, createCommandGroupDecorator, Options, Subcommand } from 'necord';
import { invalid } from '../../common/errors.js';
import { recurrenceOf } from '../../features/series/recurrence.js';
import { dayInWords } from '../../features/series/rules/words.js';
import { SeriesService, type SeriesWithNext } from '../../features/series/series.service.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import { answer } from '../answer.js';
import { fitContent } from '../commands/event-lines.js';
import { FOR_ORGANIZERS, localized, typed } from '../commands/localized.js';
import { Organizers } from '../organizer/organizers.js';
import { SeriesAutocomplete, SeriesChoices } from './series.autocomplete.js';
import { RepeatOptions, SeriesOptions, SkipOptions } from './series.options.js';

type Command = [ChatInputCommandInteraction];

const SeriesCommand = createCommandGroupDecorator({ ...localized('series'), ...FOR_ORGANIZERS });

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** `/series`: what organizers do with events that come again and again. */
@Injectable()
@SeriesCommand()
@UseInterceptors(SeriesAutocomplete)
export class SeriesCommands {
  constructor(
    private readonly organizers: Organizers,
    private readonly series: SeriesService,
    private readonly choices: SeriesChoices,
  ) {}

  @Subcommand(localized('seriesCreate'))
  async create(
    @Context() [interaction]: Command,
    @Options() { event: named, every }: RepeatOptions,
  ): Promise<void> {
    await answer(interaction, async (locale) => {
      const organizer = await this.organizers.of(interaction, locale);
      const event = await this.organizers.named(organizer, named);
      const made = await this.series.create(organizer.actor, {
        ...recurrenceOf(every, event.start_at_utc, organizer.timezone),
        org_id: event.org_id,
        event_id: event.id,
      });
      const dates = made.next_occurrences.map(({ at }) => `<t:${seconds(at)}:D>`).join(' · ');
      const words = this.series.wordsOf(made, locale);
      return { content: textsIn(locale).series.created(made.event.title, words, dates) };
    });
  }

  @Subcommand(localized('seriesList'))
  async list(@Context() [interaction]: Command): Promise<void> {
    await answer(interaction, async (locale) => {
      const { series: texts, answers } = textsIn(locale);
      const found = await this.choices.list(await this.organizers.of(interaction, locale));
      if (found.length === 0) return { content: texts.none };
      const lines = found.map((series) => this.lineOf(series, locale));
      const more = (count: number): string =>
        answers.moreEvents(count, typed(['series', 'seriesSkip'], locale));
      return { content: fitContent([`**${texts.heading}**`, ...lines], more) };
    });
  }

  @Subcommand(localized('seriesSkip'))
  async skip(
    @Context() [interaction]: Command,
    @Options() { series: named, date }: SkipOptions,
  ): Promise<void> {
    await answer(interaction, async (locale) => {
      const organizer = await this.organizers.of(interaction, locale);
      const { id, event } = await this.choices.named(organizer, named);
      if (!DAY.test(date))
        throw invalid([{ field: 'occurrence', message: 'is no occurrence of the series' }]);
      await this.series.skip(organizer.actor, id, date);
      return { content: textsIn(locale).series.skipped(event.title, dayInWords(date, locale)) };
    });
  }

  @Subcommand(localized('seriesStop'))
  async stop(@Context() [interaction]: Command, @Options() { series: named }: SeriesOptions): Promise<void> {
    await answer(interaction, async (locale) => {
      const organizer = await this.organizers.of(interaction, locale);
      const { id, event } = await this.choices.named(organizer, named);
      await this.series.remove(organizer.actor, id);
      return { content: textsIn(locale).series.stopped(event.title) };
    });
  }

  private lineOf(series: SeriesWithNext, locale: Locale): string {
    const [next] = series.next_occurrences;
    const when = next === undefined ? '' : `<t:${seconds(next.at)}:F>`;
    return textsIn(locale).series.line(series.event.title, this.series.wordsOf(series, locale), when);
  }
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}
