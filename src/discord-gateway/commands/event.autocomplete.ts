import { Injectable } from '@nestjs/common';
import { AutocompleteInterceptor } from 'necord';
import { truncate } from '../../common/text.js';
import { ListUpcoming } from '../../features/scheduled-events/list-upcoming.js';

/** A choice's name (discord-facts.md §3). */
const NAME_LIMIT = 100;

/** As necord declares it: its CommonJS types of discord.js are not those of an ES module. */
type Interaction = Parameters<AutocompleteInterceptor['transformOptions']>[0];

/** Offers the events to come whose title contains what is typed. */
@Injectable()
export class EventAutocomplete extends AutocompleteInterceptor {
  constructor(private readonly upcoming: ListUpcoming) {
    super();
  }

  async transformOptions(interaction: Interaction): Promise<void> {
    const events = await this.upcoming.execute(interaction.guildId, interaction.options.getFocused());
    await interaction.respond(
      events.map(({ id, title }) => ({ name: truncate(title, NAME_LIMIT), value: id })),
    );
  }
}
