import { Injectable } from '@nestjs/common';
import { AutocompleteInterceptor } from 'necord';
import { foldText, truncate } from '../../common/text.js';

/** A choice's name, and how many choices Discord takes (docs/discord.md). */
const NAME_LIMIT = 100;
const CHOICES = 25;

/** As necord declares it: its CommonJS types of discord.js are not those of an ES module. */
type Interaction = Parameters<AutocompleteInterceptor['transformOptions']>[0];

/** Offers the scheduled events that people made on the server, as the gateway told them. */
@Injectable()
export class AdoptAutocomplete extends AutocompleteInterceptor {
  async transformOptions(interaction: Interaction): Promise<void> {
    const wanted = foldText(interaction.options.getFocused());
    const made = interaction.guild?.scheduledEvents.cache.filter(
      ({ creatorId, name }) => creatorId !== interaction.client.user.id && foldText(name).includes(wanted),
    );
    const choices = [...(made?.values() ?? [])].slice(0, CHOICES);
    await interaction.respond(
      choices.map(({ id, name }) => ({ name: truncate(name, NAME_LIMIT), value: id })),
    );
  }
}
