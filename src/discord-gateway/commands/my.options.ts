import { Injectable } from '@nestjs/common';
import { AutocompleteInterceptor, BooleanOption, StringOption } from 'necord';
import { foldText } from '../../common/text.js';
import { type Locale, LOCALES } from '../../languages/languages.js';
import { languageName, localizedOption } from './localized.js';

/** What Discord takes at most. */
const CHOICES = 25;

/** As necord declares it: its CommonJS types of discord.js are not those of an ES module. */
type Interaction = Parameters<AutocompleteInterceptor['transformOptions']>[0];

/** Offers time zones whose name contains what is typed. */
@Injectable()
export class TimezoneAutocomplete extends AutocompleteInterceptor {
  async transformOptions(interaction: Interaction): Promise<void> {
    const wanted = foldText(interaction.options.getFocused()).replaceAll(' ', '_');
    const zones = Intl.supportedValuesOf('timeZone').filter((zone) => foldText(zone).includes(wanted));
    await interaction.respond(zones.slice(0, CHOICES).map((zone) => ({ name: zone, value: zone })));
  }
}

/** `/my timezone`. */
export class TimezoneOption {
  @StringOption({ ...localizedOption('timezoneOption'), autocomplete: true, required: true })
  readonly timezone: string;
}

/** `/my calendar`. */
export class CalendarOption {
  @BooleanOption({ ...localizedOption('revokeOption'), required: false })
  readonly revoke: boolean | null;
}

const languages = LOCALES.map((locale) => ({ name: languageName(locale), value: locale }));

/** `/my language`. */
export class LanguageOption {
  @StringOption({ ...localizedOption('languageOption'), choices: languages, required: true })
  readonly language: Locale;
}
