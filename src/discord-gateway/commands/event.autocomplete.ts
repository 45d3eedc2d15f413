import { Injectable } from '@nestjs/common';
import { AutocompleteInterceptor } from 'necord';
import { truncate } from '../../common/text.js';
import type { EventSummary } from '../../features/events/rules/event.js';
import { DEFAULT_TIMEZONE } from '../../features/users/rules/user.js';
import { localeFromDiscord, type Locale } from '../../languages/languages.js';
import { SignupMessagesService } from '../../features/scheduled-events/signup-messages.service.js';

/** A choice's name, and how many choices Discord takes (docs/discord.md). */
const NAME_LIMIT = 100;
const CHOICES = 25;

/** As necord declares it: its CommonJS types of discord.js are not those of an ES module. */
type Interaction = Parameters<AutocompleteInterceptor['transformOptions']>[0];

/** Offers the events to come whose title contains what is typed, each with its date, so that equal titles can be told apart. */
@Injectable()
export class EventAutocomplete extends AutocompleteInterceptor {
  constructor(private readonly messages: SignupMessagesService) {
    super();
  }

  async transformOptions(interaction: Interaction): Promise<void> {
    const events = await this.messages.listUpcoming(interaction.guildId, interaction.options.getFocused());
    const locale = localeFromDiscord(interaction.locale);
    const choices = events.slice(0, CHOICES);
    await interaction.respond(choices.map((event) => ({ name: choiceName(event, locale), value: event.id })));
  }
}

/** Choices are plain text: a date there cannot be one of Discord's timestamps, so it says its zone. */
export function choiceName(
  { title, start_at_utc }: Pick<EventSummary, 'title' | 'start_at_utc'>,
  locale: Locale,
  timezone = DEFAULT_TIMEZONE,
): string {
  const date = new Intl.DateTimeFormat(locale, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: timezone,
  }).format(start_at_utc);
  const suffix = ` · ${date} (${timezone})`;
  return truncate(title, NAME_LIMIT - suffix.length) + suffix;
}
