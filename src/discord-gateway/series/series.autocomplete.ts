import { Injectable } from '@nestjs/common';
import type { AutocompleteInteraction } from 'discord.js';
import { AutocompleteInterceptor } from 'necord';
import { DomainError } from '../../common/errors.js';
import { foldText, truncate } from '../../common/text.js';
import { ORGANIZATION_LIMITS } from '../../features/organizations/rules/limits.js';
import { dayInWords } from '../../features/series/rules/words.js';
import { SeriesService, type SeriesWithNext } from '../../features/series/series.service.js';
import { localeFromDiscord } from '../../languages/languages.js';
import { choiceName } from '../commands/event.autocomplete.js';
import { Organizers, theOne, type Organizer } from '../organizer/organizers.js';

/** As necord declares it: its CommonJS types of discord.js are not those of an ES module. */
type Interaction = Parameters<AutocompleteInterceptor['transformOptions']>[0];

interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What Discord takes at most, and of how many characters. */
const CHOICES = 25;
const NAME_LIMIT = 100;

/** The series that an organizer may mean. */
@Injectable()
export class SeriesChoices {
  constructor(private readonly series: SeriesService) {}

  /** Those of the server's organization. @param word only those whose title contains it */
  async list({ actor, guild }: Organizer, word = ''): Promise<SeriesWithNext[]> {
    const { max } = ORGANIZATION_LIMITS.series;
    const { items } = await this.series.list(actor, guild.org_id, { limit: max });
    const wanted = foldText(word);
    return items.filter(({ event }) => foldText(event.title).includes(wanted));
  }

  /** By its id, as autocomplete gives it, or by a part of its title. @throws not_found, conflict `several_match` */
  async named(organizer: Organizer, named: string): Promise<SeriesWithNext> {
    const all = await this.list(organizer);
    const chosen = all.find(({ id }) => id === named);
    return chosen ?? theOne('series', await this.list(organizer, named), named, ({ event }) => event.title);
  }
}

/** Offers organizers events that can be repeated, series, and the dates that come next in the series that they chose. */
@Injectable()
export class SeriesAutocomplete extends AutocompleteInterceptor {
  constructor(
    private readonly organizers: Organizers,
    private readonly series: SeriesChoices,
  ) {
    super();
  }

  async transformOptions(interaction: Interaction): Promise<void> {
    const choices = await this.choicesFor(interaction).catch((error: unknown) => {
      if (error instanceof DomainError) return [];
      throw error;
    });
    await interaction.respond(choices.slice(0, CHOICES));
  }

  private async choicesFor(interaction: Interaction): Promise<Choice[]> {
    const locale = localeFromDiscord(interaction.locale);
    const organizer = await this.organizers.of(interaction as unknown as AutocompleteInteraction, locale);
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'event') {
      const events = await this.organizers.list(organizer, value);
      return events
        .filter(({ series_id }) => series_id === null)
        .map((event) => ({ name: choiceName(event, locale, organizer.timezone), value: event.id }));
    }
    if (name === 'series') {
      const found = await this.series.list(organizer, value);
      return found.map(({ id, event }) => ({ name: truncate(event.title, NAME_LIMIT), value: id }));
    }
    const { next_occurrences } = await this.series.named(
      organizer,
      interaction.options.getString('series') ?? '',
    );
    return next_occurrences.map(({ on }) => ({ name: dayInWords(on, locale), value: on }));
  }
}
