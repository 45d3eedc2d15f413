import { Injectable } from '@nestjs/common';
import { AutocompleteInterceptor } from 'necord';
import { DiscordFailure } from '../../common/discord-failure.js';
import { truncate } from '../../common/text.js';
import { AdoptionService } from '../../features/scheduled-events/adoption.service.js';

/** A choice's name, and how many choices Discord takes (docs/discord.md). */
const NAME_LIMIT = 100;
const CHOICES = 25;

/** As necord declares it: its CommonJS types of discord.js are not those of an ES module. */
type Interaction = Parameters<AutocompleteInterceptor['transformOptions']>[0];

/** Offers the scheduled events that people made on the server. */
@Injectable()
export class AdoptAutocomplete extends AutocompleteInterceptor {
  constructor(private readonly adoption: AdoptionService) {
    super();
  }

  async transformOptions(interaction: Interaction): Promise<void> {
    const { guildId, options } = interaction;
    if (guildId === null) return;
    const found = await this.adoption.adoptable(guildId, options.getFocused()).catch(noneOffered);
    await interaction.respond(
      found
        .slice(0, CHOICES)
        .map(({ id, fields }) => ({ name: truncate(fields.name, NAME_LIMIT), value: id })),
    );
  }
}

/** Who types the name is answered all the same. */
function noneOffered(error: unknown): [] {
  if (error instanceof DiscordFailure) return [];
  throw error;
}
