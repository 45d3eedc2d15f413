import { Injectable } from '@nestjs/common';
import type { AutocompleteInteraction } from 'discord.js';
import { AutocompleteInterceptor } from 'necord';
import { DomainError } from '../../common/errors.js';
import { foldText, truncate } from '../../common/text.js';
import { OrganizationsService } from '../../features/organizations/organizations.service.js';
import { localeFromDiscord } from '../../languages/languages.js';
import { choiceName } from '../commands/event.autocomplete.js';
import { shipChoices } from '../commands/my.options.js';
import { Organizers } from './organizers.js';

/** As necord declares it: its CommonJS types of discord.js are not those of an ES module. */
type Interaction = Parameters<AutocompleteInterceptor['transformOptions']>[0];

interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What Discord takes at most, and of how many characters. */
const CHOICES = 25;
const NAME_LIMIT = 100;

/** Offers organizers their events that are not over, drafts among them, the roles of the event that they chose, and templates. */
@Injectable()
export class OrganizerAutocomplete extends AutocompleteInterceptor {
  constructor(
    private readonly organizers: Organizers,
    private readonly organizations: OrganizationsService,
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
      return events.map((event) => ({
        name: choiceName(event, locale, organizer.timezone),
        value: event.id,
      }));
    }
    if (name === 'template') {
      const templates = await this.organizers.listTemplates(organizer, value);
      return templates.map(({ id, name: title }) => ({ name: title, value: id }));
    }
    if (name === 'ship') return shipChoices(value, await this.organizations.ownShips(organizer.guild.org_id));
    const event = await this.organizers.named(organizer, interaction.options.getString('event') ?? '');
    const wanted = foldText(value);
    return event.roles
      .filter((role) => foldText(role.name).includes(wanted))
      .map((role) => ({ name: truncate(role.name, NAME_LIMIT), value: role.id }));
  }
}
