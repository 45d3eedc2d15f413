import { Injectable } from '@nestjs/common';
import { AutocompleteInterceptor, BooleanOption, StringOption } from 'necord';
import { foldText, truncate } from '../../common/text.js';
import { GuildsService } from '../../features/guilds/guilds.service.js';
import { OrganizationsService } from '../../features/organizations/organizations.service.js';
import type { Ship } from '../../features/organizations/rules/known-ships.js';
import { findShips } from '../../features/organizations/rules/ships.js';
import { type Locale, LOCALES } from '../../languages/languages.js';
import { EventAutocomplete } from './event.autocomplete.js';
import { languageName, localizedOption } from './localized.js';

/** What Discord takes at most. */
const CHOICES = 25;
const CHOICE_NAME = 100;

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

/** Offers the events to come, and ships by their names, those of the server's organization first. */
@Injectable()
export class ShipAutocomplete extends AutocompleteInterceptor {
  constructor(
    private readonly events: EventAutocomplete,
    private readonly guilds: GuildsService,
    private readonly organizations: OrganizationsService,
  ) {
    super();
  }

  async transformOptions(interaction: Interaction): Promise<void> {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'event') return this.events.transformOptions(interaction);
    const guild = interaction.guildId === null ? null : await this.guilds.find(interaction.guildId);
    const own = await this.organizations.ownShips(guild?.org_id ?? null);
    await interaction.respond(shipChoices(value, own));
  }
}

/** Ships whose names contain what is typed, as Discord's choices. */
export function shipChoices(
  typed: string,
  own: readonly Ship[],
): { readonly name: string; readonly value: string }[] {
  return findShips(typed, own, CHOICES).map(({ maker, name }) => ({
    name: truncate(maker === null ? name : `${name} · ${maker}`, CHOICE_NAME),
    value: name,
  }));
}

/** `/my ship`. */
export class ShipOptions {
  @StringOption({ ...localizedOption('eventOption'), autocomplete: true, required: true })
  readonly event: string;

  @StringOption({ ...localizedOption('shipOption'), autocomplete: true, required: true })
  readonly ship: string;
}
